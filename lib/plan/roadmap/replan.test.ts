import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addWorkingDays, workingDaysBetween } from "@/lib/base/calendar/working-calendar"
import { day } from "@/lib/base/kernel/day"
import { type Plan, planOf } from "./plan"
import { inverseOf, type ReplanParts, withChange } from "./replan"
import { consequences } from "./replan-consequences"
import { linkFrom, moveBy, type Replan, resizeTo } from "./replan-gestures"
import type { PlanChange, PlanChanged } from "./replan-shapes"
import { item, roadmap, today } from "./test-roadmap"
import type { LinkView } from "./views"
import type { WorkItemView } from "./work-item-shapes"

const link = (from: string, to: string, more: Partial<LinkView> = {}): LinkView => ({
  ...{
    id: `${from}>${to}`,
    from: { kind: "item", id: from },
    to: { kind: "item", id: to },
    type: "FS",
    lag: 0,
    lagUnit: "days" as const,
  },
  ...{ version: 1, ...more },
})
const partsOf = (items: readonly WorkItemView[], links: readonly LinkView[] = []): ReplanParts => ({
  ...{ ...roadmap, items, links },
})
function planned(parts: ReplanParts): Plan {
  const plan = planOf(parts, today)
  if (!plan.ok) throw new Error(plan.refusal)
  return plan.value
}
const changed = (parts: ReplanParts, { change }: Replan) => withChange(parts, change, today)
const startOf = (parts: ReplanParts, id: string) => planned(parts).dates.items.get(id)?.start

/** What the server would answer: the records that the change names, as they are after it. */
function answerTo(change: PlanChange, then: ReplanParts): PlanChanged {
  const ids = new Set([...change.items, ...change.workstreams].map(({ id }) => id))
  return {
    items: then.items.filter(({ id }) => ids.has(id)),
    workstreams: then.workstreams.filter(({ id }) => ids.has(id)),
    links: change.links.flatMap((each) => {
      if ("remove" in each) return []
      const found = then.links.find((one) =>
        "change" in each
          ? one.id === each.change.id
          : one.from.id === each.add.from.id && one.to.id === each.add.to.id && one.type === each.add.type,
      )
      return found ? [found] : []
    }),
  }
}
const timeless = ({ items, workstreams, links }: ReplanParts) => ({
  items: items.map((each) => ({ ...each, version: 0 })),
  workstreams: workstreams.map((each) => ({ ...each, version: 0 })),
  links: links.map(({ from, to, type, lag }) => `${from.id} ${to.id} ${type} ${lag}`).sort(),
})

describe("moving a bar", () => {
  const chain = [item("a"), item("b"), item("c", { workstreamId: "framework" })]
  const toGate = link("sources", "g1", { from: { kind: "workstream", id: "sources" }, to: { kind: "gate", id: "g1" } })
  const parts = partsOf(chain, [link("a", "b"), link("b", "c"), toGate])
  test("later holds it where it was put, and what waits for it follows", () => {
    const moved = moveBy(parts, planned(parts), [{ kind: "item", id: "a" }], 3)
    expect(moved).toEqual({
      change: { items: [{ id: "a", version: 1, startNoEarlierThan: "2026-03-05" }], workstreams: [], links: [] },
      notes: [],
    })
    const [before, then] = [planned(parts), planned(changed(parts, moved))]
    expect(then.dates.items.get("a")).toEqual({ start: "2026-03-05", finish: "2026-03-06" })
    const said = consequences(before.dates, then.dates, before.calendar)
    expect(said.moved.map(({ kind, id }) => `${kind} ${id}`)).toContain("item c")
    expect(said.gates).toEqual([{ id: "g1", from: "2026-03-05", to: "2026-03-10", workingDays: 3 }])
  })
  test("of a workstream or phase moves all its work, and holds only what does not follow by itself", () => {
    for (const bar of [{ kind: "workstream", id: "sources" } as const, { kind: "phase", id: "ph1" } as const]) {
      const moved = moveBy(parts, planned(parts), [bar], 2)
      expect(moved.change.items.map(({ id }) => id)).toEqual(["a"])
      expect(startOf(changed(parts, moved), "b")).toBe("2026-03-06")
    }
  })
  test("back to where it lies by itself lets it go", () => {
    const held = partsOf([item("a", { startNoEarlierThan: day("2026-03-05") })])
    expect(moveBy(held, planned(held), [{ kind: "item", id: "a" }], -3).change.items).toEqual([
      { id: "a", version: 1, startNoEarlierThan: null },
    ])
  })
  test("to before what it waits for, or to the past, goes as far as it can and says so", () => {
    const back = moveBy(parts, planned(parts), [{ kind: "item", id: "b" }], -1)
    expect(back.change.items).toEqual([])
    expect(back.notes).toEqual([{ kind: "clamped", id: "b", day: "2026-03-04", by: "links" }])
    expect(moveBy(parts, planned(parts), [{ kind: "item", id: "a" }], -1).notes).toEqual([
      { kind: "clamped", id: "a", day: "2026-03-02", by: "today" },
    ])
  })
  test("leaves work that is under way or done, and says so", () => {
    const begun = partsOf([item("a", { status: "in_progress", actualStart: today, percent: 20 }), item("b")])
    const moved = moveBy(begun, planned(begun), [{ kind: "workstream", id: "sources" }], 1)
    expect(moved.change.items.map(({ id }) => id)).toEqual(["b"])
    expect(moved.notes).toEqual([{ kind: "begun", ids: ["a"] }])
  })
  test("without work says that there is none", () => {
    expect(moveBy(parts, planned(parts), [{ kind: "workstream", id: "etl" }], 1)).toEqual({
      change: { items: [], workstreams: [], links: [] },
      notes: [{ kind: "no-work", id: "etl" }],
    })
  })
})

describe("resizing a bar", () => {
  test("scales the estimate around the new likely one", () => {
    const parts = partsOf([item("a")])
    const resized = resizeTo(parts, planned(parts), { kind: "item", id: "a" }, 4)
    expect(resized.change.items).toEqual([
      { id: "a", version: 1, estimate: { optimistic: 2, likely: 4, pessimistic: 8 } },
    ])
    expect(planned(changed(parts, resized)).dates.items.get("a")?.finish).toBe("2026-03-05")
  })
  test("of work under way changes what is left of it", () => {
    const parts = partsOf([item("a", { status: "in_progress", actualStart: today, percent: 50, likely: 4 })])
    const [before, resized] = [planned(parts), resizeTo(parts, planned(parts), { kind: "item", id: "a" }, 5)]
    expect(before.dates.items.get("a")?.finish).toBe("2026-03-03")
    expect(planned(changed(parts, resized)).dates.items.get("a")?.finish).toBe("2026-03-06")
  })
  test("is for work, and for workstreams that have none", () => {
    const parts = partsOf([item("a")])
    const [full, empty] = [{ kind: "workstream", id: "sources" } as const, { kind: "workstream", id: "etl" } as const]
    expect(resizeTo(parts, planned(parts), full, 9).notes).toEqual([{ kind: "summary", id: "sources" }])
    expect(resizeTo(parts, planned(parts), empty, 9).change.workstreams).toEqual([
      { id: "etl", version: 1, estimate: { optimistic: 9, likely: 9, pessimistic: 9 } },
    ])
  })
})

test("linking is refused with the members of the circle it would close", () => {
  const parts = partsOf([item("a"), item("b")], [link("a", "b")])
  const ends = { from: { kind: "item", id: "b" }, to: { kind: "item", id: "a" } } as const
  expect(linkFrom(parts, ends)).toMatchObject({
    refusal: "would-circle",
    detail: { members: [{ id: "b" }, { id: "a" }] },
  })
  expect(linkFrom(parts, { from: ends.to, to: ends.from })).toMatchObject({ refusal: "already-linked" })
})

const ids = ["a", "b", "c", "d", "e", "f"]
const programmes = fc
  .record({
    items: fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          workstreamId: fc.constantFrom("sources", "framework"),
          likely: fc.constantFrom(0.5, 1, 2, 3.5),
          status: fc.constantFrom("not_started", "not_started", "not_started", "in_progress", "done", "dropped"),
          startNoEarlierThan: fc.constantFrom(null, null, day("2026-03-05"), day("2026-03-11")),
        }),
      ),
    ),
    links: fc.uniqueArray(
      fc.record({
        ends: fc.subarray(ids, { minLength: 2, maxLength: 2 }),
        type: fc.constantFrom("FS" as const, "SS" as const, "FF" as const),
        lag: fc.integer({ min: -1, max: 2 }),
      }),
      { selector: ({ ends, type }) => `${ends} ${type}`, maxLength: 7 },
    ),
  })
  .map(({ items, links }) =>
    partsOf(
      items.map(({ status, ...each }) =>
        item(each.id, {
          ...{ ...each, status: status as WorkItemView["status"], optimistic: 0.5, pessimistic: 4 },
          ...(status === "in_progress" || status === "done" ? { actualStart: today, percent: 40 } : {}),
          ...(status === "done" ? { actualFinish: today, percent: 100 } : {}),
          ...(status === "dropped" ? { reason: "Not needed" } : {}),
        }),
      ),
      links.map(({ ends: [from = "", to = ""], ...more }) =>
        link(from, to, { ...more, id: `${from}${more.type}${to}` }),
      ),
    ),
  )
const bars = fc.uniqueArray(
  fc.constantFrom(
    ...ids.map((id) => ({ kind: "item" as const, id })),
    { kind: "workstream" as const, id: "sources" },
    { kind: "phase" as const, id: "ph2" },
  ),
  { minLength: 1, maxLength: 3 },
)

describe("any gesture", () => {
  test("that is taken back leaves everything as it was", () => {
    fc.assert(
      fc.property(programmes, bars, fc.integer({ min: -6, max: 9 }), (parts, chosen, days) => {
        const plan = planned(parts)
        const [bar = { kind: "item" as const, id: "a" }] = chosen
        const changes = [
          moveBy(parts, plan, chosen, days).change,
          resizeTo(parts, plan, bar, Math.abs(days) + 1).change,
          {
            ...{ items: [{ id: "a", version: 1, percent: 60, deadline: day("2026-04-01") }], workstreams: [] },
            links: parts.links.map(({ id, version }, at) =>
              at % 2 ? { remove: { id, version } } : { change: { id, version, lag: 7 } },
            ),
          },
        ]
        for (const change of changes) {
          const then = withChange(parts, change, today)
          const back = inverseOf(parts, change, answerTo(change, then))
          expect(timeless(withChange(then, back, today))).toEqual(timeless(parts))
        }
      }),
    )
  })
  test("that moves later lets all the work lie exactly there; earlier, as near as links and today allow", () => {
    fc.assert(
      fc.property(programmes, bars, fc.integer({ min: -6, max: 9 }), (parts, chosen, days) => {
        const before = planned(parts)
        const moved = moveBy(parts, before, chosen, days)
        const then = planned(changed(parts, moved))
        const noted = new Map(moved.notes.flatMap((note) => (note.kind === "clamped" ? [[note.id, note.day]] : [])))
        const isUnder = ({ id, workstreamId }: WorkItemView) =>
          chosen.some((bar) => [id, workstreamId, workstreamId === "framework" ? "ph2" : ""].includes(bar.id))
        for (const each of parts.items.filter(isUnder)) {
          const [was, is] = [before.dates.items.get(each.id)?.start, then.dates.items.get(each.id)?.start]
          if (each.status !== "not_started" || !was || !is) continue
          const asked = addWorkingDays(before.calendar, was, days)
          expect(noted.get(each.id) ?? asked).toBe(is)
          if (days < 0) expect(workingDaysBetween(before.calendar, asked, is)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
