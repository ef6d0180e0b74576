import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { day, dayIn, dayOf, isDay, ordinalOf, weekdayOf } from "./day"

describe("a day", () => {
  test("that does not exist is not a day", () => {
    for (const text of ["2026-02-30", "2026-13-01", "2026-1-1", "26-01-01", "2026-02-29", "", "2026-01-01T00:00"])
      expect(isDay(text)).toBe(false)
    expect(isDay("2028-02-29")).toBe(true)
  })
  test("survives the way to an ordinal and back", () => {
    fc.assert(fc.property(fc.integer({ min: -25567, max: 84005 }), (n) => ordinalOf(dayOf(n)) === n))
  })
  test("knows its weekday", () => {
    expect(weekdayOf(ordinalOf(day("2026-11-22")))).toBe(7)
    expect(weekdayOf(ordinalOf(day("1969-12-29")))).toBe(1)
  })
  test("depends on the time zone", () => {
    const instant = new Date("2026-03-01T23:30:00Z")
    expect(dayIn("Europe/Berlin", instant)).toBe("2026-03-02")
    expect(dayIn("America/New_York", instant)).toBe("2026-03-01")
  })
})
