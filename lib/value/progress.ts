/** What a KPI is measured against, in its own unit. */
export type Goal = {
  readonly baseline: number | null
  readonly target: number | null
  /** The other bound of a range; a range is good from the lower to the higher of the two. */
  readonly targetTo: number | null
}
export type Direction = "up" | "down" | "range"

/**
 * How far a value has come from the baseline to the target, 1 at the target, below 0 when worse than the baseline.
 * Where baseline and target are the same it is 1 when met, else 0. A range is 1 inside, else the distance already
 * covered to the nearer bound; from a baseline inside the range it is 1 or 0.
 * Null while the value or the goal is missing. Source: issue 12, section 1 (goal attainment from a baseline).
 */
export function progressOf(direction: Direction, { baseline, target, targetTo }: Goal, value: number | null) {
  if (value === null || target === null) return null
  if (direction === "range") return progressInRange(baseline, [target, targetTo ?? target], value)
  if (baseline === null) return null
  if (baseline === target) return isMet(direction, value, target) ? 1 : 0
  return (value - baseline) / (target - baseline)
}

function progressInRange(baseline: number | null, bounds: readonly [number, number], value: number): number | null {
  const off = distanceTo(bounds, value)
  if (off === 0) return 1
  if (baseline === null) return null
  const from = distanceTo(bounds, baseline)
  return from === 0 ? 0 : (from - off) / from
}

/** How far a value lies outside a range, in the KPI's unit; 0 inside and on its bounds. */
export function distanceTo([one, other]: readonly [number, number], value: number): number {
  const [low, high] = [Math.min(one, other), Math.max(one, other)]
  return value < low ? low - value : value > high ? value - high : 0
}

/** Whether a value is at its target or better. */
export const isMet = (direction: "up" | "down", value: number, target: number): boolean =>
  direction === "up" ? value >= target : value <= target

/** The mean of some progresses, each counted as 1 at most so that one cannot hide another; null when none is known. */
export function averageProgress(progresses: readonly (number | null)[]): number | null {
  const known = progresses.filter((each) => each !== null)
  return known.length === 0 ? null : known.reduce((sum, each) => sum + Math.min(1, each), 0) / known.length
}
