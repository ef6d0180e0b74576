import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, addMonths, daysBetween, readDay, sayDay, weeksOf } from "./day-text"

const today = "2026-11-22"

describe("typed days", () => {
  it.each([
    ["2027-03-14", "2027-03-14"],
    ["14 mar", "2027-03-14"],
    ["14 December", "2026-12-14"],
    ["1 sep", "2026-09-01"],
    ["14.3.2027", "2027-03-14"],
    ["14/3/27", "2027-03-14"],
    ["today", today],
    ["+5", "2026-11-27"],
    ["29 feb 2028", "2028-02-29"],
  ])("%s is read as %s", (text, day) => expect(readDay(text, today)).toBe(day))
  it.each(["30 feb 2027", "2027-13-01", "soon", "", "14", "31.4.", "2027-02-29"])("%j is not a day", (text) =>
    expect(readDay(text, today)).toBeNull(),
  )
  it("read back as they were written", () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (days) => {
        const day = addDays("1970-01-01", days)
        expect(readDay(sayDay(day), today)).toBe(day)
        expect(daysBetween("1970-01-01", day)).toBe(days)
      }),
    )
  })
  it("a month later is never in the month after it", () => {
    expect(addMonths("2027-01-31", 1)).toBe("2027-02-28")
    expect(addMonths("2027-03-31", -1)).toBe("2027-02-28")
  })
  it("weeks begin on Monday and hold the whole month", () => {
    const weeks = weeksOf("2026-11-22")
    expect(weeks[0]?.[0]).toBe("2026-10-26")
    expect(weeks.at(-1)).toContain("2026-11-30")
  })
})
