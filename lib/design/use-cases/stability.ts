import { draw, keysOf, rowOf, seedWord } from "@/lib/plan/simulation/draws"
import { rankingOf, type Scored, type Weighted } from "./ranking"

export const WEIGHTINGS = 1_000
/** Of the band: 80% of the weightings are inside. */
const [LOW, HIGH] = [0.1, 0.9]

export type Stability = {
  /** 1 is best. Of today's weights. */
  readonly rank: number
  readonly bestRank: number
  readonly worstRank: number
  /** 80% of the weightings put it between these two. */
  readonly bandFrom: number
  readonly bandTo: number
  /** Shares of the weightings, 0 to 1. */
  readonly first: number
  readonly topFive: number
}
export type Swap = { readonly better: string; readonly worse: string; readonly share: number }
export type Stabilities = {
  readonly of: ReadonlyMap<string, Stability>
  /** The neighbours in today's ranking that change places most often; null below two use cases. */
  readonly swap: Swap | null
}

/**
 * How far a ranking depends on its weights: each of the weightings draws the weights of a side anew, all mixes alike
 * likely (flat Dirichlet: exponential draws, normalised; L. Devroye, Non-Uniform Random Variate Generation, 1986, XI.4).
 * Draws hang on the seed, the weighting and the criterion's key alone: neither the order of rows nor that of criteria
 * matters. Criteria without weight stay out. O(weightings x use cases x criteria).
 */
export function stabilityOf(
  all: readonly Scored[],
  criteria: readonly Weighted[],
  seed: number,
  weightings = WEIGHTINGS,
): Stabilities {
  const today = rankingOf(all, criteria)
  const ranks = new Map<string, number[]>(today.map((key) => [key, []]))
  const swaps = today.slice(1).map(() => 0)
  const word = seedWord(seed)
  const keys = new Map(criteria.map(({ id }) => [id, keysOf(id)]))
  for (let trial = 0; trial < weightings; trial++) {
    const row = rowOf(trial, word)
    const drawn = criteria.map((each) => {
      const [one, two] = keys.get(each.id) ?? [0, 0]
      return { ...each, weight: each.weight > 0 ? exponential(draw(row, one, two)) : 0 }
    })
    const places = new Map(rankingOf(all, drawn).map((key, at) => [key, at + 1]))
    for (const [key, found] of ranks) found.push(places.get(key) ?? today.length)
    for (const at of swaps.keys())
      if ((places.get(today[at] ?? "") ?? 0) > (places.get(today[at + 1] ?? "") ?? 0)) swaps[at] = (swaps[at] ?? 0) + 1
  }
  return {
    of: new Map(today.map((key, at) => [key, summed(ranks.get(key) ?? [], at + 1)])),
    swap: most(today, swaps, weightings),
  }
}

/** From 32 random bits: the open interval keeps the logarithm finite. */
const exponential = (bits: number): number => -Math.log(((bits >>> 0) + 0.5) / 2 ** 32)

function summed(found: readonly number[], rank: number): Stability {
  const sorted = found.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? rank
  const share = (isIn: (each: number) => boolean) => sorted.filter(isIn).length / sorted.length
  return {
    ...{ rank, bestRank: sorted[0] ?? rank, worstRank: sorted.at(-1) ?? rank, bandFrom: at(LOW), bandTo: at(HIGH) },
    ...{ first: share((each) => each === 1), topFive: share((each) => each <= 5) },
  }
}

function most(today: readonly string[], swaps: readonly number[], weightings: number): Swap | null {
  if (swaps.length === 0) return null
  const at = swaps.indexOf(Math.max(...swaps))
  return { better: today[at] ?? "", worse: today[at + 1] ?? "", share: (swaps[at] ?? 0) / weightings }
}
