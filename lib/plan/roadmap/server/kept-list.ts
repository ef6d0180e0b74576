import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { JsonText } from "@/lib/door/server/serve"

/** So many programmes keep their newest list, each about 500 bytes an item. */
const MOST_KEPT = 8

type Kept = { readonly seq: number; readonly list: Promise<JsonText> }

/**
 * Keeps a programme's newest list for as long as its chain does not grow: when one change sends twenty browsers to
 * fetch the list again, it is written once. Every change of a programme grows its chain in the same transaction, and
 * the actor's seq was read before the list, so what is kept for a seq is never older than it.
 */
export function keepList(read: (actor: ProgrammeActor) => Promise<JsonText>) {
  const kept = new Map<Id, Kept>()
  return (actor: ProgrammeActor): Promise<JsonText> => {
    const { programmeId, membership } = actor
    const newest = kept.get(programmeId)
    if (newest?.seq === membership.seq) return newest.list
    const list = read(actor)
    if (newest && newest.seq > membership.seq) return list
    const mine = { seq: membership.seq, list }
    kept.delete(programmeId)
    kept.set(programmeId, mine)
    for (const [oldest] of kept) if (kept.size > MOST_KEPT) kept.delete(oldest)
    list.catch(() => kept.get(programmeId) === mine && kept.delete(programmeId))
    return list
  }
}
