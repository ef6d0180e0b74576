import type { WorkItemView } from "./work-item-shapes"

/**
 * A change of work items that was made on screen: under way until it is settled by the server's answer, and then kept
 * until the list that it was made on is as new as that answer. So nothing that was typed is lost, or shows twice, when
 * lists and answers cross on their way.
 */
export type PendingChange = {
  readonly key: string
  readonly ids: readonly string[]
  /** How an item looks after it, while it is under way. */
  readonly revise?: (item: WorkItemView) => WorkItemView
  /** An item that is not in the list yet. */
  readonly added?: WorkItemView
  /** The items go away. */
  readonly removes?: boolean
  readonly settled?: Settlement
}
export type Settlement = {
  /** The length of the chain after the change; null when it is not known, as of a refusal that shows the record. */
  readonly seq: number | null
  readonly items: readonly WorkItemView[]
}

/** The list as it stands with all changes. Without any, and where nothing differs, the objects are the same. */
export function withChanges(
  items: readonly WorkItemView[],
  changes: readonly PendingChange[],
): readonly WorkItemView[] {
  return changes.reduce(applyOne, items)
}

function applyOne(items: readonly WorkItemView[], change: PendingChange): readonly WorkItemView[] {
  const ids = new Set(change.ids)
  const answers = new Map(change.settled?.items.map((item) => [item.id, item]))
  if (change.removes) return items.filter(({ id }) => !ids.has(id))
  const changed = items.map((item) => {
    const answer = answers.get(item.id)
    if (answer) return answer.version >= item.version ? answer : item
    return !change.settled && change.revise && ids.has(item.id) ? change.revise(item) : item
  })
  if (!change.added) return changed
  const known = new Set(items.map(({ id }) => id))
  const newcomers = change.settled ? change.settled.items : [change.added]
  return [...changed, ...newcomers.filter(({ id }) => !known.has(id))]
}

/**
 * The changes that are still needed over a list.
 * @param seq the length of the chain that the list knows of, at least
 */
export function stillNeeded(
  changes: readonly PendingChange[],
  items: readonly WorkItemView[],
  seq: number,
): readonly PendingChange[] {
  const versions = new Map(items.map(({ id, version }) => [id, version]))
  const caughtUp = ({ settled }: PendingChange) => {
    if (!settled) return false
    if (settled.seq !== null) return seq >= settled.seq
    return settled.items.every(({ id, version }) => (versions.get(id) ?? version) >= version)
  }
  const needed = changes.filter((change) => !caughtUp(change))
  return needed.length === changes.length ? changes : needed
}

/** The ids of items with a change under way. */
export const idsUnderWay = (changes: readonly PendingChange[]): ReadonlySet<string> =>
  new Set(changes.filter(({ settled }) => !settled).flatMap(({ ids }) => ids))
