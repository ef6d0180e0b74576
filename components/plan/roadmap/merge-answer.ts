import type { QueryClient } from "@tanstack/react-query"
import { recordGrowth, recordSeq, seqOf } from "@/components/door/data/freshness"
import { refetchStale } from "@/components/door/data/keep-fresh"
import { answerKey } from "@/components/door/data/use-contract"
import { type PendingChange, withChanges } from "@/lib/plan/roadmap/pending-changes"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { getRoadmap, listWorkItems } from "@/lib/serve/api/generated/addresses"
import type { WorkStore } from "./work-store"

type Settled = PendingChange & {
  readonly settled: { readonly seq: number | null; readonly items: readonly WorkItemView[] }
}

/**
 * Takes the server's answer to a change of ours. Where the list knows everything up to it, the answer completes the list
 * and nothing is asked for again; else it is laid over the list until that has caught up.
 * @param events how many events the change wrote
 */
export function foldIn(
  client: QueryClient,
  programmeId: string,
  store: WorkStore,
  change: Settled,
  events: number,
): void {
  const { seq } = change.settled
  if (seq === null) {
    store.put(change)
    return
  }
  recordGrowth(programmeId, seq)
  const key = answerKey(listWorkItems, { programmeId })
  const list = client.getQueryData<{ items: readonly WorkItemView[] }>(key)
  if (list && seqOf(list) === seq - events) {
    const next = { ...list, items: withChanges(list.items, [change]) }
    recordSeq(next, seq)
    client.setQueryData(key, next)
    store.drop(change.key)
  } else store.put(change)
  const roadmap = client.getQueryData(answerKey(getRoadmap, { programmeId }))
  if (seqOf(roadmap) === seq - events) recordSeq(roadmap, seq)
  void refetchStale(client, programmeId)
}
