import { type Rank, rankBetween } from "@/lib/plan/roadmap/rank"

/** As much of an item as decides its place in the backlog. */
export type Ranked = {
  readonly id: string
  readonly number: number
  /** Null until somebody moved it, or something behind it. */
  readonly backlogRank: Rank | null
  /** Its rank within its workstream. */
  readonly rank: Rank
  readonly workstreamId: string
}

const compare = (one: string | number, other: string | number) => (one < other ? -1 : one > other ? 1 : 0)

/**
 * The one order of a programme's backlog: by backlog rank; those without one last, by workstream, rank in it, and number.
 * Total: no two items are ever equal.
 * @param workstreamIds in their own order
 */
export function backlogOrder<Item extends Ranked>(
  items: readonly Item[],
  workstreamIds: readonly string[],
): readonly Item[] {
  const places = new Map(workstreamIds.map((id, at) => [id, at]))
  const placeOf = ({ workstreamId }: Item) => places.get(workstreamId) ?? places.size
  return items.toSorted((a, b) => {
    if (a.backlogRank !== null && b.backlogRank !== null)
      return compare(a.backlogRank, b.backlogRank) || a.number - b.number || compare(a.id, b.id)
    if (a.backlogRank !== null || b.backlogRank !== null) return a.backlogRank === null ? 1 : -1
    return placeOf(a) - placeOf(b) || compare(a.rank, b.rank) || a.number - b.number || compare(a.id, b.id)
  })
}

/**
 * The ranks that put an item directly after another one (null: first) in a backlog that is in order; all others keep
 * their places. Items before the new place that have no rank yet get one, and so does one whose neighbour has the same.
 * @param ordered the whole backlog, also what a filter hides
 */
export function movedAfter(
  ordered: readonly Ranked[],
  id: string,
  afterId: string | null,
): ReadonlyMap<string, Rank> | null {
  const moving = ordered.find((each) => each.id === id)
  const others = ordered.filter((each) => each.id !== id)
  const at = afterId === null ? 0 : others.findIndex((each) => each.id === afterId) + 1
  if (!moving || (afterId !== null && at === 0)) return null
  const placed = [...others.slice(0, at), moving]
  const ranks = new Map<string, Rank>()
  const following = others[at]?.backlogRank ?? null
  let before: Rank | null = null
  for (const [place, each] of placed.entries()) {
    const isMoving = place === placed.length - 1
    const isInOrder: boolean = each.backlogRank !== null && (before === null || each.backlogRank > before)
    if (!isMoving && isInOrder && (following === null || String(each.backlogRank) < following)) {
      before = each.backlogRank
      continue
    }
    before = rankBetween(before, following)
    ranks.set(each.id, before)
  }
  return ranks
}

/**
 * Where an item goes that is put below a visible row: directly after it, whatever lies hidden behind it. Null is the
 * head of the backlog.
 * @param shown the visible rows in order, with the item that moves
 * @param step 1 is down, -1 is up
 * @returns undefined where there is nowhere to go
 */
export function stepTarget(
  shown: readonly { readonly id: string }[],
  id: string,
  step: 1 | -1,
): string | null | undefined {
  const at = shown.findIndex((each) => each.id === id)
  if (at === -1) return undefined
  if (step === 1) return shown[at + 1]?.id
  if (at === 0) return undefined
  return at === 1 ? null : shown[at - 2]?.id
}
