/** As much of a record as its changes need. */
export type Kept = { readonly id: string; readonly version: number }

/**
 * A change of records that was made on screen: under way until the server's answer settles it, and then kept until the
 * list that it was made on is as new as that answer. So nothing that was typed is lost, or shows twice, when lists and
 * answers cross on their way.
 */
export type PendingChange<View extends Kept> = {
  readonly key: string
  readonly ids: readonly string[]
  /** How a record looks after it, while it is under way. */
  readonly revise?: (record: View) => View
  /** A record that is not in the list yet. */
  readonly added?: View
  /** The records go away. */
  readonly removes?: boolean
  readonly settled?: Settlement<View>
}
export type Settlement<View extends Kept> = {
  /** The length of the chain after the change; null when it is not known, as of a refusal that shows the record. */
  readonly seq: number | null
  readonly records: readonly View[]
}

/** The list as it stands with all changes. Without any, and where nothing differs, the objects are the same. */
export function withChanges<View extends Kept>(
  records: readonly View[],
  changes: readonly PendingChange<View>[],
): readonly View[] {
  return changes.reduce<readonly View[]>(applyOne, records)
}

function applyOne<View extends Kept>(records: readonly View[], change: PendingChange<View>): readonly View[] {
  const ids = new Set(change.ids)
  const answers = new Map(change.settled?.records.map((record) => [record.id, record]))
  if (change.removes) return records.filter(({ id }) => !ids.has(id))
  const changed = records.map((record) => {
    const answer = answers.get(record.id)
    if (answer) return answer.version >= record.version ? { ...record, ...answer } : record
    return !change.settled && change.revise && ids.has(record.id) ? change.revise(record) : record
  })
  if (!change.added) return changed
  const known = new Set(records.map(({ id }) => id))
  const newcomers = change.settled ? change.settled.records : [change.added]
  return [...changed, ...newcomers.filter(({ id }) => !known.has(id))]
}

/**
 * The changes that are still needed over a list.
 * @param seq the length of the chain that the list knows of, at least
 */
export function stillNeeded<View extends Kept>(
  changes: readonly PendingChange<View>[],
  records: readonly View[],
  seq: number,
): readonly PendingChange<View>[] {
  const versions = new Map(records.map(({ id, version }) => [id, version]))
  const caughtUp = ({ settled }: PendingChange<View>) => {
    if (!settled) return false
    if (settled.seq !== null) return seq >= settled.seq
    return settled.records.every(({ id, version }) => (versions.get(id) ?? version) >= version)
  }
  const needed = changes.filter((change) => !caughtUp(change))
  return needed.length === changes.length ? changes : needed
}

/** The ids of records with a change under way. */
export const idsUnderWay = (
  changes: readonly { readonly ids: readonly string[]; readonly settled?: unknown }[],
): ReadonlySet<string> => new Set(changes.filter(({ settled }) => !settled).flatMap(({ ids }) => ids))
