import fc from "fast-check"
import { expect, test } from "vitest"
import { chanceBy, percentileOf } from "./percentile"

const days = fc.array(fc.integer({ min: 20_000, max: 20_400 }), { minLength: 1, maxLength: 300 })
const counted = (list: readonly number[]) =>
  [...new Set(list)]
    .toSorted((a, b) => a - b)
    .map((ordinal) => ({
      ordinal,
      count: list.filter((each) => each === ordinal).length,
    }))

test("a percentile is the smallest day by which so many trials had ended", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 100 }), (list, percent) => {
      const counts = counted(list)
      const found = percentileOf(counts, percent / 100)
      expect(chanceBy(counts, found)).toBeGreaterThanOrEqual(percent / 100 - 1e-9)
      expect(chanceBy(counts, found - 1)).toBeLessThan(percent / 100)
    }),
  )
})
test("percentiles rise, and the last is the latest day", () => {
  fc.assert(
    fc.property(days, (list) => {
      const found = [0.1, 0.5, 0.8, 0.9, 1].map((share) => percentileOf(counted(list), share))
      expect(found).toEqual(found.toSorted((a, b) => a - b))
      expect(found.at(-1)).toBe(Math.max(...list))
    }),
  )
})
test("of ten trials the P80 is the eighth", () => {
  const ten = counted([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(percentileOf(ten, 0.8)).toBe(8)
  expect(percentileOf(ten, 0.1)).toBe(1)
  expect(chanceBy([], 5)).toBe(0)
  expect(() => percentileOf([], 0.5)).toThrow(RangeError)
})
