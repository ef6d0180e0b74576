import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { linkAt, linkPaths, routeOf } from "./link-paths"
import { barEdges, marksOf, ROW_HEIGHT } from "./marks"
import { tipOf } from "./rows"
import { item, timelineOf } from "./test-timeline"
import { scaleFor } from "./time-scale"
import { windowFor } from "./window"

const model = timelineOf(
  [
    item("first", { likely: 10, rank: "a0", status: "in_progress", percent: 40, actualStart: day("2026-03-02") }),
    item("second", { likely: 5, rank: "a1" }),
  ],
  {
    p80: new Map([["second", day("2026-04-01")]]),
    baseline: new Map([["second", { start: day("2026-03-02"), finish: day("2026-03-04") }]]),
    roadmap: {
      links: [
        {
          id: "l",
          from: { kind: "item", id: "first" },
          to: { kind: "item", id: "second" },
          type: "FS",
          lag: 0,
          lagUnit: "days" as const,
          version: 1,
        },
      ],
    },
  },
)
const scale = scaleFor(model.extent.start, model.extent.finish, 10)
const everything = { first: 0, last: model.rows.length }
const wide = { from: -1e6, to: 1e6 }

describe("the marks of the timeline", () => {
  test("show what is done, what is left, the baseline, the tail to P80 and the gate", () => {
    const marks = marksOf(model.rows, everything, scale, wide)
    for (const kind of ["rest", "done", "summaryRest", "summaryDone", "baseline", "tail", "gateOpen"] as const)
      expect(marks[kind], kind).not.toBe("")
    expect(marks.gatePassed).toBe("")
  })
  test("are drawn only for rows and days in the window", () => {
    expect(marksOf(model.rows, { first: 0, last: 0 }, scale, wide).rest).toBe("")
    expect(marksOf(model.rows, everything, scale, { from: -900, to: -100 }).rest).toBe("")
  })
  test("lie in their rows, and reach from the first day to the end of the last", () => {
    const row = model.rows[3]
    const edges = row && barEdges(scale, row)
    expect(edges && row.span && (edges.to - edges.from) / 10).toBe(
      (row?.span?.finish ?? 0) - (row?.span?.start ?? 0) + 1,
    )
    const marks = marksOf(model.rows, { first: 3, last: 4 }, scale, wide)
    expect(marks.rest).toMatch(new RegExp(`^M[\\d.]+ ${3 * ROW_HEIGHT + 11}h`))
  })
})

describe("links between bars", () => {
  test("show while one of their ends, or what lies between, is in the window", () => {
    const shown = (first: number, last: number) => linkPaths(model, { first, last }, scale, wide)
    const all = shown(0, model.rows.length)
    expect(all.lines + all.criticalLines).not.toBe("")
    const [nothing, none] = [
      { lines: "", heads: "" },
      { criticalLines: "", criticalHeads: "" },
    ]
    expect(shown(0, 2)).toEqual({ ...nothing, ...none, nearLines: "", nearHeads: "" })
  })
  test("end at the bar that waits, and never enter it from inside", () => {
    const port = fc.record({
      x: fc.integer({ min: 0, max: 500 }),
      row: fc.nat(20),
      side: fc.constantFrom(1 as const, -1 as const),
    })
    fc.assert(
      fc.property(port, port, (a, b) => {
        fc.pre(a.row !== b.row)
        const from = { x: a.x, y: a.row * 34 + 17, side: a.side }
        const to = { x: b.x, y: b.row * 34 + 17, side: b.side }
        const steps = routeOf(from, to)
        expect(steps.at(-1)).toBe(to.x)
        expect(steps.at(-2)).toBe(to.y)
        expect(((steps.at(-3) ?? 0) - to.x) * to.side).toBeGreaterThan(0)
        expect(((steps[0] ?? 0) - from.x) * from.side).toBeGreaterThan(0)
      }),
    )
  })
})

describe("the window", () => {
  test("holds all that can be seen, and little more", () => {
    const sizes = fc.integer({ min: 200, max: 2000 })
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.nat(100_000),
        sizes,
        sizes,
        fc.nat(30_000),
        (top, left, width, height, rows) => {
          const inside = Math.min(top, Math.max(0, rows * ROW_HEIGHT - height))
          const { first, last, stretch } = windowFor({ top: inside, left, width, height }, rows)
          expect(first * ROW_HEIGHT).toBeLessThanOrEqual(inside)
          expect(Math.min(rows * ROW_HEIGHT, inside + height)).toBeLessThanOrEqual(last * ROW_HEIGHT)
          expect(stretch.from).toBeLessThanOrEqual(left)
          expect(stretch.to).toBeGreaterThanOrEqual(left + width)
          expect(last - first).toBeLessThanOrEqual(Math.ceil(height / ROW_HEIGHT) + 16)
        },
      ),
    )
  })
})

test("a link is found where its line runs, and nowhere else", () => {
  const scale = scaleFor(model.extent.start, model.extent.finish, 10)
  const [from, to] = [model.indexOf.get("first") ?? -1, model.indexOf.get("second") ?? -1]
  const first = model.rows[from]
  const end = (first && barEdges(scale, first)?.to) ?? 0
  const middle = (row: number) => row * ROW_HEIGHT + ROW_HEIGHT / 2
  // Finish to start: a little out of the first bar, down between the rows, and into the second.
  expect(linkAt(model, scale, { x: end + 3, y: middle(from) })?.id).toBe("l")
  expect(linkAt(model, scale, { x: end + 6, y: middle(from) + 10 })?.id).toBe("l")
  expect(linkAt(model, scale, { x: end + 6, y: middle(to) + ROW_HEIGHT })).toBeNull()
  expect(linkAt(model, scale, { x: end + 40, y: middle(from) })).toBeNull()
})

test("a hint says what a bar stands for", () => {
  const row = model.rows[model.indexOf.get("second") ?? -1]
  if (!row) throw new Error("no such row")
  const lines = tipOf(row, (at) => `day ${at - model.today}`)
  expect(lines[0]).toBe("second")
  expect(lines).toContain("0% done")
  expect(lines.some((line) => /^Baseline day 0 to day 2$/.test(line))).toBe(true)
  expect(lines.some((line) => /working days? of slack/.test(line))).toBe(true)
  expect(lines.at(-1)).toBe("Forecast until day 30")
})

test("links of what is looked at are drawn apart from the others", () => {
  const scale = scaleFor(model.extent.start, model.extent.finish, 10)
  const all = { from: 0, to: 10_000 }
  const rows = { first: 0, last: model.rows.length }
  const near = linkPaths(model, rows, scale, all, ({ id }) => id === "l")
  const usual = linkPaths(model, rows, scale, all)
  expect(usual.nearLines).toBe("")
  expect(near.nearLines).toBe(usual.lines || usual.criticalLines)
  expect(near.lines + near.criticalLines).toBe("")
})
