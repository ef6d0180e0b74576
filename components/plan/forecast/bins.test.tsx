import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { dayOf } from "@/lib/base/kernel/day"
import { binsOf } from "./bins"

const histogram = fc
  .uniqueArray(fc.integer({ min: 20_000, max: 20_900 }), { minLength: 1, maxLength: 60 })
  .chain((days) =>
    fc
      .array(fc.integer({ min: 1, max: 500 }), { minLength: days.length, maxLength: days.length })
      .map((counts) =>
        days.toSorted((a, b) => a - b).map((ordinal, at) => ({ day: dayOf(ordinal), count: counts[at] ?? 1 })),
      ),
  )

describe("the bars of a distribution", () => {
  it("count every trial once and stand side by side, however wide the tail", () => {
    fc.assert(
      fc.property(histogram, (days) => {
        const bins = binsOf({ histogram: days })
        expect(bins.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
        expect(bins.at(-1)?.by).toBeCloseTo(1, 9)
        expect(bins.length).toBeLessThanOrEqual(44)
        for (const [at, bin] of bins.entries()) if (at > 0) expect(bin.first).toBe((bins[at - 1]?.last ?? 0) + 1)
      }),
    )
  })
  it("are none without a trial", () => expect(binsOf({ histogram: [] })).toEqual([]))
})
