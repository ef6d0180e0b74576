/** Spent so far, and what the month ends at if the days left are like those before, with an 80% range. */
export type Projection = { readonly low: number; readonly value: number; readonly high: number }

/** Fewer days than these tell nothing of the rest of a month. */
const LEAST_DAYS = 7
/** Of the normal distribution, for 80% in the middle (NIST/SEMATECH e-Handbook, 1.3.6.7.1). */
const Z80 = 1.2816

/**
 * The end of the month from what each day cost: the mean of the newest 28 days for each day that is left, and a range
 * from their spread as if days were independent. Null while too few days are known.
 */
export function projectionOf(spent: number, newest: readonly number[], daysLeft: number): Projection | null {
  if (newest.length < LEAST_DAYS) return null
  const days = newest.slice(-28)
  const mean = days.reduce((sum, each) => sum + each, 0) / days.length
  const variance = days.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (days.length - 1)
  const value = spent + mean * daysLeft
  const spread = Z80 * Math.sqrt(variance * daysLeft * (1 + daysLeft / days.length))
  return { value, low: Math.max(spent, value - spread), high: value + spread }
}
