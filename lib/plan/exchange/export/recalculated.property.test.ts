import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import type { LinkView } from "@/lib/plan/roadmap/views"
import { recalculate, refusedLinks } from "@/tests/support/recalculate"
import type { CurrentPlan } from "../current-plan"
import { idOf, plannedItem, planOf, plans } from "../test-plans"
import { projectXml } from "./project-xml"

/** A workstream without work that waits by its finish is stretched here, and moved as a whole by Project. */
const stretched = ({ workstreams, items }: CurrentPlan): ReadonlySet<string> => {
  const live = new Set(items.filter(({ status }) => status !== "dropped").map(({ workstreamId }) => workstreamId))
  return new Set(workstreams.filter(({ id }) => !live.has(id)).map(({ name }) => name))
}

/** Whether all items of a workstream were dropped: the engine then still counts its own estimate. */
const isEmptied = ({ items }: CurrentPlan, workstreamId: string): boolean => {
  const own = items.filter((each) => each.workstreamId === workstreamId)
  return own.length > 0 && own.every(({ status }) => status === "dropped")
}

/** What a plan says otherwise than Project computes from the same file, to the minute. */
const differing = (xml: string, loose: ReadonlySet<string> = new Set()) =>
  recalculate(xml).filter(({ name, start, finish, said }) => {
    const isStartEqual = loose.has(name) || Math.abs(start - said.start) <= 1
    return !isStartEqual || Math.abs(finish - said.finish) > 1
  })

describe("an exported plan that Project plans again", () => {
  test("has no link that Project refuses, and every date is the same", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        fc.pre(plan.workstreams.every((workstream) => !isEmptied(plan, workstream.id)))
        const xml = projectXml(plan)
        expect(refusedLinks(xml)).toEqual([])
        expect(differing(xml, stretched(plan))).toEqual([])
      }),
    )
  })
  test("is held against an engine that sees what is wrong", () => {
    const link: LinkView = {
      ...{ id: idOf(7, 0), version: 1, type: "FS", lag: 1, lagUnit: "days" },
      ...{ from: { kind: "item", id: idOf(4, 0) }, to: { kind: "item", id: idOf(4, 1) } },
    }
    const xml = projectXml(planOf({ items: [plannedItem(0, { likely: 3 }), plannedItem(1)], links: [link] }))
    expect(differing(xml)).toEqual([])
    expect(differing(xml.replace("<LinkLag>4800<", "<LinkLag>9600<")).map(({ name }) => name)).toContain("Item 1")
  })
  test("carries gates that were passed as reached on their day", () => {
    const plan = planOf()
    const gates = plan.gates.map((gate, at) => (at === 0 ? { ...gate, passedAt: "2026-02-10T09:00:00.000Z" } : gate))
    const xml = projectXml({ ...plan, gates })
    const [, gate = ""] = /<Task>((?:(?!<Task>)[\s\S])*<Name>Gate 1<[\s\S]*?)<\/Task>/.exec(xml) ?? []
    for (const each of ["Start", "Finish", "ActualStart", "ActualFinish"])
      expect(gate).toContain(`<${each}>${day("2026-02-10")}T17:00:00</${each}>`)
    expect(gate).toContain("<PercentComplete>100</PercentComplete>")
  })
})
