import { expect, test } from "vitest"
import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import { day } from "@/lib/base/kernel/day"
import { isContradicted, type PastVerdict } from "./contradiction"

const calendar = compileCalendar({ weekend: [6, 7], holidays: [] })
/** 2 Nov 2026 is a Monday. */
const at = (date: string) => {
  if (!calendar.ok) throw new Error("no calendar")
  return { day: day(date), timeZone: "UTC", calendar: calendar.value }
}
const past = (verdict: PastVerdict["verdict"], date: string, asOf: string | null = date): PastVerdict => ({
  ...{ verdict, judgedAt: new Date(`${date}T09:00:00Z`), asOf },
})

test("one set that says not met contradicts nobody yet", () => {
  expect(isContradicted([past("met", "2026-11-02"), past("not-met", "2026-11-03")], at("2026-11-04"))).toBe(false)
})
test("two sets in a row that say not met do", () => {
  const history = [past("met", "2026-11-02"), past("not-met", "2026-11-03"), past("not-met", "2026-11-04")]
  expect(isContradicted(history, at("2026-11-04"))).toBe(true)
})
test("the same facts judged by another rule are no second set", () => {
  const history = [past("not-met", "2026-11-03", "x"), past("not-met", "2026-11-04", "x")]
  expect(isContradicted(history, at("2026-11-04"))).toBe(false)
})
test("one set does after five working days, and no weekend counts", () => {
  const history = [past("not-met", "2026-11-05")]
  expect(isContradicted(history, at("2026-11-11"))).toBe(false)
  expect(isContradicted(history, at("2026-11-12"))).toBe(true)
})
test("what is met again contradicts nobody, and what unknown changes nothing", () => {
  const twice = [past("not-met", "2026-11-03"), past("not-met", "2026-11-04")]
  expect(isContradicted([...twice, past("met", "2026-11-05")], at("2026-11-30"))).toBe(false)
  expect(isContradicted([...twice, past("could-not-tell", "2026-11-05", null)], at("2026-11-30"))).toBe(true)
  expect(isContradicted([past("could-not-tell", "2026-11-03", null)], at("2026-11-30"))).toBe(false)
})
