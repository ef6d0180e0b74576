import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { day, dayOf } from "@/lib/base/kernel/day"
import { dayAxis, placeOn } from "./day-axis"

const days = fc
  .array(fc.integer({ min: 10_000, max: 30_000 }), { minLength: 1, maxLength: 12 })
  .map((all) => all.map(dayOf))

describe("an axis of days", () => {
  it("holds every day between its edges, and has no more ticks than there is room for", () => {
    fc.assert(
      fc.property(days, (all) => {
        const axis = dayAxis(all)
        for (const each of all) {
          expect(placeOn(axis, each)).toBeGreaterThan(0)
          expect(placeOn(axis, each)).toBeLessThan(100)
        }
        expect(axis.ticks.length).toBeLessThanOrEqual(11)
        for (const { ordinal } of axis.ticks) {
          expect(ordinal).toBeGreaterThanOrEqual(axis.first)
          expect(ordinal).toBeLessThanOrEqual(axis.last)
        }
      }),
    )
  })
  it("names months, and the year where one begins", () => {
    const { ticks } = dayAxis([day("2026-11-20"), day("2027-03-10")])
    expect(ticks.map(({ label }) => label)).toEqual(["Dec", "Jan ’27", "Feb", "Mar"])
  })
  it("names days where it is short", () => {
    const { ticks } = dayAxis([day("2026-11-23"), day("2026-12-10")])
    expect(ticks.map(({ label }) => label)).toEqual(["23 Nov", "30 Nov", "7 Dec"])
  })
})
