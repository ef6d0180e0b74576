/** What the last sprints finished: the middle and the ends, in the unit of the numbers given. */
export type Spread = { readonly median: number; readonly low: number; readonly high: number; readonly count: number }

/** How many closed sprints a velocity looks back over. */
export const SPRINTS_LOOKED_AT = 8
/** From so many closed sprints on, a fill stops at their median. */
export const SPRINTS_FOR_A_LIMIT = 3

/**
 * The share `at` of a list lies at or below this value, between neighbours by proportion (the usual "linear" quantile,
 * type 7 of Hyndman and Fan 1996); null for an empty list.
 */
export function quantile(values: readonly number[], at: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * at
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) return null
  return below + (above - below) * (place - Math.floor(place))
}

/** Median and range of the last eight of a list of velocities, oldest first; null for an empty list. */
export function velocityOf(finished: readonly number[]): Spread | null {
  const last = finished.slice(-SPRINTS_LOOKED_AT)
  const median = quantile(last, 0.5)
  return median === null ? null : { median, low: Math.min(...last), high: Math.max(...last), count: last.length }
}

/** Where a fill stops, in person-days: the lower of supply and, from three closed sprints on, their median. */
export function limitOf(supply: number, finished: readonly number[]): number {
  const velocity = finished.length >= SPRINTS_FOR_A_LIMIT ? velocityOf(finished) : null
  return velocity ? Math.min(supply, velocity.median) : supply
}
