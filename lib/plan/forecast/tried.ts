import type { SimulationModel } from "@/lib/plan/simulation/model"
import { histogram, rising } from "@/lib/plan/simulation/percentiles"
import type { ItemInfluence, SimulationResult } from "@/lib/plan/simulation/simulate"
import type { GateForecast } from "./views"

/** How many trials ended on each day, the days rising; days without a trial are left out. */
export type Histogram = GateForecast["histogram"]

/** What trials of a plan said. It takes no more room for a thousand million trials than for ten thousand. */
export type Tried = {
  readonly trials: number
  /** By the id of a gate; one that no work leads to is left out. */
  readonly days: ReadonlyMap<string, Histogram>
  readonly items: ReadonlyMap<string, ItemInfluence>
}

/** The trials of a simulation, counted by day. */
export const countedOf = (model: SimulationModel, { trials, gates, items }: SimulationResult): Tried => ({
  ...{ trials, items },
  days: new Map(
    model.gates.flatMap(({ id, withoutWork }) => {
      const moments = gates.get(id)
      if (!moments || withoutWork) return []
      return [[id, histogram(model, rising(moments)).map((bar) => ({ day: bar.day, count: bar.trials }))] as const]
    }),
  ),
})

/** The trials of two rounds together; what drives the finish was watched in the first. */
export const together = (first: Tried, next: Tried): Tried => ({
  ...{ trials: first.trials + next.trials, items: first.items },
  days: new Map(Array.from(first.days, ([id, bars]) => [id, merged(bars, next.days.get(id) ?? [])])),
})

function merged(one: Histogram, other: Histogram): Histogram {
  const counts = new Map(one.map(({ day, count }) => [day, count]))
  for (const { day, count } of other) counts.set(day, (counts.get(day) ?? 0) + count)
  return Array.from(counts, ([day, count]) => ({ day, count })).sort((a, b) => (a.day < b.day ? -1 : 1))
}
