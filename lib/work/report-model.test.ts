import { expect, test } from "vitest"
import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import { day } from "@/lib/base/kernel/day"
import { item } from "@/lib/plan/roadmap/test-roadmap"
import { carriedOf, cycleTimesOf, sprintDays } from "./report-model"

const compiled = compileCalendar({ weekend: [6, 7], holidays: [day("2026-11-18")] })
if (!compiled.ok) throw new Error("no working day")
const calendar = compiled.value
const sprint = { id: "s", startDay: day("2026-11-16"), finishDay: day("2026-11-27"), closedOn: null }

test("a sprint has its working days, holidays left out", () => {
  expect(sprintDays(sprint, calendar)).toHaveLength(9)
})

test("cycle time counts both ends in working days, and knows what finished in the sprint", () => {
  const done = { status: "done" as const, actualStart: day("2026-11-12"), actualFinish: day("2026-11-19") }
  const before = { ...done, actualStart: day("2026-11-13"), actualFinish: day("2026-11-13") }
  const after = { ...done, actualFinish: day("2026-11-30") }
  expect(cycleTimesOf([item("a", done), item("b", before), item("c", after), item("d")], calendar, sprint)).toEqual([
    { itemId: "a", days: 5, current: true },
    { itemId: "b", days: 1, current: false },
  ])
})

test("what is open in a running sprint says why and how much is left", () => {
  const open = item("a", { sprintId: "s", status: "in_progress", percent: 50, effortDays: 4 })
  const done = item("b", { sprintId: "s", status: "done" })
  expect(carriedOf(sprint, [], [open, done, item("c")])).toMatchObject([{ itemId: "a", left: 2, why: "50% done" }])
})
