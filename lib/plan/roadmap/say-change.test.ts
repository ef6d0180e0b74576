import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { changeItem } from "./change"
import { myWork } from "./my-work"
import { namesOf, sayChange, sayDifferences } from "./say-change"
import { item, planFor, roadmap, today } from "./test-roadmap"
import { itemRows } from "./tree"
import { changeBack } from "./undo"
import { workStatuses } from "./work-item"
import type { WorkItemChange } from "./work-item-shapes"

const names = namesOf(roadmap, (each) => each)

describe("a change in words", () => {
  test("names people, roles, phases and days", () => {
    expect(sayChange({ ownerId: "leo", roleKey: "engineer", phaseId: "ph2" }, names)).toBe(
      "owner to Leo Tan, role to Data Engineer, phase to 2. Data ingestion",
    )
    expect(sayChange({ ownerId: null, deadline: day("2026-04-01") }, names)).toBe(
      "owner to no one, deadline to 2026-04-01",
    )
    expect(sayChange({ estimate: { optimistic: 1, likely: 2, pessimistic: 5 } }, names)).toBe("estimate to 1 / 2 / 5 d")
  })
  test("says what is different between two versions", () => {
    const before = item("sap")
    const after = { ...before, status: "blocked" as const, reason: "no licence", version: 2 }
    expect(sayDifferences(before, after, names)).toBe('status to Blocked, reason to "no licence"')
  })
})

const change: fc.Arbitrary<WorkItemChange> = fc.record(
  {
    status: fc.constantFrom(...workStatuses),
    reason: fc.constantFrom("waiting", "not needed"),
    ownerId: fc.constantFrom("marta", "leo", null),
    percent: fc.integer({ min: 0, max: 100 }),
    estimate: fc.constantFrom(null, { optimistic: 1, likely: 3, pessimistic: 9 }),
    deadline: fc.constantFrom(null, day("2026-05-01")),
  },
  { requiredKeys: [] },
)
test("taking a change back brings the item to where it was", () => {
  const starts = [
    item("a"),
    item("a", { status: "in_progress", percent: 40, actualStart: day("2026-02-02") }),
    item("a", { status: "blocked", reason: "licence", percent: 20, actualStart: day("2026-02-02") }),
    item("a", { status: "done", percent: 100, actualStart: day("2026-02-02"), actualFinish: day("2026-02-20") }),
    item("a", { status: "dropped", reason: "not needed" }),
  ]
  fc.assert(
    fc.property(fc.constantFrom(...starts), change, (start, each) => {
      const there = changeItem(start, each, today)
      if (!there.ok) return
      const back = changeItem(there.value.after, changeBack(start, there.value.before), today)
      expect(back).toMatchObject({ ok: true, value: { after: { ...start, version: start.version + 2 } } })
    }),
    { numRuns: 300 },
  )
})

test("my work is grouped by what it asks now, the late first", () => {
  const mine = { ownerId: "marta" }
  const items = [
    item("waits", { ...mine, startNoEarlierThan: day("2026-06-01") }),
    item("later", { ...mine, status: "in_progress", likely: 9, actualStart: today }),
    item("late", { ...mine, status: "in_progress", likely: 20, actualStart: today, deadline: day("2026-03-03") }),
    item("next", mine),
    item("stuck", { ...mine, status: "blocked", reason: "licence" }),
    item("fresh", { ...mine, status: "done", percent: 100, actualFinish: day("2026-02-20") }),
    item("old", { ...mine, status: "done", percent: 100, actualFinish: day("2026-01-20") }),
    item("theirs", { ownerId: "leo" }),
  ]
  const rows = items.map(itemRows({ roadmap, plan: planFor(items) }, { saving: new Set(), contested: new Set() }))
  const groups = Object.entries(myWork(rows, "marta", today)).map(([name, list]) => [name, list.map(({ id }) => id)])
  expect(Object.fromEntries(groups)).toEqual({
    ...{ blocked: ["stuck"], inProgress: ["late", "later"], next: ["next"], waiting: ["waits"], doneLately: ["fresh"] },
  })
})
