import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import type { KpiSource } from "./kpi"
import { type CheckInRow, factSeries, formulaSeries, seriesOf, standingRows } from "./series"

const row = (id: string, at: string, value: number | null, more: Partial<CheckInRow> = {}): CheckInRow => ({
  ...{ id, day: day(at), value, confidence: 5, sentence: "", source: "typed", personId: null, correctsId: null },
  ...{ at: `${at}T10:00:00.000Z`, ...more },
})
const valuesOf = (points: readonly { day: string; value: number }[]) => points.map((each) => [each.day, each.value])

describe("what was stated", () => {
  test("is replaced by its correction, also by one of another day, and stays in the rows", () => {
    const rows = [row("a", "2026-01-31", 5), row("b", "2026-02-28", 6), row("c", "2026-02-27", 7, { correctsId: "b" })]
    expect(standingRows(rows).map(({ id }) => id)).toEqual(["a", "c"])
    expect(valuesOf(seriesOf("typed", rows, []))).toEqual([
      ["2026-01-31", 5],
      ["2026-02-27", 7],
    ])
  })
  test("counts once a day, the last that came, and nothing without a value", () => {
    const rows = [
      row("b", "2026-01-31", 6, { at: "2026-02-02T09:00:00.000Z" }),
      row("a", "2026-01-31", 5),
      row("c", "2026-02-28", null),
    ]
    expect(valuesOf(seriesOf("typed", rows, []))).toEqual([["2026-01-31", 6]])
  })
  test("that repeats a fact moves it to no later day", () => {
    const found = [{ day: day("2026-01-23"), value: 9, source: "fact" as const }]
    expect(seriesOf("fact", [row("a", "2026-01-31", 9, { source: "fact" })], found)).toEqual(found)
    expect(seriesOf("fact", [row("a", "2026-01-31", 9, { source: "fact" })], [])).toEqual([])
  })
  test("gives way to what was measured on that day", () => {
    const found = [{ day: day("2026-01-31"), value: 9, source: "fact" as const }]
    expect(seriesOf("fact", [row("a", "2026-01-31", 5)], found)).toEqual(found)
    expect(valuesOf(seriesOf("typed", [row("a", "2026-01-31", 5)], found))).toEqual([["2026-01-31", 5]])
  })
})

describe("a series of facts", () => {
  const fact = (at: string, place: string, value: number, n: number | null) => ({ day: day(at), place, value, n })
  test("is in the KPI's unit", () => {
    expect(valuesOf(factSeries([fact("2026-01-05", "we", 0.4805, 77)], "share", 100))).toEqual([["2026-01-05", 48.05]])
  })
  test("weighs shares of several places by what they were taken from, the newest of each", () => {
    const facts = [fact("2026-01-05", "a", 0.5, 100), fact("2026-01-09", "b", 1, 300), fact("2026-01-12", "a", 0, 100)]
    expect(valuesOf(factSeries(facts, "share", 100))).toEqual([
      ["2026-01-05", 50],
      ["2026-01-09", 87.5],
      ["2026-01-12", 75],
    ])
  })
  test("adds counts, so that a place measured earlier is not forgotten", () => {
    const facts = [fact("2026-01-05", "a", 3, null), fact("2026-01-09", "b", 2, null)]
    expect(valuesOf(factSeries(facts, "count", 1))).toEqual([
      ["2026-01-05", 3],
      ["2026-01-09", 5],
    ])
  })
  test("has no value where places cannot be put together", () => {
    const facts = [fact("2026-01-05", "a", 3, null), fact("2026-01-09", "b", 2, null)]
    expect(valuesOf(factSeries(facts, "single", 1))).toEqual([["2026-01-05", 3]])
    expect(valuesOf(factSeries(facts, "share", 100))).toEqual([["2026-01-05", 300]])
  })
})

describe("a series of a formula", () => {
  const typed = (number: number) => ({ number, source: "typed" as KpiSource, formula: null })
  const made = (number: number, formula: string) => ({ number, source: "formula" as KpiSource, formula })
  const point = (at: string, value: number) => ({ day: day(at), value, source: "typed" as const })
  const known: Readonly<Record<number, readonly ReturnType<typeof point>[]>> = {
    1: [point("2026-01-31", 10), point("2026-03-31", 30)],
    2: [point("2026-02-28", 5), point("2026-04-30", 0)],
  }
  const of = (number: number, ...all: readonly { number: number; source: KpiSource; formula: string | null }[]) => {
    const byNumber = new Map(all.map((each) => [each.number, each]))
    const one = byNumber.get(number)
    return one ? valuesOf(formulaSeries(one, byNumber, (each) => known[each] ?? [])) : []
  }
  test("begins when all are known, keeps the newest of each, and leaves out what cannot be worked", () => {
    expect(of(3, typed(1), typed(2), made(3, "K1 / K2"))).toEqual([
      ["2026-02-28", 2],
      ["2026-03-31", 6],
    ])
  })
  test("goes through other formulas, and ends at a circle", () => {
    expect(of(4, typed(1), typed(2), made(3, "K1 + K2"), made(4, "K3 * 2"))).toEqual([
      ["2026-02-28", 30],
      ["2026-03-31", 70],
      ["2026-04-30", 60],
    ])
    expect(of(3, made(3, "K4"), made(4, "K3"))).toEqual([])
  })
})
