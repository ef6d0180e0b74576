import type { Day } from "@/lib/base/kernel/day"
import { TICKS_PER_DAY } from "@/lib/plan/schedule/work-time"
import type { SimulationModel } from "./model"

/** What a trial's moments count from. */
export type Origin = Pick<SimulationModel, "origin" | "time" | "first">

/** The day on which a gate, or the finish, lies that lies at a trial's moment; as in the plan, not before the programme. */
export function dayOfMoment({ origin, time, first }: Origin, moment: number): Day {
  const ending = time.dayEnding(origin + moment)
  return ending < first ? first : ending
}

export const rising = (moments: Float32Array): Float32Array => moments.slice().sort()

/**
 * The percentile by nearest rank: the smallest moment that at least `share` of the trials do not pass (0 < share <= 1;
 * R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, 1996, definition 1). So it is always a moment that
 * came up, and P80 means what it says. `risen` is not empty.
 */
export function percentile(risen: Float32Array, share: number): number {
  const rank = Math.ceil(share * risen.length - 1e-9)
  return risen[Math.min(risen.length, Math.max(1, rank)) - 1] ?? 0
}

/** The share of trials that are over by the end of this moment. */
export function shareBy(risen: Float32Array, moment: number): number {
  let low = 0
  let high = risen.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((risen[middle] ?? 0) <= moment) low = middle + 1
    else high = middle
  }
  return risen.length === 0 ? 0 : low / risen.length
}

export type Bar = { readonly day: Day; readonly trials: number }

/** How many trials end on each day on which any does, the first first. */
export function histogram(when: Origin, risen: Float32Array): readonly Bar[] {
  const bars: { day: Day; trials: number }[] = []
  let index = Number.NaN
  for (const moment of risen) {
    const last = bars.at(-1)
    const ending = Math.ceil((when.origin + moment) / TICKS_PER_DAY)
    const day = last && ending === index ? last.day : dayOfMoment(when, moment)
    index = ending
    if (last?.day === day) last.trials++
    else bars.push({ day, trials: 1 })
  }
  return bars
}
