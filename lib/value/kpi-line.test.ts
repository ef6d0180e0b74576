import { describe, expect, test } from "vitest"
import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import { day } from "@/lib/base/kernel/day"
import { judgeKpi, type KpiView, milestoneOf } from "./kpi"
import { isWorse, kpiLine, needsSentence, thinned } from "./kpi-line"

const compiled = compileCalendar({ weekend: [6, 7], holidays: [] })
if (!compiled.ok) throw new Error("no calendar")
const clock = { today: day("2026-11-30"), calendar: compiled.value }
const kpi: KpiView = {
  ...{ id: "00000000-0000-4000-8000-000000000001", number: 1, version: 1, own: {}, name: "Onboarding" },
  ...{ createdAt: "2025-12-01T00:00:00.000Z", updatedAt: "2025-12-01T00:00:00.000Z" },
  ...{ objectiveId: null, stageId: null, ownerId: null, unit: "days", direction: "down", cadence: "monthly" },
  ...{ baseline: 40, baselineDay: day("2025-12-18"), target: 10, targetTo: null, targetDay: day("2027-04-09") },
  ...{ milestones: [], source: "typed", metric: null, factor: 1, formula: null, packKey: null },
  ...{ calculation: "", definition: "" },
}
const point = (at: string, value: number, source: "typed" | "fact" = "typed") => ({ day: day(at), value, source })
const known = (...points: ReturnType<typeof point>[]) => ({
  ...{ points, latest: points.at(-1) ?? null, previous: points.at(-2) ?? null, checkedIn: null, confidence: null },
})

describe("a KPI against its path", () => {
  test("is so many weeks behind", () => {
    const line = kpiLine(kpi, known(point("2026-10-26", 27), point("2026-11-27", 26)), clock)
    // Of 477 days the path has 26 on day 222.6, 29 July 2026, 124 days before today.
    expect(line.standing).toEqual({ kind: "behind", weeks: 18 })
    expect(line.progress).toBeCloseTo(14 / 30)
    expect(line.expected).toBeCloseTo(40 - (30 * 347) / 477, 9)
  })
  test("follows its milestones", () => {
    const straight = { ...kpi, milestones: ["2026-04-30 40", "2026-10-20 25"] }
    expect(kpiLine(straight, known(point("2026-11-27", 25)), clock).standing).toEqual({ kind: "behind", weeks: 6 })
  })
  test("is unknown without a value, without a goal, or when its facts stayed away", () => {
    expect(kpiLine(kpi, known(), clock).standing).toEqual({ kind: "unknown", why: "no-value" })
    expect(kpiLine({ ...kpi, target: null }, known(point("2026-11-27", 25)), clock).standing).toMatchObject({
      why: "no-goal",
    })
    const measured = { ...kpi, source: "fact" as const }
    expect(kpiLine(measured, known(point("2026-10-01", 20, "fact")), clock).standing.kind).not.toBe("unknown")
    expect(kpiLine(measured, known(point("2026-09-30", 20, "fact")), clock).standing).toMatchObject({ why: "too-old" })
    expect(kpiLine(kpi, known(point("2026-09-30", 20)), clock).standing.kind).not.toBe("unknown")
  })
  test("of a range is inside or outside", () => {
    const range = { ...kpi, direction: "range" as const, target: 40, targetTo: 46 }
    expect(kpiLine(range, known(point("2026-11-29", 41.3)), clock).standing.kind).toBe("in-range")
    expect(kpiLine(range, known(point("2026-11-29", 39)), clock).standing.kind).toBe("out-of-range")
    expect(isWorse(range, 30, 39)).toBe(true)
    expect(isWorse(range, 41, 45)).toBe(false)
  })
})

test("a sentence is needed when behind, worse than before, or without a value", () => {
  const { today } = clock
  expect(needsSentence(kpi, 25, 27, today)).toBe(true)
  expect(needsSentence(kpi, 18, 20, today)).toBe(false)
  expect(needsSentence(kpi, 18, 17, today)).toBe(true)
  expect(needsSentence(kpi, null, 17, today)).toBe(true)
  expect(needsSentence({ ...kpi, target: null }, 18, null, today)).toBe(false)
})

test("a long series is thinned out, with its first and its newest points", () => {
  const points = Array.from({ length: 260 }, (_, at) => ({ ...point("2026-01-01", at) }))
  const kept = thinned(points)
  expect(kept.length).toBeLessThanOrEqual(61)
  expect([kept[0]?.value, ...kept.slice(-20).map(({ value }) => value)]).toEqual([
    0,
    ...points.slice(-20).map(({ value }) => value),
  ])
})

describe("a KPI holds together", () => {
  test.each([
    [{ source: "formula" as const }, "not-a-formula"],
    [{ formula: "K1 +" }, "not-a-formula"],
    [{ source: "fact" as const }, "no-metric"],
    [{ targetDay: day("2025-12-18") }, "target-before-baseline"],
    [{ milestones: ["soon"] }, "not-a-milestone"],
    [{ milestones: ["2028-01-01 5"] }, "not-a-milestone"],
  ])("%j is refused: %s", (change, refusal) => expect(judgeKpi(kpi, change)).toMatchObject({ ok: false, refusal }))
  test("and what holds is taken", () => {
    const change = { milestones: ["2026-06-30 32.5"], source: "fact" as const, metric: "lead-time" }
    expect(judgeKpi(kpi, change)).toEqual({ ok: true, value: change })
    expect(milestoneOf("2026-06-30 32.5")).toEqual({ day: "2026-06-30", value: 32.5 })
    expect(milestoneOf("2026-02-30 1")).toBeNull()
  })
})
