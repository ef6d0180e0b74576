import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing"

/** Ranks are text compared byte by byte; between any two there is always another, so that moving one never renumbers others. */
export type Rank = string

/**
 * A rank between two neighbours; null is the open end. Neighbours of equal rank (two people added at once) count as one.
 * @param before rank of the row above
 * @param after rank of the row below
 */
export const rankBetween = (before: Rank | null, after: Rank | null): Rank =>
  generateKeyBetween(before, before !== null && after !== null && after <= before ? null : after)

/** The first `count` ranks of an empty list, in order. */
export const firstRanks = (count: number): readonly Rank[] => generateNKeysBetween(null, null, count)
