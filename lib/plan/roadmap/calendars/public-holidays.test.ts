import { describe, expect, test } from "vitest"
import { dayOf } from "@/lib/base/kernel/day"
import { easterOf } from "./easter"
import { publicHolidays } from "./public-holidays"

const days = (...of: Parameters<typeof publicHolidays>) => publicHolidays(...of).map(({ day }) => day.slice(5))

test.each([
  [1961, "04-02"],
  [2000, "04-23"],
  [2008, "03-23"],
  [2019, "04-21"],
  [2024, "03-31"],
  [2025, "04-20"],
  [2026, "04-05"],
  [2027, "03-28"],
  [2038, "04-25"],
])("Easter of %i is on %s", (year, date) => {
  expect(dayOf(easterOf(year))).toBe(`${year}-${date}`)
})

describe("public holidays", () => {
  test("of Germany in 2026", () => {
    expect(days("germany", 2026)).toEqual([
      ...["01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "10-03", "12-25", "12-26"],
    ])
  })
  test("of France in 2026", () => {
    expect(days("france", 2026)).toEqual([
      ...["01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11", "12-25"],
    ])
  })
  test.each([
    [2025, ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"]],
    [2026, ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"]],
    [2027, ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"]],
    [2028, ["01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"]],
    [2033, ["01-03", "04-15", "04-18", "05-02", "05-30", "08-29", "12-26", "12-27"]],
  ])("of England and Wales in %i, with the days that stand for weekends", (year, expected) => {
    expect(days("england-and-wales", year)).toEqual(expected)
  })
  test.each([
    [2026, ["01-01", "01-19", "02-16", "05-25", "06-19", "07-03", "09-07", "10-12", "11-11", "11-26", "12-25"]],
    [2027, ["01-01", "01-18", "02-15", "05-31", "06-18", "07-05", "09-06", "10-11", "11-11", "11-25", "12-24"]],
  ])("of the United States in %i, with the days observed for weekends", (year, expected) => {
    expect(days("united-states", year)).toEqual(expected)
  })
})
