import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { inverseOf, noChange, type ReplanParts, withChange } from "./replan"
import type { PlanChange } from "./replan-shapes"
import { freshened, undoStep } from "./replan-undo"
import { sayRefusedReplan, sayReplan } from "./say-replan"
import { item, roadmap, today } from "./test-roadmap"
import type { LinkView } from "./views"

const link: LinkView = {
  ...{
    id: "l1",
    from: { kind: "item", id: "a" },
    to: { kind: "item", id: "b" },
    type: "FS",
    lag: 0,
    lagUnit: "days" as const,
    version: 3,
  },
}
const before: ReplanParts = { ...roadmap, items: [item("a", { version: 4 }), item("b")], links: [link] }
const moved: PlanChange = {
  ...noChange,
  items: [{ id: "a", version: 4, startNoEarlierThan: day("2026-03-09") }],
}
const then = withChange(before, moved, today)
const step = undoStep(before, moved, { items: [then.items[0] ?? item("")], workstreams: [], links: [] }, "Moved")

describe("a step that takes a change back", () => {
  test("brings the members back that it changed, on the version that is there now", () => {
    const now = { ...then, items: then.items.map((each) => ({ ...each, title: "SAP", version: 9 })) }
    expect(freshened(step, now).items).toMatchObject([{ id: "a", version: 9, startNoEarlierThan: null }])
  })
  test("stays on its old version where somebody else changed the same member since", () => {
    const now = { ...then, items: [item("a", { startNoEarlierThan: day("2026-03-11"), version: 6 })] }
    expect(freshened(step, now).items).toMatchObject([{ id: "a", version: 5 }])
  })
  test("finds a link that went and came back by its ends", () => {
    const linked: PlanChange = { ...noChange, links: [{ change: { id: "l1", version: 3, lag: 2 } }] }
    const answered = { items: [], workstreams: [], links: [{ ...link, lag: 2, version: 4 }] }
    const back = undoStep(before, linked, answered, "Changed a dependency")
    const now = { ...before, links: [{ ...link, id: "l2", lag: 2, version: 1 }] }
    expect(freshened(back, now).links).toEqual([
      { change: { id: "l2", version: 1, type: "FS", lag: 0, lagUnit: "days" } },
    ])
    expect(inverseOf(before, linked, answered).links).toEqual([
      { change: { id: "l1", version: 4, type: "FS", lag: 0, lagUnit: "days" } },
    ])
  })
})

describe("a change of the plan in words", () => {
  const said = (change: Partial<PlanChange>) =>
    sayReplan({ ...noChange, ...change }, { roadmap, items: before.items }, (on) => on)
  const at = (id: string, startNoEarlierThan: typeof today | null) => ({ id, version: 1, startNoEarlierThan })
  const estimate = { optimistic: 1, likely: 2, pessimistic: 3 }
  test("names what is one thing, and counts what is more", () => {
    expect(said({ items: [at("a", today)] })).toBe('Moved "a" to 2026-03-02')
    expect(said({ items: [at("a", null)] })).toBe('Let "a" start as early as it can')
    expect(said({ items: [at("a", today), at("b", null)] })).toBe("Moved 2 items")
    expect(said({ items: [{ id: "a", version: 1, estimate }] })).toBe('Estimated "a"')
    expect(said({ links: [{ add: { ...link, lag: 1, lagUnit: "days" } }] })).toBe('Let "b" wait for "a"')
    const removed = { remove: { id: "l1", version: 3 } }
    expect(said({ links: [removed] })).toBe("Removed a dependency")
    expect(said({ workstreams: [{ id: "etl", version: 1, estimate }] })).toBe('Estimated "ETL Pipelines"')
    expect(said({ items: [at("a", today)], links: [removed, removed] })).toBe("Changed 1 item and 2 links")
  })
  test("that was refused says who was faster, or what the circle goes through", () => {
    const refusal = { detail: "No.", code: "changed-meanwhile", changedBy: "Leo Tan" }
    expect(sayRefusedReplan(refusal)).toBe("Leo Tan saved first. No.")
    expect(sayRefusedReplan({ detail: "No.", code: "would-circle", members: ["a", "b"] })).toBe(
      "No. It goes through a, b.",
    )
    expect(sayRefusedReplan({ ...refusal, changedBy: null })).toBe("No.")
  })
})
