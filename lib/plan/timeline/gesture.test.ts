import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { analysisOf } from "@/lib/plan/roadmap/plan"
import { planFor } from "@/lib/plan/roadmap/test-roadmap"
import { sayConsequences, sayNote } from "./consequences"
import {
  beginAt,
  beginMove,
  changesPlan,
  dragged,
  type Gesture,
  ghostSpans,
  nextTarget,
  nextType,
  stepped,
} from "./gesture"
import { hitAt, knobX } from "./hit"
import { barEdges, ROW_HEIGHT } from "./marks"
import { item, roadmap, timelineOf, today } from "./test-timeline"
import { scaleFor } from "./time-scale"
import { tryGesture } from "./try-gesture"

const items = [
  item("first", { likely: 10, rank: "a0" }),
  item("second", { likely: 5, rank: "a1" }),
  item("over", {
    status: "done",
    percent: 100,
    actualStart: day("2026-03-02"),
    actualFinish: day("2026-03-02"),
    rank: "a2",
  }),
]
const model = timelineOf(items)
const scale = scaleFor(model.extent.start, model.extent.finish, 11)
const { calendar } = planFor(items)
const none = new Set<string>()
const row = (id: string) => {
  const found = model.rows[model.indexOf.get(id) ?? -1]
  if (!found) throw new Error(`no row ${id}`)
  return found
}
const hit = (id: string, x: (edges: { from: number; to: number }) => number) => {
  const edges = barEdges(scale, row(id))
  if (!edges) throw new Error("no bar")
  return hitAt(model.rows, scale, x(edges), (model.indexOf.get(id) ?? 0) * ROW_HEIGHT + 17)
}
const taken = (
  id: string,
  x: (edges: { from: number; to: number }) => number,
  selected: ReadonlySet<string> = none,
) => {
  const found = hit(id, x)
  return found && beginAt(found, model.rows, selected)
}

describe("taking a bar", () => {
  test("by its middle moves it, by its end resizes it, by its knob links it", () => {
    expect(taken("first", ({ from }) => from + 20)).toEqual({ kind: "move", ids: ["first"], days: 0 })
    expect(taken("first", ({ to }) => to - 2)).toEqual({ kind: "resize", id: "first", days: 0 })
    expect(taken("first", () => knobX(row("first"), scale))).toEqual({
      kind: "link",
      from: "first",
      to: null,
      type: "FS",
    })
    expect(hit("first", ({ to }) => to + 60)).toBeNull()
  })
  test("of a group by its end moves it, for its length is that of its work", () => {
    expect(taken("sources", ({ to }) => to - 2)).toEqual({ kind: "move", ids: ["sources"], days: 0 })
    expect(taken("etl", ({ to }) => to + 1)).toEqual({ kind: "resize", id: "etl", days: 0 })
  })
  test("takes all that are selected, but what is done stays", () => {
    const selected = new Set(["first", "second", "over"])
    expect(taken("second", ({ from }) => from + 20, selected)).toEqual({
      kind: "move",
      ids: ["first", "second"],
      days: 0,
    })
    expect(beginMove(row("over"), model.rows, none)).toBeNull()
  })
})

describe("a gesture", () => {
  const move: Gesture = { kind: "move", ids: ["first"], days: 0 }
  const to = (moved: number) => dragged(move, model, calendar, { moved, over: undefined })
  test("counts the working days that lie under the pointer's way", () => {
    expect(to(4)).toMatchObject({ days: 4 })
    expect(to(6)).toMatchObject({ days: 5 })
    expect(to(7)).toMatchObject({ days: 5 })
    expect(to(-3)).toMatchObject({ days: -1 })
    expect(changesPlan(to(0.3))).toBe(false)
  })
  test("shows its ghost where the bar would lie", () => {
    const [ghost] = ghostSpans(to(7), model, calendar).values()
    expect(ghost && [dayOf(ghost.start), dayOf(ghost.finish)]).toEqual(["2026-03-09", "2026-03-20"])
  })
  test("by keys goes the same way as by pointer", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(-5, -1, 1, 5), { maxLength: 12 }), (steps) => {
        const there = steps.reduce<Gesture>((gesture, step) => stepped(gesture, model, calendar, step), move)
        const sum = steps.reduce((total, step) => total + step, 0)
        expect(there).toMatchObject({ days: sum })
        const [ghost] = ghostSpans(there, model, calendar).values()
        const moved = (ghost?.start ?? 0) - ordinalOf(today)
        expect(dragged(move, model, calendar, { moved, over: undefined })).toEqual(there)
      }),
    )
  })
  test("never makes a bar shorter than a day", () => {
    const resize: Gesture = { kind: "resize", id: "second", days: 0 }
    expect(stepped(resize, model, calendar, -40)).toMatchObject({ days: -4 })
    expect(dragged(resize, model, calendar, { moved: -300, over: undefined })).toMatchObject({ days: -4 })
  })
  test("links with any other bar, and with the gate of a phase that has one", () => {
    const link = { kind: "link", from: "first", to: null, type: "FS" } as const
    const over = (id: string) => dragged(link, model, calendar, { moved: 0, over: row(id) })
    expect(over("second")).toMatchObject({ to: "second" })
    expect(over("ph1")).toMatchObject({ to: "ph1" })
    expect(over("first")).toMatchObject({ to: null })
    expect(over("ph2")).toMatchObject({ to: null })
    expect(["FS", "SS", "FF", "SF", "FS"]).toContain(nextType(link).kind === "link" && "SS")
    expect(model.rows[nextTarget(model.rows, "first", 2, 1) ?? -1]?.id).toBe("second")
    expect(nextTarget(model.rows, "first", 0, -1)).toBeNull()
  })
})

describe("what a gesture does to the plan", () => {
  const waits = { id: "l", from: { kind: "item", id: "first" }, to: { kind: "gate", id: "g1" }, type: "FS" } as const
  const parts = { ...roadmap, links: [{ ...waits, lag: 0, lagUnit: "days" as const, version: 1 }], items }
  const before = analysisOf(parts, today)
  if (!before.ok) throw new Error(before.refusal)
  const tried = (gesture: Gesture) => tryGesture(gesture, model, { parts, plan: before.value })
  const said = (gesture: Gesture) => {
    const found = tried(gesture)
    if (!found.ok) return found.refusal
    return sayConsequences(found.value.consequences, roadmap.gates, (each) => each.slice(5))
  }
  test("is said for every gate and the finish, in working days", () => {
    expect(said({ kind: "move", ids: ["first"], days: 3 })).toBe(
      "Gate 1: 03-13 → 03-18, 3 working days later · finish +3",
    )
    expect(said({ kind: "resize", id: "first", days: -1 })).toContain("1 working day earlier · finish -1")
    expect(said({ kind: "move", ids: ["second"], days: 3 })).toBe("no gate moves")
  })
  test("moves all that was taken, and says where something holds its dates", () => {
    const found = tried({ kind: "move", ids: ["first", "second"], days: 5 })
    expect(found.ok && found.value.change.items.map(({ id, startNoEarlierThan }) => [id, startNoEarlierThan])).toEqual([
      ["first", "2026-03-09"],
      ["second", "2026-03-09"],
    ])
    const early = tried({ kind: "move", ids: ["first"], days: -5 })
    expect(early.ok && early.value.notes.map((note) => sayNote(note, String))).toEqual([
      "It can't start before 2026-03-02: today prevents it.",
    ])
  })
  test("links with the gate of a phase, and refuses a second link of a kind", () => {
    const found = tried({ kind: "link", from: "second", to: "ph1", type: "FS" })
    expect(found.ok && found.value.change.links).toEqual([
      {
        add: {
          from: { kind: "item", id: "second" },
          to: { kind: "gate", id: "g1" },
          type: "FS",
          lag: 0,
        },
      },
    ])
    expect(said({ kind: "link", from: "first", to: "ph1", type: "FS" })).toBe("already-linked")
  })
})
