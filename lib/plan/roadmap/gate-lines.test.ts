import { expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { gateLines, proposalsOf } from "./gate-lines"
import { roadmap } from "./test-roadmap"

const gate = roadmap.gates[0] ?? expect.fail("the test programme has a gate")
const planned = {
  phases: [{ id: gate.phaseId, start: day("2026-03-02"), finish: day("2026-03-13") }],
  gates: [{ id: gate.id, day: day("2026-03-13") }],
}
const linesWith = (more: Partial<typeof gate>, dates: Parameters<typeof gateLines>[1] = planned) =>
  gateLines({ ...roadmap, gates: [{ ...gate, targetDay: null, passedAt: null, ...more }] }, dates)

test("a gate tells by how many working days the plan misses its target", () => {
  expect(linesWith({ targetDay: day("2026-03-06") })[0]).toMatchObject({ plannedDay: "2026-03-13", workingDaysLate: 5 })
  expect(linesWith({ targetDay: day("2026-03-16") })[0]?.workingDaysLate).toBe(-1)
  expect(linesWith({})[0]?.workingDaysLate).toBeNull()
})

test("a gate before which there is no work has no planned day", () => {
  expect(linesWith({}, { ...planned, phases: [] })[0]?.plannedDay).toBeNull()
})

test("planned days are proposed only to gates that are to be passed and have no target", () => {
  expect(proposalsOf(linesWith({})).map(({ day: proposed }) => proposed)).toEqual(["2026-03-13"])
  expect(proposalsOf(linesWith({ targetDay: day("2026-04-01") }))).toEqual([])
  expect(proposalsOf(linesWith({ passedAt: "2026-03-13T10:00:00Z" }))).toEqual([])
  expect(proposalsOf(linesWith({}, { ...planned, phases: [] }))).toEqual([])
})
