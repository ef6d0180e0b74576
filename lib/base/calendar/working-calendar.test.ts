import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Day, day, dayOf, ordinalOf, weekdayOf } from "@/lib/base/kernel/day"
import {
  addWorkingDays,
  type CompiledCalendar,
  compileCalendar,
  isWorkingDay,
  nextWorkingDay,
  workingDayAt,
  workingDaysBetween,
  workingIndex,
} from "./working-calendar"
import { WorkingCalendar } from "./working-calendar-shape"

function compiled(calendar: WorkingCalendar): CompiledCalendar {
  const result = compileCalendar(calendar)
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

const christmas = compiled({ weekend: [6, 7], holidays: [day("2026-12-25"), day("2026-12-26"), day("2027-01-01")] })
const dates = fc.integer({ min: -25567, max: 84005 })
const calendars = fc.record({
  weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
  holidays: fc.array(fc.integer({ min: 20400, max: 20500 }).map(dayOf), { maxLength: 60 }),
})
const near = fc.integer({ min: 20380, max: 20520 })
const isFree = ({ weekend, holidays }: { weekend: number[]; holidays: Day[] }, ordinal: number) =>
  weekend.includes(weekdayOf(ordinal)) || holidays.includes(dayOf(ordinal))

describe("a working calendar", () => {
  test("knows weekends and holidays", () => {
    expect(isWorkingDay(christmas, day("2026-12-24"))).toBe(true)
    for (const free of ["2026-12-25", "2026-12-26", "2026-12-27", "2027-01-01"])
      expect(isWorkingDay(christmas, day(free))).toBe(false)
    expect(nextWorkingDay(christmas, day("2026-12-25"))).toBe("2026-12-28")
    expect(nextWorkingDay(christmas, day("2026-12-28"))).toBe("2026-12-28")
  })
  test("counts forwards and backwards over a holiday", () => {
    expect(addWorkingDays(christmas, day("2026-12-24"), 1)).toBe("2026-12-28")
    expect(addWorkingDays(christmas, day("2026-12-28"), -1)).toBe("2026-12-24")
    expect(addWorkingDays(christmas, day("2026-12-26"), 0)).toBe("2026-12-28")
    expect(workingDaysBetween(christmas, day("2026-12-24"), day("2027-01-04"))).toBe(5)
    expect(workingDaysBetween(christmas, day("2027-01-04"), day("2026-12-24"))).toBe(-5)
  })
  test("without any working weekday is refused", () => {
    expect(compileCalendar({ weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [] })).toEqual({
      ok: false,
      refusal: "no-working-weekday",
    })
  })
  test("with a weekday that does not exist is not a calendar", () => {
    expect(WorkingCalendar.safeParse({ weekend: [0], holidays: [] }).success).toBe(false)
    expect(WorkingCalendar.safeParse({ weekend: [5, 6], holidays: ["2026-12-25"] }).success).toBe(true)
  })
  test("may have a whole year off", () => {
    const yearOff = Array.from({ length: 365 }, (_, index) => dayOf(ordinalOf(day("2027-01-01")) + index))
    expect(nextWorkingDay(compiled({ weekend: [6, 7], holidays: yearOff }), day("2027-01-01"))).toBe("2028-01-03")
  })
  test("numbers the working days from 1900 to 2199 without gaps, and finds each by its number", () => {
    fc.assert(
      fc.property(calendars, fc.oneof(dates, near), (calendar, ordinal) => {
        const ready = compiled(calendar)
        const index = workingIndex(ready, ordinal)
        const free = isFree(calendar, ordinal)
        expect(workingIndex(ready, ordinal + 1) - index).toBe(free ? 0 : 1)
        if (free) expect(workingDayAt(ready, index)).toBeGreaterThan(ordinal)
        else expect(workingDayAt(ready, index)).toBe(ordinal)
      }),
    )
  })
  test("agrees with counting the days one by one", () => {
    fc.assert(
      fc.property(calendars, near, near, (calendar, a, b) => {
        const [from, until] = a < b ? [a, b] : [b, a]
        let counted = 0
        for (let ordinal = from; ordinal < until; ordinal++) if (!isFree(calendar, ordinal)) counted++
        expect(workingDaysBetween(compiled(calendar), dayOf(from), dayOf(until))).toBe(counted)
      }),
    )
  })
  test("goes as many days back as it went forth", () => {
    fc.assert(
      fc.property(calendars, near, fc.integer({ min: -300, max: 300 }), (calendar, ordinal, days) => {
        const ready = compiled(calendar)
        const there = addWorkingDays(ready, dayOf(ordinal), days)
        expect(isWorkingDay(ready, there)).toBe(true)
        expect(addWorkingDays(ready, there, -days)).toBe(nextWorkingDay(ready, dayOf(ordinal)))
      }),
    )
  })
})
