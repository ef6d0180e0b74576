import { describe, expect, test } from "vitest"
import { draw, keysOf, rowOf, secondDraw, seedWord } from "./draws"

const TRIALS = 20_000
const seed = seedWord(7)
const rows = Int32Array.from({ length: TRIALS }, (_, trial) => rowOf(trial, seed))
const shares = (name: string) => {
  const [key, other] = keysOf(name)
  return Float64Array.from(rows, (row) => (draw(row, key, other) >>> 8) / 2 ** 24)
}
const correlation = (one: Float64Array, other: Float64Array) => {
  const sum = one.reduce((total, value, at) => total + (value - 0.5) * ((other[at] ?? 0) - 0.5), 0)
  return (12 * sum) / one.length
}
/** Five standard errors of a correlation between independent numbers. */
const FIVE = 5 / Math.sqrt(TRIALS)

describe("draws", () => {
  test("are spread evenly: chi-square over 256 cells, for 50 names", () => {
    for (let name = 0; name < 50; name++) {
      const cells = new Int32Array(256)
      for (const share of shares(`item ${name}`)) cells[Math.floor(share * 256)]!++
      const chi = cells.reduce((sum, count) => sum + (count - TRIALS / 256) ** 2 / (TRIALS / 256), 0)
      // 255 degrees of freedom: mean 255, deviation 22.6.
      expect(Math.abs(chi - 255)).toBeLessThan(5 * 22.6)
    }
  })
  test("of two names, of the two questions about one, and of neighbouring trials have nothing to do with each other", () => {
    for (let name = 0; name < 50; name++) {
      const own = shares(`item ${name}`)
      expect(Math.abs(correlation(own, shares(`item ${name + 1}`)))).toBeLessThan(FIVE)
      expect(
        Math.abs(
          correlation(
            own,
            own.map((_, at) => own[(at + 1) % TRIALS] ?? 0),
          ),
        ),
      ).toBeLessThan(FIVE)
      const [key, other] = keysOf(`item ${name}`)
      const second = Float64Array.from(rows, (row) => secondDraw(row, key, other) / 2 ** 24)
      expect(Math.abs(correlation(own, second))).toBeLessThan(FIVE)
    }
  })
  test("of two seeds have nothing to do with each other, however near the seeds", () => {
    const [key, other] = keysOf("item")
    const of = (word: number) =>
      Float64Array.from(rows, (_, trial) => (draw(rowOf(trial, word), key, other) >>> 8) / 2 ** 24)
    for (const [one, another] of [
      [0, 1],
      [5, 5 + 2 ** 32],
      [2 ** 53 - 1, 2 ** 53 - 2],
    ] as const)
      expect(Math.abs(correlation(of(seedWord(one)), of(seedWord(another))))).toBeLessThan(FIVE)
  })
  test("are the same for ever", () => {
    expect([seedWord(0), seedWord(2 ** 40 + 3), rowOf(17, 4), ...keysOf("item a")]).toEqual([
      33350994, 551184119, -1637020716, 817367579, -40188547,
    ])
  })
  test("have keys of their own for a hundred thousand names", () => {
    const keys = new Set(Array.from({ length: 100_000 }, (_, at) => keysOf(`item ${at}`).join()))
    expect(keys.size).toBe(100_000)
  })
})
