import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { noFilter } from "./filter"
import { byRank } from "./order"
import { item, planFor, roadmap } from "./test-roadmap"
import { type TreeView, workTree } from "./tree"
import { summaryStatus } from "./tree-figures"
import { childrenOf, visibleRows, type WorkRow } from "./tree-rows"
import type { WorkItemView } from "./work-item-shapes"

const view: TreeView = { filter: noFilter, order: byRank, saving: new Set(), contested: new Set(), draft: null }
const items = [
  item("sap", {
    number: 2,
    rank: "a1",
    status: "blocked",
    reason: "licence",
    ownerId: "marta",
    likely: 4,
    percent: 50,
  }),
  item("sql", { number: 1, rank: "a0", status: "done", percent: 100, actualFinish: day("2026-03-02"), likely: 4 }),
  item("rest", { number: 3, rank: "a2", likely: 2, deadline: day("2026-03-02") }),
  item("template", { number: 4, workstreamId: "framework", status: "dropped", reason: "not needed" }),
]
const partsOf = (list: readonly WorkItemView[]) => ({ roadmap, items: list, plan: planFor(list), checks: [] })
const treeOf = (more: Partial<TreeView> = {}, list = items) => workTree(partsOf(list), { ...view, ...more })
const shown = (rows: readonly WorkRow[], depth = 0): string[] =>
  rows.flatMap((row) => [`${" ".repeat(depth)}${row.name}`, ...shown(childrenOf(row) ?? [], depth + 1)])

describe("the tree of work", () => {
  test("shows stages, workstreams and items in the order of their ranks", () => {
    expect(shown(treeOf().rows)).toEqual([
      ...["4 Data Ingestion", " Source Connectivity", "  sql", "  sap", "  rest", " Ingestion Framework", "  template"],
      ...["5 Data Engineering", " ETL Pipelines"],
    ])
  })
  test("rolls claimed progress up by likely duration, without what was dropped", () => {
    const sources = treeOf().byId.get("sources")
    expect(sources).toMatchObject({ claimed: 60, items: 3, done: 1, status: "in_progress" })
    expect(treeOf().byId.get("framework")).toMatchObject({ claimed: null, status: "dropped", items: 0 })
    expect(treeOf().byId.get("etl")).toMatchObject({ claimed: null, status: "not_started" })
  })
  test("counts the checks of a workstream at its stage too", () => {
    const checks = [
      { checkId: "c1", workstreamId: "sources", verdict: "met" as const, due: true, waived: false },
      { checkId: "c2", workstreamId: "framework", verdict: "could-not-tell" as const, due: true, waived: false },
    ]
    const tree = workTree({ ...partsOf(items), checks }, view)
    expect(tree.byId.get("st4")).toMatchObject({ proved: { met: 1, all: 2 } })
    expect(tree.byId.get("sources")).toMatchObject({ proved: { met: 1, all: 1 } })
    expect(tree.byId.get("st5")).toMatchObject({ proved: { kind: "no checks" } })
  })
  test("says by how many working days open work is planned past its deadline", () => {
    expect(treeOf().byId.get("rest")).toMatchObject({ finish: "2026-03-03", lateDays: 1 })
    expect(treeOf().byId.get("sql")).toMatchObject({ lateDays: 0 })
  })
  test("finds as late what has negative slack: what misses its deadline, and what leads to it", () => {
    const first = items.map((each) =>
      each.id === "sap" ? { ...each, status: "not_started" as const, percent: 0 } : each,
    )
    const link = {
      ...{ id: "l", type: "FS" as const, lag: 0, lagUnit: "days" as const, version: 1 },
      ...{ from: { kind: "item" as const, id: "sap" }, to: { kind: "item" as const, id: "rest" } },
    }
    const parts = { ...partsOf(first), roadmap: { ...roadmap, links: [...roadmap.links, link] } }
    const lateOf = (of: typeof parts) => workTree(of, { ...view, filter: { ...noFilter, late: true } })
    const ids = (of: typeof parts) =>
      [...lateOf(of).byId.values()].flatMap((row) => (row.kind === "item" ? [row.id] : []))
    expect(ids(partsOf(items)).toSorted()).toEqual(["rest"])
    expect(ids(parts).toSorted()).toEqual(["rest", "sap"])
  })
  test("hides what a filter does not let through, with the branches that are empty then, and keeps their figures", () => {
    const tree = treeOf({ filter: { ...noFilter, statuses: ["blocked"] } })
    expect(shown(tree.rows)).toEqual(["4 Data Ingestion", " Source Connectivity", "  sap"])
    expect(tree.byId.get("sources")).toMatchObject({ claimed: 60, items: 3 })
    expect(tree).toMatchObject({ shownItems: 1, allItems: 4, shownWorkstreams: 1 })
  })
  test("lets a member change what the policy lets them change", () => {
    const own = { ...roadmap, me: { ...roadmap.me, may: { ...roadmap.me.may, editWork: "own" as const } } }
    const tree = workTree({ ...partsOf(items), roadmap: own }, view)
    expect([tree.byId.get("sap"), tree.byId.get("sql")]).toMatchObject([{ editable: true }, { editable: false }])
  })
  test("puts a draft where the new item will stand", () => {
    const draft = { id: "new", workstreamId: "sources", afterId: "sql" }
    expect(shown(treeOf({ draft }).rows).slice(2, 5)).toEqual(["  sql", "  New work", "  sap"])
    const last = { ...draft, afterId: null }
    expect(shown(treeOf({ draft: last }).rows).slice(4, 6)).toEqual(["  rest", "  New work"])
  })
  test("orders items within their workstream, those without a value last", () => {
    const by = (order: TreeView["order"]) => shown(treeOf({ order }).rows).slice(2, 5)
    expect(by({ by: "owner", descending: false })).toEqual(["  sap", "  sql", "  rest"])
    expect(by({ by: "deadline", descending: true })).toEqual(["  rest", "  sql", "  sap"])
    expect(by({ by: "name", descending: false })).toEqual(["  rest", "  sap", "  sql"])
  })
  test("keeps the rows that an edit does not touch", () => {
    const before = treeOf()
    const edited = items.map((each) => (each.id === "sap" ? { ...each, percent: 60 } : { ...each }))
    const after = workTree(partsOf(edited), view, before)
    const changed = [...after.byId].filter(([id, row]) => before.byId.get(id) !== row).map(([id]) => id)
    expect(changed.sort()).toEqual(["sap", "sources", "st4"])
  })
})

test("closed rows hide what lies in them", () => {
  const names = visibleRows(treeOf().rows, new Set(["sources", "st5"])).map(({ name }) => name)
  expect(names).toEqual([
    "4 Data Ingestion",
    "Source Connectivity",
    "Ingestion Framework",
    "template",
    "5 Data Engineering",
  ])
})

describe("the status of a group", () => {
  const status = (...statuses: WorkItemView["status"][]) =>
    summaryStatus(statuses.map((each) => ({ status: each, percent: 0 })))
  test("is done only when all that counts is done", () => {
    expect(status("done", "done", "dropped")).toBe("done")
    expect(status("done", "not_started")).toBe("in_progress")
  })
  test("is not started while nothing began, also when something is blocked", () => {
    expect(status("not_started", "blocked")).toBe("not_started")
    expect(status()).toBe("not_started")
  })
  test("is dropped when all of it was", () => {
    expect(status("dropped")).toBe("dropped")
  })
})
