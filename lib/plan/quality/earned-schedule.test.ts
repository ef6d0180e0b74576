import { describe, expect, test } from "vitest"
import { addWorkingDays, compileCalendar } from "@/lib/base/calendar/working-calendar"
import { type Day, day } from "@/lib/base/kernel/day"
import { item, planFor } from "@/lib/plan/roadmap/test-roadmap"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { type BaselineItem, earnedSchedule } from "./earned-schedule"
import { sayEarned } from "./say-earned"

const compiled = compileCalendar({ weekend: [6, 7], holidays: [] })
if (!compiled.ok) throw new Error(compiled.refusal)
const calendar = compiled.value
/** The nth working day from Monday 2 March 2026, which is 0. */
const on = (working: number): Day => addWorkingDays(calendar, day("2026-03-02"), working)

/**
 * By hand: by the baseline a (10 days) is done on days 0 to 9 and b (10 days) on days 10 to 19, a day's worth a day. As of
 * the end of day 11, when twelve days have gone by, 12 were to be done. a is done, b not begun: 10 are earned, which the
 * baseline had planned by the end of its tenth day: two days behind, 10/12.
 */
const baseline: BaselineItem[] = [
  { id: "a", start: on(0), finish: on(9), likely: 10 },
  { id: "b", start: on(10), finish: on(19), likely: 10 },
]
const done = { status: "done", percent: 100, actualStart: on(0), actualFinish: on(10) } as const
const plan: WorkItemView[] = [item("a", { likely: 10, ...done }), item("b", { likely: 10 })]
const earned = (items: readonly WorkItemView[] = plan, statusDay = on(11), of = baseline) =>
  earnedSchedule(of, items, planFor(items, statusDay).dates, statusDay, calendar)

describe("earned schedule", () => {
  test("is the time by which the baseline had planned what is earned now", () => {
    expect(earned()).toMatchObject({
      ...{ total: 20, planned: 12, earned: 10, variance: -2 },
      ...{ actualTime: 12, earnedTime: 10, timeVariance: -2, timeIndex: 10 / 12 },
    })
  })
  test("has fractions of days: a quarter of a is two and a half days", () => {
    const begun = [item("a", { likely: 10, status: "in_progress", percent: 25, actualStart: on(0) }), item("b")]
    expect(earned(begun, on(4))).toMatchObject({ earned: 2.5, earnedTime: 2.5, actualTime: 5, timeVariance: -2.5 })
  })
  test("ends with the baseline once all is earned, however late", () => {
    const all = plan.map((each) => ({ ...each, ...done }))
    expect(earned(all, on(29))).toMatchObject({ earned: 20, earnedTime: 20, actualTime: 30, timeVariance: -10 })
  })
  test("has earned nothing and planned nothing before it began", () => {
    const fresh = [item("a"), item("b")]
    expect(earned(fresh, day("2026-02-20"))).toMatchObject({ planned: 0, earned: 0, actualTime: 0, timeIndex: null })
  })
  test("counts added and dropped work apart", () => {
    const changed = [
      ...plan.map((each) => (each.id === "b" ? { ...each, status: "dropped" as const } : each)),
      item("c", { likely: 4 }),
    ]
    expect(earned(changed)).toMatchObject({
      ...{ total: 10, planned: 10, earned: 10, timeVariance: -2 },
      ...{ added: { items: 1, days: 4 }, gone: { items: 1, days: 10 } },
    })
    expect(earned([])).toBeNull()
  })
  test("draws what was planned, what was earned until today, and what is still to come", () => {
    const curve = earned()?.curve ?? []
    const at = (working: number) => curve.find((point) => point.day === on(working))
    expect(at(4)).toMatchObject({ planned: 5, outlook: null })
    // a took eleven days, 0 to 10: after five of them 50/11 of its ten days.
    expect(at(4)?.earned).toBeCloseTo(50 / 11, 10)
    expect(at(11)).toMatchObject({ planned: 12, earned: 10, outlook: 10 })
    // b now takes days 11 to 20, of which day 11 is over.
    expect(at(15)).toMatchObject({ planned: 16, earned: null, outlook: 15 })
    expect(curve.at(-1)).toMatchObject({ day: on(20), planned: 20, outlook: 20 })
    for (const [index, point] of curve.entries())
      expect(point.planned).toBeGreaterThanOrEqual(curve[index - 1]?.planned ?? 0)
  })
})

test("how far the work is, in words", () => {
  const about = { actualTime: 9, total: 2193, earned: 1373.8 }
  expect([-8.5, 1, 0].map((timeVariance) => sayEarned({ ...about, timeVariance }))).toEqual([
    "8.5 working days behind the baseline: 1,374 of 2,193 baseline days are earned.",
    "1 working day ahead of the baseline: 1,374 of 2,193 baseline days are earned.",
    "On schedule by the baseline: 1,374 of 2,193 baseline days are earned.",
  ])
  expect(sayEarned({ actualTime: 0, earned: 0, total: 20, timeVariance: 0 })).toBe(
    "The baseline has not begun: 0 of 20 baseline days are earned.",
  )
})
