import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import { day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { dueDayOf, dueOf, isoWeekOf, lastEnded, monthEndAfter, nextPeriod, periodOf } from "./period"

const compiled = compileCalendar({ weekend: [6, 7], holidays: [day("2026-11-03")] })
if (!compiled.ok) throw new Error("no calendar")
const calendar = compiled.value

test.each([
  ["2027-01-01", "2026-W53"],
  ["2026-01-01", "2026-W01"],
  ["2024-12-30", "2025-W01"],
  ["2023-01-01", "2022-W52"],
  ["2020-12-31", "2020-W53"],
  ["2026-11-30", "2026-W49"],
])("%s is in ISO week %s", (at, week) => expect(isoWeekOf(day(at))).toBe(week))

describe("a period", () => {
  test.each([
    ["weekly", "2027-01-01", "2026-12-28", "2027-01-03"],
    ["monthly", "2028-02-11", "2028-02-01", "2028-02-29"],
    ["monthly", "2026-12-31", "2026-12-01", "2026-12-31"],
    ["quarterly", "2026-11-30", "2026-10-01", "2026-12-31"],
    ["quarterly", "2026-01-01", "2026-01-01", "2026-03-31"],
  ] as const)("%s of %s runs from %s to %s", (cadence, at, from, to) => {
    expect(periodOf(cadence, day(at))).toEqual({ from, to })
  })
  test("holds its day, and the next one begins on the day after it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("weekly", "monthly", "quarterly"),
        fc.integer({ min: 18_000, max: 25_000 }),
        (cadence, at) => {
          const period = periodOf(cadence, dayOf(at))
          expect(period.from <= dayOf(at) && dayOf(at) <= period.to).toBe(true)
          expect(ordinalOf(nextPeriod(cadence, period).from)).toBe(ordinalOf(period.to) + 1)
        },
      ),
    )
  })
  test("has ended on its last day", () => {
    expect(lastEnded("monthly", day("2026-11-30")).to).toBe("2026-11-30")
    expect(lastEnded("monthly", day("2026-11-29")).to).toBe("2026-10-31")
  })
  test("is due five working days after its end, holidays left out", () => {
    expect(dueDayOf(calendar, periodOf("monthly", day("2026-10-12")))).toBe("2026-11-09")
    expect(dueDayOf(calendar, periodOf("monthly", day("2026-11-12")))).toBe("2026-12-07")
  })
})

test("months later is the end of that month, also of the next year", () => {
  expect(monthEndAfter(day("2026-01-31"), 1)).toBe("2026-02-28")
  expect(monthEndAfter(day("2026-12-01"), 0)).toBe("2026-12-31")
  expect(monthEndAfter(day("2026-11-30"), 18)).toBe("2028-05-31")
})

describe("a check-in", () => {
  const since = day("2026-01-05")
  const due = (last: string | null, today: string) =>
    dueOf(calendar, "monthly", { since, last: last === null ? null : day(last), today: day(today) })
  test("is asked for from the last day of the period until five working days after it", () => {
    expect(due("2026-10-31", "2026-11-29").state).toBe("later")
    expect(due("2026-10-31", "2026-11-30")).toMatchObject({ state: "due", dueDay: "2026-12-07" })
    expect(due("2026-10-31", "2026-12-07").state).toBe("due")
    expect(due("2026-10-31", "2026-12-08").state).toBe("overdue")
  })
  test("that was missed stays overdue since then, and is made for the newest period", () => {
    expect(due("2026-08-31", "2026-11-30")).toEqual({
      ...{ state: "overdue", dueDay: "2026-10-07", period: { from: "2026-11-01", to: "2026-11-30" } },
    })
  })
  test("is first asked for at the end of the period in which the KPI began", () => {
    expect(due(null, "2026-01-30").state).toBe("later")
    expect(due(null, "2026-01-31")).toMatchObject({ state: "due", period: { to: "2026-01-31" } })
  })
})
