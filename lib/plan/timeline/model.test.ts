import { describe, expect, test } from "vitest"
import { day, dayOf } from "@/lib/base/kernel/day"
import { sayRange, sayRow, type TimelineModel } from "./rows"
import { item, roadmap, timelineOf } from "./test-timeline"

const names = ({ rows }: TimelineModel) => rows.map(({ level, name }) => `${"  ".repeat(level - 1)}${name}`)
const some = [
  item("connect", { rank: "a1", likely: 5 }),
  item("approve", { rank: "a0", likely: 10 }),
  item("load", {
    workstreamId: "framework",
    likely: 60,
    status: "in_progress",
    percent: 50,
    actualStart: day("2026-03-02"),
  }),
]
const find = (model: TimelineModel, id: string) => {
  const row = model.rows[model.indexOf.get(id) ?? -1]
  if (!row) throw new Error(`no row ${id}`)
  return row
}

test("a gate that no work leads to has no day on the timeline", () => {
  const gates = roadmap.gates.slice(0, 1).map((gate) => ({ ...gate, passedAt: null }))
  const free = roadmap.workstreams.map((each) => ({ ...each, holdsGate: false }))
  const without = { gates, links: [], workstreams: free }
  const phaseOf = (model: TimelineModel) => find(model, gates[0]?.phaseId ?? "")
  expect(phaseOf(timelineOf(some, { roadmap: { gates, links: [] } })).gate).not.toBeNull()
  expect(phaseOf(timelineOf(some, { roadmap: without })).gate).toBeNull()
})

describe("the rows of the timeline", () => {
  test("are phases, their workstreams, and the work in the order that people gave it", () => {
    expect(names(timelineOf(some))).toEqual([
      "Phase 1 Foundation",
      "  Source Connectivity",
      "    approve",
      "    connect",
      "Phase 2 Data ingestion",
      "  Ingestion Framework",
      "    load",
      "  ETL Pipelines",
    ])
  })
  test("leave out what lies in folded ones, and name the row that each lies in", () => {
    const model = timelineOf(some, { folded: ["foundation", "framework"] })
    expect(names(model)).toEqual([
      "Phase 1 Foundation",
      "Phase 2 Data ingestion",
      "  Ingestion Framework",
      "  ETL Pipelines",
    ])
    expect(model.rows.map(({ parent, expanded }) => [parent, expanded])).toEqual([
      [-1, false],
      [-1, true],
      [1, false],
      [1, undefined],
    ])
  })
  test("with a filter are the branches that have something in them, also while they are folded", () => {
    expect(names(timelineOf(some, { filter: { text: "approve" } }))).toEqual([
      ...["Phase 1 Foundation", "  Source Connectivity", "    approve"],
    ])
    expect(names(timelineOf(some, { filter: { text: "load" }, folded: ["ingestion"] }))).toEqual([
      "Phase 2 Data ingestion",
    ])
    expect(timelineOf(some, { filter: { text: "nothing" } }).rows).toEqual([])
  })
  test("that are critical only are those without slack and what they lie in", () => {
    const waits = (id: string) =>
      ({
        id,
        from: { kind: "workstream", id },
        to: { kind: "gate", id: "g1" },
        type: "FS",
        lag: 0,
        lagUnit: "days" as const,
        version: 1,
      }) as const
    const model = timelineOf(some, { criticalOnly: true, roadmap: { links: [waits("sources"), waits("framework")] } })
    expect(names(model)).toEqual(["Phase 2 Data ingestion", "  Ingestion Framework", "    load"])
  })
  test("weigh progress by likely days, and know the dates of the forward pass", () => {
    const model = timelineOf(some)
    expect(find(model, "ph2").percent).toBe(50)
    const { span } = find(model, "approve")
    expect(span && [dayOf(span.start), dayOf(span.finish)]).toEqual(["2026-03-02", "2026-03-13"])
  })
  test("carry the baseline and the P80 of what they stand for", () => {
    const kept = { start: day("2026-02-02"), finish: day("2026-02-13") }
    const baseline = new Map([
      ["approve", kept],
      ["sources", kept],
    ])
    const p80 = new Map([
      ["approve", day("2026-03-20")],
      ["g1", day("2026-04-01")],
    ])
    const model = timelineOf(some, { baseline, p80 })
    expect(find(model, "approve").baseline).toEqual({ start: 20486, finish: 20497 })
    expect(dayOf(find(model, "approve").p80 ?? 0)).toBe("2026-03-20")
    expect(dayOf(find(model, "ph1").gate?.p80 ?? 0)).toBe("2026-04-01")
    expect(dayOf(model.extent.start)).toBe("2026-02-02")
  })
  test("say themselves", () => {
    expect(sayRow(find(timelineOf(some), "load"), dayOf)).toMatch(/^load, 2026-03-02 to 2026-\d\d-\d\d, 50% done/)
    expect(sayRow(find(timelineOf(some), "ph1"), dayOf)).toContain("0% done, Gate 1 planned 2026-03-13, 2 weeks under")
  })
})

describe("the usual length of a phase", () => {
  const range = (likely: number) => find(timelineOf([item("only", { likely })]), "ph1").range
  test.each([
    [10, "2 weeks under the typical 4-6"],
    [20, null],
    [30, null],
    [35, "1 week over the typical 4-6"],
    [40.5, "2.2 weeks over the typical 4-6"],
  ])("with %d working days of work is said", (likely, words) => {
    const found = range(likely)
    expect(found && sayRange(found)).toBe(words)
  })
  test("counts from its planned start in weeks of five working days", () => {
    const found = range(10)
    expect(found && [dayOf(found.earliest), dayOf(found.latest ?? 0)]).toEqual(["2026-03-27", "2026-04-10"])
  })
  test("is open at the end for a phase that goes on", () => {
    const phases = roadmap.phases.map((phase) => ({ ...phase, weeksTo: null }))
    const found = find(timelineOf([item("only", { likely: 100 })], { roadmap: { phases } }), "ph1").range
    expect(found && sayRange(found)).toBeNull()
  })
})

describe("links on the timeline", () => {
  const end = (id: string, kind: "item" | "workstream" | "gate" = "item") => ({ kind, id })
  const links = [
    {
      id: "l1",
      from: end("approve"),
      to: end("connect"),
      type: "FS" as const,
      lag: 0,
      lagUnit: "days" as const,
      version: 1,
    },
    {
      id: "l2",
      from: end("g1", "gate"),
      to: end("framework", "workstream"),
      type: "FS" as const,
      lag: 0,
      lagUnit: "days" as const,
      version: 1,
    },
    {
      id: "l3",
      from: end("gone"),
      to: end("connect"),
      type: "FS" as const,
      lag: 0,
      lagUnit: "days" as const,
      version: 1,
    },
  ]
  test("join rows that are both there; a gate stands in the row of its phase", () => {
    const model = timelineOf(some, { roadmap: { links } })
    expect(model.links.map(({ id, from, to, fromGate }) => [id, from, to, fromGate])).toEqual([
      ["l1", 2, 3, false],
      ["l2", 0, 5, true],
    ])
    expect(timelineOf(some, { roadmap: { links }, folded: ["sources"] }).links.map(({ id }) => id)).toEqual(["l2"])
  })
})
