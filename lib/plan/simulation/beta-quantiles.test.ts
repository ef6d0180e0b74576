import { describe, expect, test } from "vitest"
import { betaQuantiles, momentsOfTable, SHAPES } from "./beta-quantiles"
import { TABLE_CELLS } from "./program"

const shapes = Array.from({ length: SHAPES + 1 }, (_, shape) => shape)

describe("the table of a Beta-PERT shape", () => {
  test("has the mean and the deviation of the distribution", () => {
    for (const shape of shapes) {
      const mode = shape / SHAPES
      const mean = (4 * mode + 1) / 6
      const moments = momentsOfTable(betaQuantiles(shape))
      expect(Math.abs(moments.mean - mean)).toBeLessThan(0.001)
      expect(Math.abs(moments.deviation - Math.sqrt((mean * (1 - mean)) / 7))).toBeLessThan(0.001)
    }
  })
  test("rises from nought to one", () => {
    for (const shape of shapes) {
      const table = betaQuantiles(shape)
      expect([table[0], table[TABLE_CELLS]]).toEqual([0, 1])
      for (const from of [0, TABLE_CELLS + 1, 2 * (TABLE_CELLS + 1)]) {
        const part = table.slice(from, from + TABLE_CELLS + 1)
        expect(part.every((entry, at) => at === 0 || entry > (part[at - 1] ?? 0))).toBe(true)
      }
      expect(table[2 * TABLE_CELLS + 1]).toBeCloseTo(table[1] ?? 0, 12)
      expect(table[2 * (TABLE_CELLS + 1)]).toBeCloseTo(table[TABLE_CELLS - 1] ?? 0, 12)
    }
  })
  test("is exact where the distribution can be inverted by hand: 1 - (1 - x)^5 and x^5", () => {
    const [falling, rising] = [betaQuantiles(0), betaQuantiles(SHAPES)]
    for (let cell = 0; cell <= TABLE_CELLS; cell++) {
      const share = cell / TABLE_CELLS
      expect(falling[cell]).toBeCloseTo(1 - (1 - share) ** 0.2, 5)
      expect(rising[cell]).toBeCloseTo(share ** 0.2, 5)
      const [first, last] = [share / TABLE_CELLS, 1 - (1 - share) / TABLE_CELLS]
      expect(falling[TABLE_CELLS + 1 + cell]).toBeCloseTo(1 - (1 - first) ** 0.2, 5)
      expect(rising[2 * (TABLE_CELLS + 1) + cell]).toBeCloseTo(last ** 0.2, 5)
      expect(falling[2 * (TABLE_CELLS + 1) + cell]).toBeCloseTo(1 - (1 - last) ** 0.2, 2)
    }
  })
  test("mirrors that of the opposite shape", () => {
    for (const shape of [0, 1, 60, 128]) {
      const [one, other] = [betaQuantiles(shape), betaQuantiles(SHAPES - shape)]
      for (let cell = 0; cell <= TABLE_CELLS; cell++)
        expect(one[cell]).toBeCloseTo(1 - (other[TABLE_CELLS - cell] ?? 0), 5)
    }
  })
})
