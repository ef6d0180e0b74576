import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { baselineLines, baselineSpans } from "./baseline"
import { item, planFor, roadmap } from "./test-roadmap"
import { isVaried, varianceOf } from "./variance"

const items = [item("a", { title: "SAP extraction" }), item("b", { title: "REST APIs" })]
const taken = baselineLines({ ...roadmap, items }, planFor(items).dates)
const against = (now: typeof items) => {
  const plan = planFor(now)
  return varianceOf(taken, { ...roadmap, items: now }, plan.dates, plan.calendar)
}

describe("a plan against a baseline", () => {
  test("that was just taken varies in nothing, and lists gates before the rest", () => {
    const lines = against(items)
    expect(lines.filter(isVaried)).toEqual([])
    expect([...new Set(lines.map(({ part }) => part))]).toEqual(["gate", "phase", "workstream", "item"])
  })
  test("tells in working days how much later work starts and ends, and by how much its estimate grew", () => {
    const [line] = against([item("a", { likely: 4, startNoEarlierThan: day("2026-03-06") })]).filter(
      ({ id }) => id === "a",
    )
    expect(line?.start).toEqual({ from: "2026-03-02", to: "2026-03-06", workingDays: 4 })
    expect(line?.finish).toEqual({ from: "2026-03-03", to: "2026-03-11", workingDays: 6 })
    expect(line?.likely).toEqual({ from: 2, to: 4, by: 2 })
  })
  test("tells what came since and, last, what is there no more", () => {
    const lines = against([item("a"), item("c", { title: "Kafka topics" })])
    expect(lines.find(({ id }) => id === "c")).toMatchObject({ presence: "new", start: null, name: "Kafka topics" })
    expect(lines.at(-1)).toMatchObject({ id: "b", presence: "gone", finish: null })
  })
  test("calls dropped work gone, by its name", () => {
    const lines = against([item("a"), item("b", { title: "REST APIs", status: "dropped", reason: "not needed" })])
    expect(lines.find(({ id }) => id === "b")).toMatchObject({ presence: "gone", name: "REST APIs" })
  })
})

test("a baseline's spans lie by id, a gate on its day", () => {
  const spans = baselineSpans(taken)
  expect(spans.get("a")).toEqual({ start: "2026-03-02", finish: "2026-03-03" })
  expect(spans.get("g1")?.start).toBe(spans.get("g1")?.finish)
})
