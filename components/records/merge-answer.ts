import type { QueryClient } from "@tanstack/react-query"
import { recordGrowth, recordSeq, seqOf } from "@/components/door/data/freshness"
import { refetchStale } from "@/components/door/data/keep-fresh"
import { type Kept, type PendingChange, withChanges } from "@/lib/records/pending-changes"
import type { RecordStore } from "./record-store"

type List<View> = { readonly items: readonly View[] }

/**
 * Takes the server's answer to a change of ours. Where the list knows everything up to it, the answer completes the list
 * and nothing is asked for again; else it is laid over the list until that has caught up.
 * @param before the length of the chain before the events of the change
 * @param complete puts what the list computes for each record into it again
 */
export function mergeAnswer<View extends Kept, Change>(
  {
    client,
    programmeId,
    key,
    store,
    complete,
  }: {
    readonly client: QueryClient
    readonly programmeId: string
    readonly key: readonly unknown[]
    readonly store: RecordStore<View, Change>
    readonly complete: (record: View) => View
  },
  change: PendingChange<View>,
  before: number | null,
): void {
  const settled = change.settled && { ...change.settled, records: change.settled.records.map(complete) }
  const done = settled ? { ...change, settled } : change
  const seq = settled?.seq ?? null
  if (seq === null) {
    store.put(done)
    return
  }
  recordGrowth(programmeId, seq)
  const list = client.getQueryData<List<View>>(key)
  if (list && before !== null && seqOf(list) === before) {
    const next = { ...list, items: withChanges(list.items, [done]).map(complete) }
    recordSeq(next, seq)
    client.setQueryData(key, next)
    store.drop(change.key)
  } else store.put(done)
  void refetchStale(client, programmeId)
}
