import type { Bin } from "@/components/chart/distribution-chart"
import { ordinalOf } from "@/lib/base/kernel/day"
import type { GateForecast } from "@/lib/plan/forecast/views"

/** At most so many bars stand side by side. */
const MOST = 44

/** A histogram in bins of equal width without gaps, so that single days and long tails both can be read. */
export function binsOf({ histogram }: Pick<GateForecast, "histogram">): Bin[] {
  const counts = histogram.map(({ day, count }) => ({ ordinal: ordinalOf(day), count }))
  const first = counts[0]?.ordinal
  const last = counts.at(-1)?.ordinal
  if (first === undefined || last === undefined) return []
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const wide = Math.ceil((last - first + 1) / MOST)
  const bins = new Array<number>(Math.ceil((last - first + 1) / wide)).fill(0)
  for (const { ordinal, count } of counts) {
    const at = Math.floor((ordinal - first) / wide)
    bins[at] = (bins[at] ?? 0) + count
  }
  let by = 0
  return bins.map((count, at) => {
    by += count
    const from = first + at * wide
    return { first: from, last: from + wide - 1, middle: from + (wide - 1) / 2, share: count / all, by: by / all }
  })
}
