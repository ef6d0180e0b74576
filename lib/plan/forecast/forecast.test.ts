import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { day, ordinalOf } from "@/lib/base/kernel/day"
import { kernelTwin } from "@/lib/plan/simulation/kernel-twin"
import { LANES } from "@/lib/plan/simulation/program"
import { simulate } from "@/lib/plan/simulation/simulate"
import { arePercentagesSaid, chanceOf, chanceSeries } from "./chance"
import { confirmedShareOf, forecastOf, p80sOf } from "./forecast"
import type { ForecastInputs } from "./inputs-shapes"
import { whatMovedIt } from "./moved"
import { modelOf } from "./network"
import { inputs, item, link, monday, risk, someInputs } from "./test-inputs"
import { countedOf, together } from "./tried"

function tried(of: ForecastInputs, { seed = 1, trials = 200 } = {}) {
  const model = modelOf(of)
  if (!model.ok) return null
  return countedOf(model.value, simulate(model.value, { seed, trials }, kernelTwin))
}
function forecast(of: ForecastInputs, draws = {}) {
  const made = tried(of, draws)
  if (!made) throw new Error("no forecast")
  return forecastOf(of, made)
}
const gate = (of: ForecastInputs, id: string, draws = {}) =>
  forecast(of, draws).gates.find(({ gateId }) => gateId === id)

describe("a forecast", () => {
  test("made in rounds is that made in one go", () => {
    fc.assert(
      fc.property(someInputs, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 300 }), (of, passes, more) => {
        const model = modelOf(of)
        if (!model.ok) return
        const first = passes * LANES
        const round = (from: number, trials: number) =>
          countedOf(model.value, simulate(model.value, { seed: 3, from, trials, watched: first }, kernelTwin))
        const whole = round(0, first + more)
        expect(together(round(0, first), round(first, more))).toEqual(whole)
      }),
      { numRuns: 50 },
    )
  })
  /** Whether work that is not dropped lies in a workstream or before what lies in it (dropped work hands on what it waits for), or, without items, an estimate stands for it. */
  function leadsTo({ items, links, workstreams }: ForecastInputs, workstreamId: string): boolean {
    const inIt = items.filter((each) => each.workstreamId === workstreamId)
    if (inIt.length === 0) return workstreams.some(({ id, likely }) => id === workstreamId && likely !== null)
    const upTo = (id: string): readonly string[] => [
      id,
      ...links.flatMap(({ from, to }) => (to.kind === "item" && to.id === id ? upTo(from.id) : [])),
    ]
    const reached = new Set(inIt.flatMap(({ id }) => upTo(id)))
    return items.some(({ id, status }) => reached.has(id) && status !== "dropped")
  }
  test("has rising percentiles and a histogram of all trials for every gate, in their order", () => {
    fc.assert(
      fc.property(someInputs, (of) => {
        const { gates, gatesWithoutWork, finishGateId } = forecast(of)
        const first = leadsTo(of, "w1")
        const second = first || leadsTo(of, "w2")
        expect(gates.map(({ gateId }) => gateId)).toEqual([...(first ? ["g1"] : []), ...(second ? ["g2"] : [])])
        expect(gatesWithoutWork).toEqual([...(first ? [] : ["g1"]), ...(second ? [] : ["g2"])])
        expect(finishGateId).toBe("g2")
        for (const { p10, p50, p80, p90, histogram } of gates) {
          expect([p10, p50, p80, p90]).toEqual([p10, p50, p80, p90].toSorted())
          expect(histogram.reduce((sum, { count }) => sum + count, 0)).toBe(200)
          expect(histogram.map((bar) => bar.day)).toEqual(histogram.map((bar) => bar.day).toSorted())
        }
      }),
      { numRuns: 50 },
    )
  })
  test("is the same for the same seed, and another for another", () => {
    const of = inputs({ risks: [risk("r")] })
    expect(forecast(of, { seed: 7 })).toEqual(forecast(of, { seed: 7 }))
    expect(forecast(of, { seed: 7 })).not.toEqual(forecast(of, { seed: 8 }))
  })
  test("of work without spread is the plan itself", () => {
    const fixed = { optimistic: 5, likely: 5, pessimistic: 5 }
    const of = inputs({ items: [item("a", fixed), item("b", fixed)] })
    expect(gate(of, "g1")).toMatchObject({ p10: "2026-03-13", p90: "2026-03-13" })
  })
  test("leaves a gate that has passed where it was passed", () => {
    const [first, second] = inputs().gates
    if (!first || !second) throw new Error("no gates")
    const of = inputs({ gates: [{ ...first, passedOn: day("2026-02-28") }, second] })
    expect(gate(of, "g1")).toMatchObject({ p10: "2026-02-28", p90: "2026-02-28" })
  })
  test("comes no earlier for a risk, also for one that names a gate only", () => {
    const calm = gate(inputs(), "g1")
    for (const places of [{ workstreamIds: ["w1"] }, { workstreamIds: [], gateIds: ["g1"] }]) {
      const risky = gate(inputs({ risks: [risk("r", { probability: 1, ...places })] }), "g1")
      expect((risky?.p80 ?? "") > (calm?.p80 ?? "")).toBe(true)
    }
    const elsewhere = gate(inputs({ risks: [risk("r", { probability: 1, workstreamIds: [], gateIds: ["g2"] })] }), "g1")
    expect(elsewhere).toEqual(calm)
  })
  test("names as drivers what is on the path to the finish", () => {
    const [long] = forecast(
      inputs({
        items: [item("a", { pessimistic: 60 }), item("b", { optimistic: 1, likely: 1, pessimistic: 2 })],
        links: [],
      }),
    ).items
    expect(long).toMatchObject({ id: "a" })
    expect(long?.criticality).toBeGreaterThan(0.9)
  })
  test("is none where links go round, no weekday is worked or no gate is there", () => {
    expect(modelOf(inputs({ links: [link("a", "b"), link("b", "a")] }))).toMatchObject({ refusal: "cycle" })
    const calendar = { startDay: monday, weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [] }
    expect(modelOf(inputs({ calendar }))).toMatchObject({ refusal: "no-working-weekday" })
    expect(modelOf(inputs({ gates: [] }))).toMatchObject({ refusal: "nothing-to-forecast" })
    expect(modelOf(inputs({ items: [item("a", { likely: 1e6, pessimistic: 1e6 })] }))).toMatchObject({
      refusal: "beyond-calendar",
    })
  })
})

test("what moved a real forecast adds up to the whole", async () => {
  const p80s = async (of: ForecastInputs) => {
    const made = tried(of, { trials: 64 })
    return made && p80sOf(of, made)
  }
  await fc.assert(
    fc.asyncProperty(someInputs, someInputs, async (before, after) => {
      const kept = (await p80s(before)) ?? new Map()
      const telling = { kept, sinceRunId: null, weightOf: () => 0 }
      for (const { days, parts, from, to } of (await whatMovedIt(before, after, p80s, telling)).gates) {
        expect(parts.reduce((sum, part) => sum + part.days, 0)).toBe(days)
        expect(days).toBe(ordinalOf(day(to)) - ordinalOf(day(from)))
        expect(parts[0]).toEqual({ kind: "method", days: 0, with: null })
      }
    }),
    { numRuns: 40 },
  )
})

describe("the chance of a day", () => {
  const bars = [
    { day: day("2026-03-02"), count: 1 },
    { day: day("2026-03-04"), count: 3 },
  ]
  test("is the share of trials that are through by it", () => {
    const days = ["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"].map(day)
    expect(days.map((each) => chanceOf({ histogram: bars }, each))).toEqual([0, 0.25, 0.25, 1, 1])
    expect(chanceSeries({ histogram: bars }).map(({ chance }) => chance)).toEqual([0.25, 1])
  })
})

describe("percentages", () => {
  const critical = (id: string, criticality = 1) => ({ id, criticality, correlation: 0 })
  const of = inputs({
    items: [
      item("a", { likely: 4, status: "in_progress", percent: 50, confirmed: true }),
      item("b", { likely: 6, confirmed: false }),
    ],
  })
  test("are said once half of the remaining critical work is confirmed", () => {
    expect(confirmedShareOf(of, [critical("a"), critical("b")])).toBe(0.25)
    expect(confirmedShareOf(of, [critical("a"), critical("b", 1 / 3)])).toBe(0.5)
    expect([0.49, 0.5, 1, null].map(arePercentagesSaid)).toEqual([false, true, true, true])
  })
  test("count each estimate as the forecast uses it", () => {
    const share = (...items: ForecastInputs["items"]) =>
      confirmedShareOf(inputs({ items }), [critical("a"), critical("b")])
    const guess = item("b", { likely: 6, confirmed: false })
    // Not begun: drawn as a whole, whatever percentage is claimed.
    expect(share(item("a", { likely: 4, percent: 50 }), guess)).toBe(0.4)
    // The remaining days that somebody gave are used instead of the estimate.
    expect(share(item("a", { likely: 4, status: "in_progress", remainingDays: 18, confirmed: false }), guess)).toBe(
      0.75,
    )
    // Without an estimate it is one day that nobody confirmed.
    expect(share(item("a", { likely: null, confirmed: true }), guess)).toBe(0)
    // Without items the workstream's own estimate of 3 days is used.
    expect(confirmedShareOf(inputs({ items: [guess] }), [critical("b"), critical("w2")])).toBe(3 / 9)
  })
  test("are not said by a plan of workstreams that nobody estimated", () => {
    const none = { optimistic: null, likely: null, pessimistic: null }
    const workstreams = inputs().workstreams.map((each) => ({ ...each, ...none }))
    expect(forecast(inputs({ items: [item("a", { confirmed: false })], links: [], workstreams })).confirmedShare).toBe(
      0,
    )
  })
  test("ask nothing of what is not critical or not left", () => {
    expect(confirmedShareOf(of, [critical("a"), critical("b", 0)])).toBe(1)
    expect(confirmedShareOf(of, [])).toBeNull()
  })
})
