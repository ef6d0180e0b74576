import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"

export type DatedValue = { readonly day: Day; readonly value: number }

/** Fewer values than this tell no pace. */
export const LEAST_POINTS = 6
/** Later values say more about the pace: the forecast looks at so many at most. */
const MOST_POINTS = 12
const RESAMPLES = 300
/** The interval holds 80 %: from the 10th to the 90th percentile. */
const TAILS = [0.1, 0.9] as const

export const forecastMethod = "Theil-Sen slope, 80% interval from 300 seeded resamples of its residuals"

export type Forecast =
  | { readonly kind: "too-few"; readonly points: number; readonly needs: number }
  | {
      readonly kind: "forecast"
      readonly on: Day
      readonly value: number
      readonly low: number
      readonly high: number
      /** How many values it is drawn from. */
      readonly points: number
    }

/**
 * What a KPI will be on a later day if its pace stays: the line through the newest values with the median of the slopes of
 * all pairs, continued. Its interval resamples the residuals of that line (and adds one, since a
 * single value is foretold). The same values give the same forecast. Values in the KPI's unit.
 * Source: Sen 1968 (J. Am. Stat. Assoc. 63), Theil 1950; residual bootstrap, Efron and Tibshirani 1993, ch. 9.
 */
export function forecastOf(values: readonly DatedValue[], on: Day): Forecast {
  const sorted = values.toSorted((a, b) => ordinalOf(a.day) - ordinalOf(b.day)).slice(-MOST_POINTS)
  const days = new Set(sorted.map(({ day }) => day))
  const last = sorted.at(-1)
  if (!last || days.size < LEAST_POINTS) return { kind: "too-few", points: days.size, needs: LEAST_POINTS }
  const points = sorted.map(({ day, value }) => ({ x: ordinalOf(day) - ordinalOf(last.day), y: value }))
  const ahead = Math.max(0, ordinalOf(on) - ordinalOf(last.day))
  const line = theilSen(points)
  const residuals = points.map(({ x, y }) => y - line.at - line.slope * x)
  const value = line.at + line.slope * ahead
  const spread = spreadOf(points, line, residuals, ahead).sort((a, b) => a - b)
  const [low, high] = TAILS.map((share) => value + quantile(spread, share))
  return {
    ...{ kind: "forecast", on: dayOf(ordinalOf(last.day) + ahead), value, points: points.length },
    ...{ low: Math.min(low ?? value, value), high: Math.max(high ?? value, value) },
  }
}

/** The same value without its interval, for a line beside many others; null while there are too few points. */
export function paceOf(values: readonly DatedValue[], on: Day): number | null {
  const newest = values.slice(-MOST_POINTS)
  const last = newest.at(-1)
  if (!last || new Set(newest.map(({ day }) => day)).size < LEAST_POINTS) return null
  const line = theilSen(newest.map(({ day, value }) => ({ x: ordinalOf(day) - ordinalOf(last.day), y: value })))
  return line.at + line.slope * Math.max(0, ordinalOf(on) - ordinalOf(last.day))
}

type Point = { readonly x: number; readonly y: number }
type Line = { readonly slope: number; readonly at: number }

/** The median of the slopes between all pairs, and the median height of what is left at x = 0. */
export function theilSen(points: readonly Point[]): Line {
  const slopes = points.flatMap((a, at) =>
    points.slice(at + 1).flatMap((b) => (a.x === b.x ? [] : [(b.y - a.y) / (b.x - a.x)])),
  )
  const slope = median(slopes)
  return { slope, at: median(points.map(({ x, y }) => y - slope * x)) }
}

/** How far a single value at the end of each resampled line lies from the end of the line itself. */
function spreadOf(points: readonly Point[], line: Line, residuals: readonly number[], ahead: number): number[] {
  const luck = seeded(points.length * 7_919 + 17)
  const pick = () => residuals[Math.floor(luck() * residuals.length)] ?? 0
  return Array.from({ length: RESAMPLES }, () => {
    const again = theilSen(points.map(({ x }) => ({ x, y: line.at + line.slope * x + pick() })))
    return again.at - line.at + (again.slope - line.slope) * ahead + (ahead > 0 ? pick() : 0)
  })
}

const median = (values: readonly number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  )

/** Of values in order, with linear interpolation (Hyndman and Fan 1996, definition 7); 0 for none. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return low + (high - low) * (place - Math.floor(place))
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32, Tommy Ettinger 2017). */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
