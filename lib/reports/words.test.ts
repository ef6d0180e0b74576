import { expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import { count, listed, listedSentences, sayMoment, weekOf } from "./words"

const today = day("2026-11-22")

test("a day of another year carries its year", () => {
  expect([sayDay(day("2026-03-06"), today), sayDay(day("2027-03-06"), today)]).toEqual(["6 Mar", "6 Mar 2027"])
})

test("a short day goes without its year while it is near", () => {
  expect(sayDay(day("2027-01-06"), today)).toBe("6 Jan 2027")
  expect(sayDay(day("2027-09-06"), today)).toBe("6 Sep 2027")
  expect(sayDay(day("2025-11-22"), today)).toBe("22 Nov 2025")
})

test("a moment is told on the clocks of the programme", () => {
  expect(sayMoment("2026-11-22T08:40:00Z", "Europe/Berlin", today)).toBe("today 09:40")
  expect(sayMoment("2026-11-21T23:30:00Z", "Europe/Berlin", today)).toBe("today 00:30")
  expect(sayMoment("2026-11-20T08:40:00Z", "UTC", today)).toBe("20 Nov 08:40")
})

test("counts and lists read as they are spoken", () => {
  expect([count(1, "check"), count(1200, "check"), count(2, "activity", "activities")]).toEqual([
    "1 check",
    "1,200 checks",
    "2 activities",
  ])
  expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c", "d", "e"])]).toEqual([
    "",
    "a",
    "a and b",
    "a, b, c and 2 more",
  ])
})

test("weeks are counted from the start's own weekday, the first is 1", () => {
  const start = day("2026-07-06")
  expect([weekOf(start, start), weekOf(start, day("2026-07-12")), weekOf(start, day("2026-07-13"))]).toEqual([1, 1, 2])
})

test("sentences in a list go without their full stops", () => {
  expect(listedSentences(["Runs succeed.", "Logs are kept.", "More."])).toBe("Runs succeed, Logs are kept and 1 more")
})
