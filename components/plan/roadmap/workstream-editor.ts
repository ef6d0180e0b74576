import type { QueryClient } from "@tanstack/react-query"
import { recordGrowth, recordSeq, seqOf } from "@/components/door/data/freshness"
import { refetchStale } from "@/components/door/data/keep-fresh"
import { answerKey } from "@/components/door/data/use-contract"
import type { Toast } from "@/components/ui/toasts"
import type { InputAt } from "@/lib/door/call"
import { call } from "@/lib/door/call"
import type { RoadmapView, WorkstreamView } from "@/lib/plan/roadmap/views"
import { changeWorkstream, getRoadmap } from "@/lib/serve/api/generated/addresses"

export type WorkstreamChange = Omit<InputAt<typeof changeWorkstream>, "workstreamId" | "version">

/** A workstream as a change makes it look. */
function revised(workstream: WorkstreamView, { estimate, ...change }: WorkstreamChange): WorkstreamView {
  const none = { optimistic: null, likely: null, pessimistic: null }
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  return { ...workstream, ...given, ...(estimate === undefined ? {} : (estimate ?? none)) }
}

/** The change that makes a workstream look as it did. */
function changeBack(workstream: WorkstreamView, change: WorkstreamChange): WorkstreamChange {
  const { estimate, ...plain } = change
  const { optimistic, likely, pessimistic } = workstream
  const known = optimistic !== null && likely !== null && pessimistic !== null
  const before = Object.fromEntries(Object.keys(plain).map((name) => [name, Reflect.get(workstream, name)]))
  return {
    ...before,
    ...(estimate === undefined ? {} : { estimate: known ? { optimistic, likely, pessimistic } : null }),
  }
}

/**
 * Changes a workstream, on screen at once; taken back with a sentence when it is refused. False then, so that a form
 * can keep what was typed.
 */
export async function saveWorkstream(
  { client, programmeId, say }: { client: QueryClient; programmeId: string; say: (toast: Toast) => void },
  workstream: WorkstreamView,
  change: WorkstreamChange,
  silent = false,
): Promise<boolean> {
  const key = answerKey(getRoadmap, { programmeId })
  const show = (next: WorkstreamView, seq: number | null) =>
    client.setQueryData<RoadmapView>(key, (roadmap) => {
      if (!roadmap) return roadmap
      const workstreams = roadmap.workstreams.map((each) => (each.id === next.id ? next : each))
      const shown = { ...roadmap, workstreams }
      recordSeq(shown, seq ?? seqOf(roadmap))
      return shown
    })
  show(revised(workstream, change), null)
  const { id, version, name } = workstream
  const answer = await call(changeWorkstream, { programmeId, workstreamId: id, version, ...change })
  if (!answer.ok) {
    show(workstream, null)
    await client.invalidateQueries({ queryKey: key })
    say({ kind: "refused", text: `${name}: ${answer.detail}` })
    return false
  }
  show(answer.value, null)
  if (answer.seq !== null) recordGrowth(programmeId, answer.seq)
  void refetchStale(client, programmeId)
  if (!silent) {
    const undo = () =>
      void saveWorkstream({ client, programmeId, say }, answer.value, changeBack(workstream, change), true)
    say({ text: `Changed ${name}`, undo })
  }
  return true
}
