import { type Day, ordinalOf } from "@/lib/base/kernel/day"
import { chanceBy, type DayCount } from "./percentile"
import type { GateForecast } from "./views"

type Histogram = Pick<GateForecast, "histogram">

export const countsOf = ({ histogram }: Histogram): DayCount[] =>
  histogram.map(({ day, count }) => ({ ordinal: ordinalOf(day), count }))

/** The share of trials, 0 to 1, in which a gate is reached by a day. */
export const chanceOf = (gate: Histogram, day: Day): number => chanceBy(countsOf(gate), ordinalOf(day))

/** For each day of a histogram the share of trials, 0 to 1, that are through by it; rises to 1. */
export function chanceSeries({ histogram }: Histogram): { day: Day; chance: number }[] {
  const all = histogram.reduce((sum, { count }) => sum + count, 0)
  let by = 0
  return histogram.map(({ day, count }) => {
    by += count
    return { day, chance: by / all }
  })
}

/** Whether percentages may be said: at least half of the remaining critical work is confirmed, or none is left. */
export const arePercentagesSaid = (confirmedShare: number | null): boolean =>
  confirmedShare === null || confirmedShare >= 0.5
