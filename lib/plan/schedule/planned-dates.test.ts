import { expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { lengthInWeeks, plannedPercent } from "./planned-dates"
import { on, weekdays } from "./test-network"

const dates = { start: on(0), finish: on(9) }

test("a fortnight from Monday to Friday is two weeks, one day a fifth of one", () => {
  expect(lengthInWeeks(on(0), on(9), weekdays)).toBe(2)
  expect(lengthInWeeks(on(3), on(3), weekdays)).toBe(0.2)
})
test("the plan expects a share for every working day that was revoked", () => {
  expect(plannedPercent(dates, day("2026-02-27"), weekdays)).toBe(0)
  expect(plannedPercent(dates, on(0), weekdays)).toBe(10)
  expect(plannedPercent(dates, on(4), weekdays)).toBe(50)
  expect(plannedPercent(dates, day("2026-03-08"), weekdays)).toBe(50)
  expect(plannedPercent(dates, on(9), weekdays)).toBe(100)
  expect(plannedPercent(dates, on(40), weekdays)).toBe(100)
})
test("work on a weekend alone is expected when the weekend is over", () => {
  const weekend = { start: day("2026-03-07"), finish: day("2026-03-08") }
  expect(plannedPercent(weekend, day("2026-03-07"), weekdays)).toBe(0)
  expect(plannedPercent(weekend, day("2026-03-08"), weekdays)).toBe(100)
})
