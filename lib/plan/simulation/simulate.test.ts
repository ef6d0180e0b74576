import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Network, NetworkItem } from "@/lib/plan/schedule/network"
import { item, link, network, on, workstream } from "@/lib/plan/schedule/test-network"
import type { EstimateShape, Estimates, SimulatedRisk, ThreePoints } from "./estimates"
import { kernelTwin } from "./kernel-twin"
import { percentile, rising } from "./percentiles"
import { centredRanks } from "./rank-correlation"
import { type SimulationResult, simulate } from "./simulate"
import { modelOf, plain, plans, risk, risksOver, spreadOver } from "./test-plan"

const gate = { id: "g", phaseId: "phase" }
const aside = { id: "g", phaseId: "aside" }
const points = (optimistic: number, likely: number, pessimistic: number): ThreePoints => ({
  optimistic,
  likely,
  pessimistic,
})
const estimated = (items: Readonly<Record<string, ThreePoints>>): Estimates => ({
  items: new Map(Object.entries(items)),
  workstreams: new Map(),
})
const chainOf = (many: number) =>
  network({
    items: Array.from({ length: many }, (_, at) => item(`i${at}`, 1)),
    gates: [gate],
    links: [...Array.from({ length: many - 1 }, (_, at) => `i${at} FS i${at + 1}`), `i${many - 1} FS g:g`],
  })

type More = Parameters<typeof modelOf>[1]
const run = (of: Network, more: More = {}, trials = 4000, seed = 1): SimulationResult =>
  simulate(modelOf(of, more), { seed, trials }, kernelTwin)

const days = (moments: Float32Array) => Float64Array.from(moments, (moment) => moment / 480)
const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length
const deviationOf = (values: Float64Array) => {
  const mean = meanOf(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}
const betaPert = ({ optimistic: a, likely: m, pessimistic: b }: ThreePoints) => {
  const mean = (a + 4 * m + b) / 6
  return { mean, deviation: Math.sqrt(((mean - a) * (b - mean)) / 7) }
}
const triangle = ({ optimistic: a, likely: m, pessimistic: b }: ThreePoints) => ({
  mean: (a + m + b) / 3,
  deviation: Math.sqrt((a * a + m * m + b * b - a * m - a * b - m * b) / 18),
})

describe("durations", () => {
  const shapes: readonly [EstimateShape, typeof triangle][] = [
    ["beta_pert", betaPert],
    ["triangular", triangle],
  ]
  const estimates = [points(2, 5, 14), points(1, 1, 9), points(3, 8, 8), points(0, 4, 8), points(10, 10.2, 30)]
  test.each(shapes)(
    "%s have the mean and the deviation of their distribution, and stay between the ends",
    (shape, exact) => {
      for (const each of estimates) {
        const result = run(chainOf(1), { estimates: estimated({ i0: each }), settings: { ...plain, shape } }, 20_000)
        const drawn = days(result.finish)
        const { mean, deviation } = exact(each)
        // Five standard errors; that of a deviation is below deviation / sqrt(n) for these shapes. A tick is 1 / 480 day.
        const margin = (5 * deviation) / Math.sqrt(20_000) + 1 / 480
        expect(Math.abs(meanOf(drawn) - mean)).toBeLessThan(margin)
        expect(Math.abs(deviationOf(drawn) - deviation)).toBeLessThan(margin)
        expect(Math.min(...drawn)).toBeGreaterThanOrEqual(each.optimistic - 1 / 480)
        expect(Math.max(...drawn)).toBeLessThanOrEqual(each.pessimistic + 1 / 480)
      }
    },
  )
  test("of what has begun are what is left of the duration drawn", () => {
    const begun: Partial<NetworkItem> = { status: "in_progress", percent: 75, actualStart: on(0) }
    const plan = (more: Partial<NetworkItem>) =>
      network({ items: [item("a", 1, more)], gates: [gate], links: ["a FS g:g"] })
    const estimates = estimated({ a: points(4, 8, 20) })
    const [whole, rest] = [run(plan({}), { estimates }), run(plan(begun), { estimates })]
    for (const [trial, moment] of rest.finish.entries())
      expect(Math.abs(moment - (whole.finish[trial] ?? 0) / 4)).toBeLessThanOrEqual(1)
  })
})

describe("any plan", () => {
  const trials = 160
  test("is tried out alike in whatever order it is listed, and other work in it changes no draw", () => {
    const shuffled = plans.chain((plan) =>
      fc
        .tuple(
          fc.shuffledSubarray([...plan.items], { minLength: plan.items.length }),
          fc.shuffledSubarray([...plan.workstreams], { minLength: plan.workstreams.length }),
          fc.shuffledSubarray([...plan.gates], { minLength: plan.gates.length }),
          fc.shuffledSubarray([...plan.links], { minLength: plan.links.length }),
        )
        .map(([items, workstreams, gates, links]) => [plan, { ...plan, items, workstreams, gates, links }] as const),
    )
    fc.assert(
      fc.property(shuffled, ([plan, other]) => {
        const more = {
          estimates: spreadOver(plan),
          risks: risksOver(plan),
          settings: { ...plain, correlation: 0.4 },
          finishGateId: "g0",
        }
        const result = run(plan, more, trials)
        const again = run(other, more, trials)
        const beside = { ...plan, items: [...plan.items, item("new", 3, { workstreamId: "new" })] }
        const larger = run(
          { ...beside, workstreams: [...plan.workstreams, workstream("new", null, "aside")] },
          more,
          trials,
        )
        for (const [id, moments] of result.gates) {
          expect(again.gates.get(id)).toEqual(moments)
          expect(larger.gates.get(id)).toEqual(moments)
        }
        expect(new Map([...again.items].sort())).toEqual(new Map([...result.items].sort()))
      }),
      { numRuns: 60 },
    )
  })
  test("has percentiles that rise", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { gates } = run(plan, { estimates: spreadOver(plan) }, trials)
        for (const moments of gates.values()) {
          const marks = [0.1, 0.5, 0.8, 0.9].map((share) => percentile(rising(moments), share))
          expect(marks).toEqual(marks.toSorted((a, b) => a - b))
        }
      }),
      { numRuns: 100 },
    )
  })
  test("is never done earlier, in any trial, than one path through it alone", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer(),
        (rows, length, seed) => {
          const items = Array.from({ length: rows * length }, (_, at) => item(`i${at}`, 1 + (at % 3)))
          const next = (at: number) => ((at + 1) % length === 0 ? `i${at} FS g:g` : `i${at} FS i${at + 1}`)
          const whole = network({ items, gates: [gate], links: items.map((_, at) => next(at)) })
          const path = network({
            items: items.slice(0, length),
            gates: [gate],
            links: items.slice(0, length).map((_, at) => next(at)),
          })
          const more = { estimates: spreadOver(whole), finishGateId: "g" }
          const [all, alone] = [run(whole, more, 320, Math.abs(seed)), run(path, more, 320, Math.abs(seed))]
          for (const [trial, moment] of all.finish.entries())
            expect(moment).toBeGreaterThanOrEqual(alone.finish[trial] ?? 0)
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe("a chain", () => {
  const many = 12
  const estimates = spreadOver(chainOf(many), 0.5, 3)
  const trials = 20_000
  test("takes the sum of the means, and the root of the sum of the squared deviations", () => {
    const drawn = days(run(chainOf(many), { estimates }, trials).finish)
    const { mean, deviation } = betaPert(points(0.5, 1, 3))
    expect(Math.abs(meanOf(drawn) - many * mean)).toBeLessThan(
      (5 * deviation * Math.sqrt(many)) / Math.sqrt(trials) + many / 960,
    )
    const ratio = deviationOf(drawn) / (deviation * Math.sqrt(many))
    expect(Math.abs(ratio - 1)).toBeLessThan(5 / Math.sqrt(2 * trials))
  })
  test("is critical in all of its items, each of which moves its end alike", () => {
    const { items } = run(chainOf(many), { estimates }, trials)
    expect(items.size).toBe(many)
    for (const { criticality, correlation } of items.values()) {
      expect(criticality).toBe(1)
      // A twelfth of the variance each: Pearson's correlation is 0.29.
      expect(Math.abs(correlation - Math.sqrt(1 / many))).toBeLessThan(0.1)
    }
  })
  test("is more uncertain the more its estimates go together, and lasts as long on average", () => {
    const at = (correlation: number) =>
      days(run(chainOf(many), { estimates, settings: { ...plain, correlation } }, trials).finish)
    const [apart, half, together] = [at(0), at(0.5), at(1)]
    const { deviation } = betaPert(points(0.5, 1, 3))
    expect(deviationOf(apart)).toBeLessThan(deviationOf(half))
    expect(Math.abs(deviationOf(together) / (many * deviation) - 1)).toBeLessThan(0.03)
    expect(Math.abs(meanOf(half) - meanOf(apart))).toBeLessThan(0.3)
  })
})

test("correlation is the rank correlation of any two durations within a workstream, and of none beyond it", () => {
  const items = ["a", "b"].map((id) => item(id, 1)).concat(item("c", 1, { workstreamId: "v" }))
  const gates = ["a", "b", "c"].map((id) => ({ id, phaseId: "aside" }))
  const links = gates.map(({ id }) => link(`${id} FS g:${id}`))
  const plan = { items, gates, links, workstreams: [workstream("w"), workstream("v")] }
  const estimates = estimated({ a: points(1, 2, 9), b: points(5, 8, 10), c: points(1, 1, 4) })
  const result = run(plan, { estimates, settings: { ...plain, correlation: 0.36 } }, 20_000)
  const ranks = ["a", "b", "c"].map((id) => centredRanks(result.gates.get(id) ?? new Float32Array()))
  const spearman = (one: Int32Array = new Int32Array(), other: Int32Array = new Int32Array()) => {
    const product = (a: Int32Array, b: Int32Array) => a.reduce((sum, rank, at) => sum + rank * (b[at] ?? 0), 0)
    return product(one, other) / Math.sqrt(product(one, one) * product(other, other))
  }
  expect(Math.abs(spearman(ranks[0], ranks[1]) - 0.36)).toBeLessThan(5 / Math.sqrt(20_000))
  expect(Math.abs(spearman(ranks[0], ranks[2]))).toBeLessThan(5 / Math.sqrt(20_000))
})

describe("of two rows in parallel", () => {
  const plan = network({
    items: [item("a", 4), item("b", 4), item("c", 4)],
    gates: [aside],
    links: ["a FS g:g", "b FS g:g", "c SS g:g"],
  })
  test("the one that ends later is critical, so shares add up to one, and what waits for nothing else never is", () => {
    const estimates = estimated({ a: points(2, 4, 8), b: points(1, 4, 8), c: points(1, 2, 3) })
    const { items } = run(plan, { estimates, finishGateId: "g" })
    const share = (id: string) => items.get(id)?.criticality ?? -1
    expect(share("a") + share("b")).toBeGreaterThanOrEqual(1)
    expect(share("a") + share("b")).toBeLessThan(1.01)
    expect(share("a")).toBeGreaterThan(share("b"))
    expect(share("c")).toBe(0)
  })
  test("the share of one is the share of trials in which it ends last", () => {
    const watch = { ...plan, gates: [aside, { id: "ga", phaseId: "aside" }], links: [...plan.links, link("a FS g:ga")] }
    const { items, gates, finish } = run(watch, { estimates: spreadOver(plan), finishGateId: "g" }, 1000)
    const last = finish.filter((moment, trial) => moment === gates.get("ga")?.[trial]).length
    expect(items.get("a")?.criticality).toBe(last / 1000)
  })
})

describe("a risk", () => {
  const finishes = (plan: Network, risks: readonly SimulatedRisk[], trials = 4000) =>
    days(run(plan, { risks, finishGateId: "g" }, trials).finish)
  const certain = risk("r", 1, [5, null, 5], ["w"])
  test("that is certain makes a workstream longer by its delay, once, however many items are in its way", () => {
    for (const many of [1, 3, 8]) expect(new Set(finishes(chainOf(many), [certain]))).toEqual(new Set([many + 5]))
  })
  test("comes true as often as it says, and then delays by its range", () => {
    const drawn = finishes(chainOf(2), [risk("r", 0.3, [4, null, 8], ["w"])], 20_000)
    const late = drawn.filter((moment) => moment > 2)
    expect(Math.abs(late.length / 20_000 - 0.3)).toBeLessThan(5 * Math.sqrt((0.3 * 0.7) / 20_000))
    expect(Math.abs(meanOf(late) - 8)).toBeLessThan((5 * 4) / Math.sqrt(12) / Math.sqrt(late.length))
    expect(finishes(chainOf(2), [risk("never", 0, [4, null, 8], ["w"])]).every((moment) => moment === 2)).toBe(true)
  })
  test("adds to another, and to each workstream in turn", () => {
    const inTurn = {
      ...network({
        items: [item("a", 1), item("b", 1, { workstreamId: "v" })],
        gates: [gate],
        links: ["w:w FS w:v", "w:v FS g:g"],
      }),
      workstreams: [workstream("w"), workstream("v")],
    }
    expect(finishes(inTurn, [certain])[0]).toBe(7)
    expect(finishes(inTurn, [risk("both", 1, [5, null, 5], ["w", "v", "v"]), certain])[0]).toBe(17)
  })
  test("delays work that has begun, and a workstream without items, but nothing that is done", () => {
    const with_ = (more: Partial<NetworkItem>) =>
      network({ items: [item("a", 4, more)], gates: [gate], links: ["a FS g:g"] })
    expect(finishes(with_({ status: "in_progress", percent: 50, actualStart: on(0) }), [certain])[0]).toBe(7)
    const done = with_({ status: "done", actualStart: on(0), actualFinish: on(1) })
    expect(finishes(done, [certain])[0]).toBe(finishes(done, [])[0])
    const empty = network({ workstreams: [workstream("w", 3)], gates: [gate], links: ["w:w FS g:g"] })
    expect(finishes(empty, [certain])[0]).toBe(8)
  })
  test("is absorbed by what the work after it waits for anyhow", () => {
    const waits = network({
      items: [item("a", 1), item("b", 1, { startNoEarlierThan: on(20) })],
      gates: [gate],
      links: ["a FS b", "b FS g:g"],
    })
    expect(finishes(waits, [certain])[0]).toBe(21)
  })
})
