import { describe, expect, test } from "vitest"
import { item, network } from "@/lib/plan/schedule/test-network"
import type { ThreePoints } from "./estimates"
import { kernelTwin } from "./kernel-twin"
import { percentile, rising } from "./percentiles"
import { simulate } from "./simulate"
import { modelOf, plain } from "./test-plan"

/**
 * The day by which all of so many like paths are through with a probability: the Beta distribution of PERT by numeric
 * integration (midpoints, a million of them), its share taken to the power of the paths.
 */
function exact({ optimistic: a, likely: m, pessimistic: b }: ThreePoints, paths: number, probability: number): number {
  const [alpha, beta] = [(4 * (m - a)) / (b - a), (4 * (b - m)) / (b - a)]
  const STEPS = 1_000_000
  const density = (step: number) => ((step + 0.5) / STEPS) ** alpha * (1 - (step + 0.5) / STEPS) ** beta
  let whole = 0
  for (let step = 0; step < STEPS; step++) whole += density(step)
  const wanted = probability ** (1 / paths) * whole
  let sum = 0
  for (let step = 0; step < STEPS; step++) {
    sum += density(step)
    if (sum >= wanted) return a + ((step + 0.5) / STEPS) * (b - a)
  }
  return b
}

describe("many paths that meet", () => {
  const estimates: readonly ThreePoints[] = [
    { optimistic: 2, likely: 5, pessimistic: 30 },
    { optimistic: 3, likely: 8, pessimistic: 13 },
    { optimistic: 1, likely: 6, pessimistic: 7 },
  ]
  test("300 of 2/5/30 days are through on day 25.1 with 80%", () => {
    expect(exact({ optimistic: 2, likely: 5, pessimistic: 30 }, 300, 0.8)).toBeCloseTo(25.1, 1)
  })
  test.each([1, 30, 300, 1000])("%d of them end within 1% of the exact P50, P80 and P95", (paths) => {
    for (const points of estimates) {
      const items = Array.from({ length: paths }, (_, at) => item(`path ${at}`, points.likely))
      const spread = { items: new Map(items.map(({ id }) => [id, points])), workstreams: new Map() }
      const model = modelOf(network({ items, gates: [{ id: "g", phaseId: "phase" }] }), {
        estimates: spread,
        settings: plain,
      })
      const { finish } = simulate(model, { seed: 7, trials: paths > 500 ? 4_000 : 20_000, watched: 0 }, kernelTwin)
      for (const share of [0.5, 0.8, 0.95]) {
        const [found, wanted] = [percentile(rising(finish), share) / 480, exact(points, paths, share)]
        expect(Math.abs(found / wanted - 1)).toBeLessThan(paths === 1 ? 0.02 : 0.01)
      }
    }
  })
})
