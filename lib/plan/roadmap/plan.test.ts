import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { analysisOf, drivingPathOf, type PlanParts, planOf } from "./plan"
import { item, roadmap, today } from "./test-roadmap"

const link = (id: string, from: string, to: string, kind: "item" | "gate" = "item") => ({
  ...{
    id,
    from: { kind: "item" as const, id: from },
    to: { kind, id: to },
    type: "FS" as const,
    lag: 0,
    lagUnit: "days" as const,
    version: 1,
  },
})
const parts: PlanParts = {
  ...roadmap,
  items: [
    item("connect", { likely: 3 }),
    item("load", { likely: 5 }),
    item("tune", { likely: 2, deadline: day("2026-03-03") }),
    item("run", { likely: 30, workstreamId: "etl" }),
  ],
  links: [link("l1", "connect", "load"), link("l2", "load", "g1", "gate"), link("l3", "gone", "load")],
}

describe("the analysis of a programme", () => {
  const found = analysisOf(parts, today)
  if (!found.ok) throw new Error(found.refusal)
  const { analysis } = found.value

  test("has the dates of the plan and takes the last gate as its finish", () => {
    const plan = planOf(parts, today)
    expect(plan.ok && plan.value.dates.items).toEqual(analysis.items)
    expect(analysis.finish).toBe("2026-03-11")
    expect(plan.ok && plan.value.dates.finish).toBe("2026-04-10")
  })
  test("counts slack up to that gate, takes deadlines in, and leaves work behind the gate uncritical", () => {
    const slack = [...analysis.itemSlack].map(([id, { totalSlack, critical }]) => [id, totalSlack, critical])
    expect(slack).toEqual([
      ["connect", 0, true],
      ["load", 0, true],
      ["tune", 0, true],
      ["run", 0, false],
    ])
    expect([...analysis.criticalLinks]).toEqual(["l1", "l2"])
    expect(analysis.gateSlack.get("g1")).toMatchObject({ late: "2026-03-11", critical: true })
  })
  test("is refused where the plan is", () => {
    const circle = { ...parts, links: [link("l1", "connect", "load"), link("l2", "load", "connect")] }
    expect(analysisOf(circle, today)).toMatchObject({ ok: false, refusal: "cycle" })
    const idle = { ...parts, programme: { ...roadmap.programme, weekend: [1, 2, 3, 4, 5, 6, 7] } }
    expect(analysisOf(idle, today)).toMatchObject({ ok: false, refusal: "no-working-weekday" })
  })
})

test("what holds a gate of a programme is told link by link, and nothing of what is not there", () => {
  expect(drivingPathOf(parts, today, { kind: "gate", id: "g1" })).toMatchObject({
    value: [
      { node: { id: "g1" }, linkId: "l2" },
      { node: { id: "load" }, linkId: "l1" },
      { node: { id: "connect" }, because: "start" },
    ],
  })
  expect(drivingPathOf(parts, today, { kind: "gate", id: "gone" })).toEqual({ ok: true, value: null })
})
