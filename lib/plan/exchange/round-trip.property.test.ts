import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import type { CurrentPlan } from "./current-plan"
import { projectXml } from "./export/project-xml"
import type { ImportPlan } from "./import/import-plan"
import { planImport } from "./import/plan-import"
import type { ProjectFile } from "./mspdi/project-file"
import { readProject } from "./mspdi/read-project"
import { everything, plannedItem, planOf, richPlans } from "./test-plans"

function exported(plan: CurrentPlan): ProjectFile {
  const file = readProject(projectXml(plan))
  if (!file.ok) throw new Error(JSON.stringify(file.refusal))
  return file.value
}
function imported(file: ProjectFile, plan: CurrentPlan): ImportPlan {
  const planned = planImport(file, plan, everything)
  if (!planned.ok) throw new Error(JSON.stringify(planned.refusal))
  return planned.value
}

describe("a plan that is exported", () => {
  test("is just the same when it is imported again where it came from", () => {
    fc.assert(
      fc.property(richPlans, (plan) => {
        const {
          newItems,
          changedItems,
          sameItems,
          newLinks,
          changedLinks,
          sameLinks,
          newWorkstreams,
          newPeople,
          calendar,
        } = imported(exported(plan), plan)
        expect({ newItems, changedItems, newLinks, changedLinks, newWorkstreams, newPeople, calendar }).toEqual({
          ...{ newItems: [], changedItems: [], newLinks: [], changedLinks: [], newWorkstreams: [], newPeople: [] },
          calendar: null,
        })
        expect([sameItems, sameLinks]).toEqual([plan.items.length, plan.links.length])
      }),
    )
  })
  test("arrives whole in an empty programme", () => {
    fc.assert(
      fc.property(richPlans, (plan) => {
        const there = imported(exported(plan), planOf({ programme: plan.programme, people: plan.people }))
        expect(there.newItems.length).toBe(plan.items.length)
        // There as here, a gate waits for the work of its phase without a link.
        const own = plan.links.filter(
          ({ from, to, type, lag }) =>
            !(from.kind === "workstream" && to.kind === "gate" && type === "FS" && lag === 0),
        )
        expect(there.newLinks.length).toBe(own.length)
        expect(new Set(there.newItems.map(({ values }) => values.title.trim())).size).toBe(
          new Set(plan.items.map(({ title }) => title.replaceAll(/\s+/g, " ").trim())).size,
        )
        const lags = (links: readonly { type: string; lag: number; lagUnit: string }[]) =>
          links.map(({ type, lag, lagUnit }) => `${type}${lag}${lag === 0 ? "" : lagUnit}`).sort()
        expect(lags(there.newLinks)).toEqual(lags(own))
        for (const [at, { values }] of there.newItems.entries()) {
          const key = there.newItems[at]?.importKey.replace("lakeward:", "")
          const before = plan.items.find(({ id }) => id === key)
          if (!before) throw new Error("an item from nowhere")
          expect(values.likely).toBeCloseTo(before.likely ?? 1, 2)
          const { status, percent, startNoEarlierThan, deadline, actualStart, actualFinish } = before
          expect(values).toMatchObject({ status, percent, startNoEarlierThan, deadline, actualStart, actualFinish })
          const { constraintType, constraintDay, remainingDays } = before
          expect(values).toMatchObject({ constraintType, constraintDay })
          const likely = before.likely ?? 1
          const left = (days: number | null) => days ?? likely * (1 - percent / 100)
          expect(Math.abs(left(values.remainingDays) - left(remainingDays))).toBeLessThanOrEqual(likely / 200 + 0.001)
        }
      }),
    )
  })
  test("carries what XML has signs of its own for", () => {
    const title = `<b> & "quotes" ]]> 'n' \u{1F600} é`
    const plan = planOf({ items: [plannedItem(0, { title, description: "one\ntwo & <three>\u0007" })] })
    const [task] = exported(plan).tasks.filter(({ summary, outlineLevel }) => !summary && outlineLevel === 3)
    expect([task?.name, task?.notes]).toEqual([title, "one\ntwo & <three>"])
  })
})

test("a workstream that its gate does not wait for is made anew as one, and one that is required as one", () => {
  const before = planOf({ items: [plannedItem(0), plannedItem(1, { workstreamId: plannedItem(0).workstreamId })] })
  const workstreams = before.workstreams.map((each) => ({ ...each, holdsGate: false }))
  const there = planOf({ programme: before.programme, workstreams: [] })
  const made = (plan: CurrentPlan) => imported(exported(plan), there).newWorkstreams
  const name = before.workstreams[0]?.name
  expect(made({ ...before, workstreams })).toContainEqual({ name, tasks: 2, holdsGate: false })
  expect(made(before)).toContainEqual({ name, tasks: 2, holdsGate: true })
})

test("a plan that is exported does not bring its own baselines back, and brings them elsewhere", () => {
  const item = plannedItem(0)
  const line = { part: "item", partId: item.id, start: null, finish: day("2026-02-06"), likely: 2 } as const
  const plan = planOf({ items: [item], baselines: [{ name: "First", lines: [line] }] })
  expect(imported(exported(plan), plan).baselines).toEqual([])
  const there = imported(exported(plan), planOf()).baselines
  expect(there).toMatchObject([{ name: "Baseline of Northbridge", lines: [{ finish: "2026-02-06", likely: 2 }] }])
})
