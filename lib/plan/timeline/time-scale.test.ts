import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import { day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import {
  dayAt,
  fitting,
  freeSpansIn,
  pixelsPerDay,
  scaleFor,
  stepZoom,
  ticksIn,
  widthOf,
  xOf,
  zooms,
} from "./time-scale"

const at = (text: string) => ordinalOf(day(text))
const scale = (zoom: keyof typeof pixelsPerDay) => scaleFor(at("2026-03-02"), at("2026-11-20"), pixelsPerDay[zoom])
const days = fc.integer({ min: -3000, max: 60000 })

describe("the time scale", () => {
  test("finds the day under every pixel that it drew for it", () => {
    fc.assert(
      fc.property(days, fc.nat(4000), fc.constantFrom(...zooms), fc.nat(4000), (begin, length, zoom, later) => {
        const made = scaleFor(begin, begin + length, pixelsPerDay[zoom])
        const one = begin + Math.min(later, length)
        expect(dayAt(made, xOf(made, one) + pixelsPerDay[zoom] / 2)).toBe(one)
        expect(xOf(made, one)).toBeGreaterThanOrEqual(0)
        expect(xOf(made, one + 1)).toBeLessThanOrEqual(widthOf(made))
      }),
    )
  })
  test("begins and ends with a quarter, so that small changes of the plan leave it as it is", () => {
    const { first, last } = scale("month")
    expect([dayOf(first), dayOf(last)]).toEqual(["2026-01-01", "2027-03-31"])
    expect(scaleFor(at("2026-03-05"), at("2026-11-10"), 3)).toMatchObject({ first, last })
  })
  test("names days, weeks, months and quarters, and the year where it begins", () => {
    const words = (zoom: keyof typeof pixelsPerDay, from: string, to: string) => {
      const made = scale(zoom)
      return ticksIn(made, { from: xOf(made, at(from)), to: xOf(made, at(to)) }).map(({ label }) => label)
    }
    expect(words("day", "2026-03-30", "2026-04-02")).toEqual(["30", "31", "1 Apr", "2"])
    expect(words("week", "2026-03-23", "2026-04-14")).toEqual(["23", "30", "6 Apr", "13"])
    expect(words("month", "2026-11-02", "2027-01-04")).toEqual(["Nov", "Dec", "Jan 2027"])
    expect(words("quarter", "2026-08-02", "2027-01-04")).toEqual(["Q3", "Q4", "Q1 2027"])
  })
  test("tells free days apart as long as a day is wide enough", () => {
    const calendar = compileCalendar({ weekend: [6, 7], holidays: [day("2026-03-06")] })
    if (!calendar.ok) throw new Error(calendar.refusal)
    const made = scale("week")
    const stretch = { from: xOf(made, at("2026-03-02")), to: xOf(made, at("2026-03-15")) }
    const spans = freeSpansIn(made, calendar.value, stretch).map(({ from, to }) => [
      dayOf(dayAt(made, from + 1)),
      Math.round((to - from) / made.perDay),
    ])
    expect(spans).toEqual([
      ["2026-03-06", 3],
      ["2026-03-14", 2],
    ])
    expect(freeSpansIn(scale("quarter"), calendar.value, { from: 0, to: 1000 })).toEqual([])
  })
  test("fits any plan into the width there is", () => {
    fc.assert(
      fc.property(days, fc.nat(9000), fc.integer({ min: 700, max: 3000 }), (begin, length, width) => {
        const perDay = fitting(begin, begin + length, width)
        expect((length + 1) * perDay).toBeLessThanOrEqual(Math.max(width, 0.05 * (length + 1)))
      }),
    )
  })
  test("steps between zooms and stays at the last", () => {
    expect([stepZoom("month", -1), stepZoom("month", 1), stepZoom("day", -1), stepZoom("quarter", 1)]).toEqual([
      ...["week", "quarter", "day", "quarter"],
    ])
  })
})
