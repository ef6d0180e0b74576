import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { outlineOf } from "@/lib/pack/outline"
import { listReleases, loadRelease } from "@/lib/pack/server/releases"
import { activityKeys } from "@/lib/plan/roadmap/preview"
import { draftPlan } from "./draft-plan"

const outline = outlineOf(loadRelease(listReleases().at(-1) ?? ""))
const startDay = day("2026-03-02")
const weekdays = { weekend: [6, 7], holidays: [] }
const none: ReadonlySet<string> = new Set()
function phases(leftOut = none, calendar: { weekend: number[]; holidays: ReturnType<typeof day>[] } = weekdays) {
  const plan = draftPlan({ outline, leftOut, calendar, startDay, today: startDay })
  if (!plan.ok) throw new Error(plan.refusal)
  return plan.value.phases
}

describe("the plan of a new programme", () => {
  test("gives each phase with a range a length within it", () => {
    for (const { name, planned, usual } of phases()) {
      if (!usual) continue
      expect(planned?.weeks, name).toBeGreaterThanOrEqual(usual.from)
      expect(planned?.weeks, name).toBeLessThanOrEqual(usual.to)
    }
  })

  test("holds the gates in their order, after the work of their phases", () => {
    const gates = phases().flatMap(({ gate, planned }) => (gate && planned ? [{ gate, planned }] : []))
    expect(gates).toHaveLength(5)
    const days = gates.map(({ gate }) => gate.day)
    expect([...days].sort()).toEqual(days)
    for (const { gate, planned } of gates) expect(gate.day > planned.finish).toBe(true)
  })

  test("a phase of which everything is left out has neither dates nor a gate", () => {
    const first = outline.phases[0]
    const keys = outline.stages.flatMap(({ workstreams }) =>
      workstreams.flatMap((workstream) =>
        workstream.activities
          .filter(({ phase }) => (phase ?? workstream.phase) === first?.key)
          .map(({ key }) => key)
          .concat(workstream.phase === first?.key ? activityKeys(workstream) : []),
      ),
    )
    expect(phases(new Set(keys))[0]).toMatchObject({ planned: null, gate: null })
  })

  test("holidays move the gates, and a week without a working day has no plan", () => {
    const holidays = [3, 4, 5, 6].map((date) => day(`2026-03-0${date}`))
    const before = phases()[0]?.gate?.day ?? ""
    expect((phases(none, { weekend: [6, 7], holidays })[0]?.gate?.day ?? "") > before).toBe(true)
    const off = { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [] }
    expect(draftPlan({ outline, leftOut: none, calendar: off, startDay, today: startDay })).toMatchObject({
      refusal: "no-working-weekday",
    })
  })
})
