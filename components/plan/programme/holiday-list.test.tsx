import { describe, expect, test } from "vitest"
import { readHolidays } from "./holiday-list"

describe("a pasted list of holidays", () => {
  test("is read whatever the form of its days, their place and the separator", () => {
    const text = [
      ...["2026-12-25 Christmas Day", "26.12.2026;Boxing Day", "1 Jan 2027, New Year"],
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
      unread: [],
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
})
