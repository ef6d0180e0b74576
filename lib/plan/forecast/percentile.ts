import * as z from "zod"
import type { Ordinal } from "@/lib/base/kernel/day"
import { Day } from "@/lib/base/kernel/shapes"

const percentileNames = ["p10", "p50", "p80", "p90"] as const
export type PercentileName = (typeof percentileNames)[number]

/** The percentiles that are shown, each with the share of trials that it covers. */
export const percentiles = [
  { name: "p10", share: 0.1 },
  { name: "p50", share: 0.5 },
  { name: "p80", share: 0.8 },
  { name: "p90", share: 0.9 },
] as const

export const PercentileDays = z
  .strictObject({ p10: Day, p50: Day, p80: Day, p90: Day })
  .meta({ id: "PercentileDays", description: "Days by which that share of trials reached the gate." })
export type PercentileDays = z.output<typeof PercentileDays>

/** How many trials ended on a day, the days rising; days without a trial are left out. */
export type DayCount = { readonly ordinal: Ordinal; readonly count: number }

/**
 * The day by which at least a share of the trials had ended: the inverse of the empirical distribution, without
 * interpolation, so that it is a day on which a trial did end (Hyndman and Fan 1996, definition 1).
 * @param share above 0, at most 1
 * @throws RangeError without a trial
 */
export function percentileOf(counts: readonly DayCount[], share: number): Ordinal {
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const needed = Math.ceil(share * total - 1e-9)
  let reached = 0
  for (const { ordinal, count } of counts) {
    reached += count
    if (reached >= needed && reached > 0) return ordinal
  }
  throw new RangeError("no trial to take a percentile of")
}

/** The share of trials that had ended by a day, 0 to 1. */
export function chanceBy(counts: readonly DayCount[], day: Ordinal): number {
  let all = 0
  let by = 0
  for (const { ordinal, count } of counts) {
    all += count
    if (ordinal <= day) by += count
  }
  return all === 0 ? 0 : by / all
}
