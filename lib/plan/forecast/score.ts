import { type Day, ordinalOf } from "@/lib/base/kernel/day"
import { type PercentileName, percentiles } from "./percentile"

/** What a run said about a gate, on the day it was made. */
export type PastForecast = {
  readonly runId: string
  readonly gateId: string
  readonly madeOn: Day
} & Readonly<Record<PercentileName, Day>>

/** A gate that has passed. */
export type PassedGate = { readonly gateId: string; readonly passedOn: Day }

/** A forecast against what happened. Days are calendar days. */
export type ScoredForecast = PastForecast & {
  readonly passedOn: Day
  /** How long before the gate passed it was made. */
  readonly daysAhead: number
  /** Positive when the gate passed after the day of the percentile. */
  readonly daysAfter: Readonly<Record<PercentileName, number>>
}

export type Score = {
  readonly scored: readonly ScoredForecast[]
  /** For each percentile how often the gate had passed by its day. A calibrated P80 comes true in 80 of 100. */
  readonly cameTrue: readonly { readonly name: PercentileName; readonly promised: number; readonly times: number }[]
  readonly of: number
  /** The mean of passed day less P50 in calendar days; positive: we were too hopeful. Null without a scored forecast. */
  readonly meanErrorDays: number | null
}

/** One forecast counts for each gate in so many days before it passed. */
export const SCORE_WINDOW_DAYS = 28

/**
 * How earlier forecasts did against the gates that have passed.
 *
 * Of each gate and each four weeks before its day one forecast counts: the last made in them. Counting all would let a
 * gate with many runs outvote the others, and runs a day apart say nearly the same. What was made on the day or later
 * already knew the answer and does not count. Forecasts of one gate are still no independent draws: a programme with
 * few gates gives a hint, not a measurement.
 *
 * Source of the idea: probabilistic calibration in the sense of Gneiting, Balabdaoui and Raftery (2007), "Probabilistic
 * forecasts, calibration and sharpness", J. R. Statist. Soc. B 69(2).
 * @param past may be in any order, and hold gates that have not passed
 */
export function scoreForecasts(past: readonly PastForecast[], gates: readonly PassedGate[]): Score {
  const scored = gates.flatMap((gate) => scoredOf(past, gate)).toSorted(byTime)
  const errors = scored.map(({ daysAfter }) => daysAfter.p50)
  return {
    scored,
    cameTrue: percentiles.map(({ name, share }) => ({
      ...{ name, promised: share },
      times: scored.filter(({ daysAfter }) => daysAfter[name] <= 0).length,
    })),
    of: scored.length,
    meanErrorDays: errors.length === 0 ? null : errors.reduce((sum, each) => sum + each, 0) / errors.length,
  }
}

function scoredOf(past: readonly PastForecast[], { gateId, passedOn }: PassedGate): ScoredForecast[] {
  const last = new Map<number, ScoredForecast>()
  for (const forecast of past) {
    const daysAhead = ordinalOf(passedOn) - ordinalOf(forecast.madeOn)
    if (forecast.gateId !== gateId || daysAhead <= 0) continue
    const window = Math.floor((daysAhead - 1) / SCORE_WINDOW_DAYS)
    const known = last.get(window)
    const isLater =
      !known || known.daysAhead > daysAhead || (known.daysAhead === daysAhead && known.runId < forecast.runId)
    if (isLater) last.set(window, { ...forecast, passedOn, daysAhead, daysAfter: daysAfterOf(forecast, passedOn) })
  }
  return [...last.values()]
}

const daysAfterOf = (forecast: PastForecast, passedOn: Day): Record<PercentileName, number> => {
  const after = (day: Day) => ordinalOf(passedOn) - ordinalOf(day)
  return { p10: after(forecast.p10), p50: after(forecast.p50), p80: after(forecast.p80), p90: after(forecast.p90) }
}

const byTime = (a: ScoredForecast, b: ScoredForecast): number =>
  a.madeOn === b.madeOn ? (a.gateId < b.gateId ? -1 : 1) : a.madeOn < b.madeOn ? -1 : 1

/** "7 of 9 past P80 dates met."; null while nothing could be scored. */
export function sayScore({ of, cameTrue }: Score): string | null {
  const p80 = cameTrue.find(({ name }) => name === "p80")
  if (!p80 || of === 0) return null
  return `${p80.times} of ${of} past P80 dates met.`
}
