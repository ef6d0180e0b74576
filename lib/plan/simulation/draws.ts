/**
 * Random numbers by counting instead of by drawing one after another: each is a hash of a seed, a trial and the two keys
 * of whatever asks. So trial 17 of an item has the same number whatever else the plan holds, in whatever order it is
 * listed, and however trials are shared out. (J. K. Salmon et al., Parallel random numbers: as easy as 1, 2, 3, SC11.)
 *
 * The hash is the two-round multiply and xor-shift whose constants C. Wellons found by searching for the least bias
 * (hash-prospector, "lowbias32", 2018); the trial goes through it on its own before the keys are mixed in.
 */
export function mixed(word: number): number {
  const first = Math.imul(word ^ (word >>> 16), 0x7feb352d)
  const second = Math.imul(first ^ (first >>> 15), 0x846ca68b)
  return second ^ (second >>> 16)
}

/** What tells the draws of a seed from those of another. The seed is a whole number from 0 to 2^53 - 1. */
export const seedWord = (seed: number): number =>
  mixed(mixed((seed % 2 ** 32) | 0) + Math.floor(seed / 2 ** 32) + 0x9e3779b9)

/** Trials are numbered by whole numbers below this. */
export const MOST_TRIALS = 2 ** 31 - 1

/** What all draws of one trial have in common. */
export const rowOf = (trial: number, word: number): number => mixed(mixed(trial) ^ word)

/** 32 random bits, as a signed word. */
export function draw(row: number, key: number, otherKey: number): number {
  const first = Math.imul(row ^ key, 0x7feb352d)
  const second = Math.imul(first ^ (first >>> 15) ^ otherKey, 0x846ca68b)
  return second ^ (second >>> 16)
}

/** Turn the keys of a duration into those of the second question that is asked about it: shared or not, true or not. */
const SECOND_KEY = 0x3c6ef372
const SECOND_OTHER_KEY = 0x1b873593

/** 24 random bits that have nothing to do with `draw` of the same keys. */
export const secondDraw = (row: number, key: number, otherKey: number): number =>
  draw(row, key ^ SECOND_KEY, otherKey ^ SECOND_OTHER_KEY) >>> 8

/** Two words that stand for a name: FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo) with two multipliers, then mixed. */
export function keysOf(name: string): readonly [number, number] {
  let one = 0x811c9dc5
  let two = 0x2545f491
  for (let at = 0; at < name.length; at++) {
    one = Math.imul(one ^ name.charCodeAt(at), 0x01000193)
    two = Math.imul(two ^ name.charCodeAt(at), 0x5bd1e995)
  }
  return [mixed(one), mixed(two)]
}
