import { describe, expect, test } from "vitest"
import { allocate, centsOf, exactOf, roundedParts, sayCents } from "./allocate"

const parts = (weights: readonly number[], keys = "abcdefgh") =>
  weights.map((weight, at) => ({ key: keys[at] ?? "", exact: BigInt(weight) }))
const shares = (total: bigint, of: ReturnType<typeof parts>) =>
  Object.fromEntries(Array.from(allocate(total, of), ([key, share]) => [key, Number(share)]))

describe("shares by the largest remainder", () => {
  test("1.00 in three", () => {
    expect(shares(100n, parts([1, 1, 1]))).toEqual({ a: 34, b: 33, c: 33 })
  })
  test("613 over six weights is the same in any order, worked by hand", () => {
    // 613 x 98/605 = 99.295, 92: 93.216, 123: 124.626, 102: 103.349; floors make 611, the two left go to 123 and 102
    const weights = [98, 92, 98, 123, 102, 92]
    const expected = { a: 99, b: 93, c: 99, d: 125, e: 104, f: 93 }
    expect(shares(613n, parts(weights))).toEqual(expected)
    expect(shares(613n, parts(weights).toReversed())).toEqual(expected)
  })
  test("never loses or makes a cent", () => {
    let seed = 7
    const next = (to: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % to
    }
    for (let round = 0; round < 500; round++) {
      const total = BigInt(next(1_000_000) - 500_000)
      const made = allocate(total, parts(Array.from({ length: 1 + next(8) }, () => next(1_000))))
      expect([...made.values()].reduce((sum, share) => sum + share, 0n)).toBe(total)
    }
  })
})

test("parts are rounded so that they add up to what is shown below them", () => {
  const thirds = ["a", "b", "c"].map((key) => ({ key, exact: exactOf("0.333333333333333333") }))
  expect([...roundedParts(thirds).values()]).toEqual([34n, 33n, 33n])
  const corrected = [
    { key: "a", exact: exactOf("10.005") },
    { key: "b", exact: exactOf("-0.005") },
  ]
  expect([...roundedParts(corrected).values()].reduce((sum, each) => sum + each, 0n)).toBe(1000n)
})

test("amounts keep all their digits and are rounded half away from zero", () => {
  expect(exactOf("0.400000000000000001")).toBe(400000000000000001n)
  expect([centsOf(exactOf("0.005")), centsOf(exactOf("-0.005")), centsOf(exactOf("0.004999"))]).toEqual([1n, -1n, 0n])
  expect([sayCents(-5n), sayCents(123456n)]).toEqual(["-0.05", "1234.56"])
})
