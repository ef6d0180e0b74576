import { describe, expect, test } from "vitest"
import { item, network } from "@/lib/plan/schedule/test-network"
import type { ThreePoints } from "./estimates"
import { kernelTwin } from "./kernel-twin"
import { percentile, rising } from "./percentiles"
import { simulate } from "./simulate"
import { modelOf, plain, risk } from "./test-plan"

/*
 * A simulation of its own, in plain TypeScript: other random numbers (the generator of Park and Miller), durations by
 * rejection and by inversion instead of tables of quantiles, and a forward pass over days instead of ticks and slots. What
 * it shares with the product is the question alone.
 */
type Random = () => number

/** S. K. Park and K. W. Miller, Random number generators: good ones are hard to find, 1988. */
function parkMiller(seed: number): Random {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Beta-PERT by von Neumann's rejection: a point under the density, whose height at the mode is known. */
function betaPert({ optimistic: a, likely: m, pessimistic: b }: ThreePoints, random: Random): number {
  if (a === b) return a
  const [alpha, beta] = [(4 * (m - a)) / (b - a), (4 * (b - m)) / (b - a)]
  const density = (x: number) => x ** alpha * (1 - x) ** beta
  const top = density((m - a) / (b - a))
  for (;;) {
    const x = random()
    if (random() * top <= density(x)) return a + x * (b - a)
  }
}

function triangle({ optimistic: a, likely: m, pessimistic: b }: ThreePoints, random: Random): number {
  if (a === b) return a
  const [share, u] = [(m - a) / (b - a), random()]
  return u < share ? a + Math.sqrt(u * (b - a) * (m - a)) : b - Math.sqrt((1 - u) * (b - a) * (b - m))
}

type Link = { readonly from: number; readonly to: number; readonly type: "FS" | "SS" | "FF"; readonly lag: number }
type Plan = { readonly points: readonly ThreePoints[]; readonly links: readonly Link[] }
type Hazard = { readonly probability: number; readonly delay: ThreePoints }

/** The finish of each trial in days, and in what share of them each piece of work lay on the longest path. */
function reference({ points, links }: Plan, draw: typeof betaPert, hazard: Hazard | null, trials: number) {
  const random = parkMiller(20_261_130)
  const finishes: number[] = []
  const critical = points.map(() => 0)
  // What waits for a start alone would not be held up by the delay of that work, and so is delayed itself.
  const first = points.map((_, at) => !links.some(({ to, type }) => to === at && type !== "SS"))
  for (let trial = 0; trial < trials; trial++) {
    const late = hazard && random() < hazard.probability ? draw(hazard.delay, random) : 0
    const days = points.map((each, at) => draw(each, random) + (first[at] ? late : 0))
    const starts: number[] = []
    for (const [at, length] of days.entries()) {
      const asked = links.flatMap(({ from, to, type, lag }) => {
        if (to !== at) return []
        const [start, finish] = [starts[from] ?? 0, (starts[from] ?? 0) + (days[from] ?? 0)]
        return [type === "FS" ? finish + lag : type === "SS" ? start + lag : finish + lag - length]
      })
      starts.push(Math.max(0, ...asked))
    }
    const ends = starts.map((start, at) => start + (days[at] ?? 0))
    const last = Math.max(...ends)
    finishes.push(last)
    const latest = ends.map(() => last)
    for (let at = points.length - 1; at >= 0; at--)
      for (const { from, to, type, lag } of links) {
        if (from !== at) continue
        const [toStart, own] = [(latest[to] ?? 0) - (days[to] ?? 0), days[at] ?? 0]
        const limit = type === "FS" ? toStart - lag : type === "SS" ? toStart - lag + own : (latest[to] ?? 0) - lag
        latest[at] = Math.min(latest[at] ?? last, limit)
      }
    for (const [at, end] of ends.entries()) if ((latest[at] ?? 0) - end < 1e-6) critical[at] = (critical[at] ?? 0) + 1
  }
  return { finishes: finishes.sort((a, b) => a - b), criticality: critical.map((count) => count / trials) }
}

const points = (optimistic: number, likely: number, pessimistic: number) => ({ optimistic, likely, pessimistic })
/** Two paths of near-equal length that meet, with a shortcut, a lead, an overlap and ends that are tied. */
const plan: Plan = {
  points: [points(3, 5, 12), points(2, 6, 9), points(4, 4, 20), points(5, 8, 11), points(1, 3, 4), points(2, 2, 2)],
  links: [
    { from: 0, to: 1, type: "FS", lag: 0 },
    { from: 0, to: 2, type: "SS", lag: 2 },
    { from: 1, to: 3, type: "FS", lag: -1 },
    { from: 2, to: 3, type: "FF", lag: 1 },
    { from: 2, to: 4, type: "FS", lag: 3 },
    { from: 3, to: 5, type: "FS", lag: 0 },
    { from: 4, to: 5, type: "FS", lag: 0.5 },
  ],
}
const TRIALS = 20_000
/** Five standard errors of the difference between two shares of so many trials each. */
const tolerance = (share: number) => 5 * Math.sqrt((2 * share * (1 - share)) / TRIALS)

function product(shape: "beta_pert" | "triangular", hazard: Hazard | null) {
  const id = (at: number) => `i${at}`
  const items = plan.points.map(({ likely }, at) => item(id(at), likely))
  const links = plan.links.map(({ from, to, type, lag }) => `${id(from)} ${type}${lag} ${id(to)}`)
  const { probability = 0, delay } = hazard ?? {}
  const model = modelOf(network({ items, links, gates: [{ id: "g", phaseId: "phase" }] }), {
    estimates: { items: new Map(plan.points.map((each, at) => [id(at), each])), workstreams: new Map() },
    settings: { ...plain, shape },
    risks: delay ? [risk("r", probability, [delay.optimistic, delay.likely, delay.pessimistic], ["w"])] : [],
  })
  return simulate(model, { seed: 11, trials: TRIALS }, kernelTwin)
}

const hazards: readonly [string, Hazard | null][] = [
  ["without risks", null],
  ["with a risk of 30%", { probability: 0.3, delay: points(2, 6, 15) }],
  ["with a certain risk", { probability: 1, delay: points(4, 4, 4) }],
]

describe.each(["beta_pert", "triangular"] as const)("the simulation by %s", (shape) => {
  test.each(hazards)("says the same as one of its own making, %s", (_, hazard) => {
    const own = reference(plan, shape === "beta_pert" ? betaPert : triangle, hazard, TRIALS)
    const found = product(shape, hazard)
    for (const share of [0.1, 0.5, 0.8, 0.9]) {
      const days = percentile(rising(found.finish), share) / 480
      const below = own.finishes.filter((finish) => finish <= days).length / TRIALS
      expect(Math.abs(below - share)).toBeLessThan(tolerance(share))
    }
    for (const [at, criticality] of own.criticality.entries()) {
      const said = found.items.get(`i${at}`)?.criticality
      // Work of fixed length is not drawn, and so no driver.
      if (said !== undefined) expect(Math.abs(said - criticality)).toBeLessThan(Math.max(0.01, tolerance(criticality)))
    }
  })
})
