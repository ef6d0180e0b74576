import { describe, expect, test } from "vitest"
import { readHolidays } from "./pasted-holidays"

describe("a pasted list of holidays", () => {
  test("is read whatever the form of its days, their place and the separator", () => {
    const text = [
      ...["2026-12-25 Christmas Day", "26.12.2026;Boxing Day", "1 January 2027, New Year"],
      ...["Good Friday\t26/3/2027", "", "  2027-05-01  "],
    ].join("\n")
    expect(readHolidays(text)).toEqual({
      holidays: [
        { day: "2026-12-25", name: "Christmas Day" },
        { day: "2026-12-26", name: "Boxing Day" },
        { day: "2027-01-01", name: "New Year" },
        { day: "2027-03-26", name: "Good Friday" },
        { day: "2027-05-01", name: "Holiday" },
      ],
      ...{ unread: [], open: [] },
    })
  })

  test("a line without a day that exists, or without its year, is told and not guessed", () => {
    const { holidays, unread } = readHolidays("Christmas\n31.2.2027 Nothing\n25 Dec Christmas Day")
    expect(holidays).toEqual([])
    expect(unread).toEqual(["Christmas", "31.2.2027 Nothing", "25 Dec Christmas Day"])
  })

  test("the same day pasted twice is one holiday", () => {
    expect(readHolidays("2026-12-25 A\n25.12.2026 B").holidays).toEqual([{ day: "2026-12-25", name: "B" }])
  })

  const days = (text: string, order: "day-first" | "month-first" | null = null) =>
    readHolidays(text, order).holidays.map(({ day }) => day)
  test("has the order of day and month that the whole list says", () => {
    expect(readHolidays("7/4/2026 Independence Day\n12/25/2026 Christmas").holidays).toEqual([
      { day: "2026-07-04", name: "Independence Day" },
      { day: "2026-12-25", name: "Christmas" },
    ])
    expect(days("1/5/2026 Labour Day\n25/12/2026 Christmas")).toEqual(["2026-05-01", "2026-12-25"])
    expect(days("5-1-2026 A\n12-31-2026 B")).toEqual(["2026-05-01", "2026-12-31"])
    expect(days("1.5.2026 A")).toEqual(["2026-05-01"])
    expect(days("5.1.2026 A\n12.31.2026 B")).toEqual(["2026-05-01", "2026-12-31"])
  })
  test("that does not say it is asked about, and not guessed", () => {
    const text = "7/4/2026 Independence Day\n2026-12-25 Christmas\n5/5/2026 May"
    const open = readHolidays(text)
    expect([open.open, open.holidays.map(({ day }) => day)]).toEqual([
      ["7/4/2026 Independence Day"],
      ["2026-05-05", "2026-12-25"],
    ])
    expect(days(text, "month-first")).toContain("2026-07-04")
    expect(days(text, "day-first")).toContain("2026-04-07")
    const both = readHolidays("7/4/2026 A\n12/25/2026 B\n31/12/2026 C")
    expect([both.open, both.holidays.map(({ day }) => day)]).toEqual([["7/4/2026 A"], ["2026-12-25", "2026-12-31"]])
  })
  test.each([
    ["24.12.2026 - 27.12.2026 Company closed", 24, 27],
    ["2026-12-24 to 2026-12-27 Company closed", 24, 27],
    ["Company closed: 24-27 Dec 2026", 24, 27],
    ["Company closed, December 24\u201327, 2026", 24, 27],
    ["24.12.-27.12.2026 Company closed", 24, 27],
    ["24.-27.12.2026 Company closed", 24, 27],
    ["12/24/2026 - 12/27/2026 Company closed", 24, 27],
    ["24 Dec - 27 Dec 2026 Company closed", 24, 27],
    ["2026-12-24/2026-12-27, Company closed", 24, 27],
  ])("has every day of a range: %s", (line, first, last) => {
    const { holidays, unread } = readHolidays(line)
    expect(unread).toEqual([])
    expect(holidays).toEqual(
      Array.from({ length: last - first + 1 }, (_, at) => ({ day: `2026-12-${first + at}`, name: "Company closed" })),
    )
  })
  test("has ranges over the end of a year, and none that go backwards or for ever", () => {
    expect(days("24 Dec - 2 Jan 2027 Closed").length).toBe(10)
    expect(days("30.12. - 1.1.2027 Closed")).toEqual(["2026-12-30", "2026-12-31", "2027-01-01"])
    expect(readHolidays("2026-12-27 - 2026-12-24 A\n2026-01-01 - 2030-01-01 B\n27-24 Dec 2026 C").unread.length).toBe(3)
  })
  test("reads days as they are written in English, with or without the weekday", () => {
    const text =
      "Friday, December 25, 2026\tChristmas Day\n1st January 2027: New Year - all day\nEaster Monday 5 April 2027"
    expect(readHolidays(text).holidays).toEqual([
      { day: "2026-12-25", name: "Friday, Christmas Day" },
      { day: "2027-01-01", name: "New Year - all day" },
      { day: "2027-04-05", name: "Easter Monday" },
    ])
  })
})
