import type { Place, Side } from "./use-case"

/** A criterion with its weight; only weights of one side are compared with each other. */
export type Weighted = { readonly id: string; readonly side: Side; readonly weight: number }
/** Scores 1 to 5 by criterion. `key` breaks ties and never changes. */
export type Scored = { readonly key: string; readonly scores: ReadonlyMap<string, number> }
export type Figures = { readonly value: number; readonly effort: number }

/** From here a use case is of value; from there it takes effort. On the scale of scores, 1 to 5. */
export const OF_VALUE = 3
export const OF_EFFORT = 2.75

/** The weighted means of value and effort; null where a criterion that weighs has no score: unscored is never 0. */
export function figuresOf({ scores }: Pick<Scored, "scores">, criteria: readonly Weighted[]): Figures | null {
  const value = meanOf(scores, criteria, "value")
  const effort = meanOf(scores, criteria, "effort")
  return value === null || effort === null ? null : { value, effort }
}

function meanOf(scores: ReadonlyMap<string, number>, criteria: readonly Weighted[], side: Side): number | null {
  let sum = 0
  let weights = 0
  for (const { id, side: of, weight } of criteria) {
    if (of !== side || weight <= 0) continue
    const score = scores.get(id)
    if (score === undefined) return null
    sum += score * weight
    weights += weight
  }
  return weights === 0 ? null : sum / weights
}

/** What use cases are ranked by: value minus half the effort. */
export const meritOf = ({ value, effort }: Figures): number => value - effort / 2

/** The keys of what has scores, best first; equal merit by key, so that the order of rows does not matter. */
export function rankingOf(all: readonly Scored[], criteria: readonly Weighted[]): readonly string[] {
  const merits = all.flatMap((each) => {
    const figures = figuresOf(each, criteria)
    return figures ? [{ key: each.key, merit: meritOf(figures) }] : []
  })
  return merits.sort((a, b) => b.merit - a.merit || (a.key < b.key ? -1 : 1)).map(({ key }) => key)
}

/** Where a use case stands by the written rule; `topFive` is its share of weightings in the first five, 0 to 1. */
export function placeOf({ value, effort }: Figures, topFive: number): Place {
  const isEasy = effort < OF_EFFORT
  if (value < OF_VALUE) return isEasy ? "fill_in" : "later"
  if (!isEasy) return "strategic"
  return topFive >= 0.5 ? "mvp" : "quick_win"
}

/**
 * The scores of one side moved so that their weighted mean becomes `target`: each by the same step, and those that would
 * leave 1 to 5 stay at the edge while the others move on. The target itself is kept within 1 to 5.
 */
export function movedScores(
  scores: ReadonlyMap<string, number>,
  criteria: readonly Weighted[],
  side: Side,
  target: number,
): ReadonlyMap<string, number> {
  const ids = criteria.filter((each) => each.side === side && each.weight > 0).map(({ id }) => id)
  const aim = Math.min(5, Math.max(1, target))
  const moved = new Map(ids.map((id) => [id, scores.get(id) ?? aim]))
  for (let round = 0; round <= ids.length; round++) {
    const mean = meanOf(moved, criteria, side)
    if (mean === null || Math.abs(mean - aim) < 1e-9) break
    const isUp = aim > mean
    const free = criteria.filter(({ id }) => {
      const score = moved.get(id)
      return score !== undefined && (isUp ? score < 5 : score > 1)
    })
    const all = criteria.filter(({ id }) => moved.has(id)).reduce((sum, { weight }) => sum + weight, 0)
    const open = free.reduce((sum, { weight }) => sum + weight, 0)
    const step = ((aim - mean) * all) / open
    for (const { id } of free) moved.set(id, Math.min(5, Math.max(1, (moved.get(id) ?? aim) + step)))
  }
  return moved
}
