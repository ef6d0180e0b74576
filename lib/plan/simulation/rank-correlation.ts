import { draw, rowOf, secondDraw } from "./draws"
import type { SimulationModel } from "./model"
import * as shape from "./program"
import { placesOf } from "./records"

/**
 * Spearman's rank correlation of each item's duration with the finish. A duration rises with the number it is drawn
 * from, and such a number is its own rank, so that only the finish has to be ranked (the grade correlation, which is
 * what Spearman's coefficient estimates: W. H. Kruskal, Ordinal measures of association, 1958). Trials with the same
 * finish share the middle of their ranks. O(items x trials).
 */
export function correlations(model: SimulationModel, seed: number, finish: Float32Array): Float64Array {
  const { words } = model.program
  const { recordAt } = placesOf(model.program)
  const ranks = centredRanks(finish)
  const rows = Int32Array.from(finish, (_, trial) => rowOf(trial, seed))
  const keysAt = sharedKeys(model)
  return Float64Array.from(model.items, ({ record }) => {
    const at = recordAt[record] ?? 0
    if (((words[at] ?? 0) & shape.SPREAD_MASK) === shape.FIXED) return 0
    return correlated(model.program, at, keysAt.get(words[at + shape.WORK_SHARED] ?? -1) ?? -1, rows, ranks)
  })
}

/** By byte offset of its slot: where the keys of a shared draw are. */
function sharedKeys({ program }: SimulationModel): ReadonlyMap<number, number> {
  const { recordAt, slotAt } = placesOf(program)
  const keysAt = new Map<number, number>()
  for (const [record, at] of recordAt.entries())
    if (program.words[at] === shape.SHARED) keysAt.set((slotAt[record] ?? 0) * shape.SLOT_BYTES, at + 1)
  return keysAt
}

/** Twice each trial's rank, less the middle one: whole numbers whose sum is nought. */
export function centredRanks(moments: Float32Array): Int32Array {
  const order = Uint32Array.from(moments, (_, trial) => trial).sort((a, b) => (moments[a] ?? 0) - (moments[b] ?? 0))
  const ranks = new Int32Array(moments.length)
  for (let from = 0; from < order.length; ) {
    let end = from + 1
    while (end < order.length && moments[order[end] ?? 0] === moments[order[from] ?? 0]) end++
    for (let at = from; at < end; at++) ranks[order[at] ?? 0] = from + end - order.length
    from = end
  }
  return ranks
}

/**
 * Pearson's correlation of the ranks, whose mean is nought, with the 16 leading bits behind a duration; 0 where either
 * does not vary. All sums are of whole numbers.
 */
function correlated(
  { words, sharing }: shape.Program,
  at: number,
  sharedAt: number,
  rows: Int32Array,
  ranks: Int32Array,
) {
  const key = words[at + shape.WORK_KEYS] ?? 0
  const other = words[at + shape.WORK_KEYS + 1] ?? 0
  const sharedKey = words[sharedAt] ?? 0
  const sharedOther = words[sharedAt + 1] ?? 0
  let [sum, squares, products, rankSquares] = [0, 0, 0, 0]
  for (let trial = 0; trial < ranks.length; trial++) {
    const row = rows[trial] ?? 0
    const takesShared = sharedAt >= 0 && secondDraw(row, key, other) < sharing
    const grade = (takesShared ? draw(row, sharedKey, sharedOther) : draw(row, key, other)) >>> 16
    const rank = ranks[trial] ?? 0
    sum += grade
    squares += grade * grade
    products += grade * rank
    rankSquares += rank * rank
  }
  const variation = Math.sqrt((squares - (sum * sum) / ranks.length) * rankSquares)
  return variation > 0 ? products / variation : 0
}
