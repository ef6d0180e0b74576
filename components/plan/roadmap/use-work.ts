"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useEffectEvent, useMemo, useRef, useSyncExternalStore } from "react"
import { seqOf } from "@/components/door/data/freshness"
import { useAnswer } from "@/components/door/data/use-contract"
import { sayDay } from "@/components/ui/day-text"
import { useToasts } from "@/components/ui/toasts"
import type { CallRefusal } from "@/lib/door/call"
import { idsUnderWay, withChanges } from "@/lib/plan/roadmap/pending-changes"
import { type Plan, planOf } from "@/lib/plan/roadmap/plan"
import { type Names, namesOf } from "@/lib/plan/roadmap/say-change"
import type { RoadmapView, WorkstreamView } from "@/lib/plan/roadmap/views"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { getRoadmap, listWorkItems } from "@/lib/serve/api/generated/addresses"
import { WorkEditor } from "./work-editor"
import { type Unsaved, workStoreOf } from "./work-store"
import { saveWorkstream, type WorkstreamChange } from "./workstream-editor"

/** A programme's work as this member sees and changes it. */
export type Work = {
  readonly programmeId: string
  readonly roadmap: RoadmapView
  /** With this tab's own changes, also those under way. */
  readonly items: readonly WorkItemView[]
  readonly plan: Plan | null
  readonly names: Names
  readonly saving: ReadonlySet<string>
  readonly unsaved: readonly Unsaved[]
  /** Ids of items that somebody else changed while this member did. */
  readonly contested: ReadonlySet<string>
  /** The same object for as long as the page stands. */
  readonly editor: WorkEditor
  readonly saveWorkstream: (workstream: WorkstreamView, change: WorkstreamChange) => Promise<boolean>
}
export type WorkAnswer =
  | { readonly state: "waiting" }
  | { readonly state: "refused"; readonly refusal: CallRefusal | null; readonly retry: () => void }
  | { readonly state: "ready"; readonly work: Work }

/** Reads a programme's work, plans it in the browser, and gives the actions that change it. */
export function useWork(programmeId: string): WorkAnswer {
  const client = useQueryClient()
  const roadmap = useAnswer(getRoadmap, { programmeId })
  const list = useAnswer(listWorkItems, { programmeId })
  const store = workStoreOf(client, programmeId)
  const { changes, unsaved } = useSyncExternalStore(store.subscribe, store.read, store.read)
  const answered = list.data?.items
  const items = useMemo(() => (answered ? withChanges(answered, changes) : null), [answered, changes])
  const data = list.data
  useEffect(() => {
    if (data) store.retire(data.items, seqOf(data))
  }, [data, store])
  const plan = useMemo(() => (roadmap.data && items ? planIn(roadmap.data, items) : null), [roadmap.data, items])
  const names = useMemo(() => {
    const today = roadmap.data?.today
    return roadmap.data ? namesOf(roadmap.data, (day) => sayDay(day, today)) : null
  }, [roadmap.data])
  const saving = useMemo(() => idsUnderWay(changes), [changes])
  const contested = useMemo(
    () => new Set(unsaved.flatMap(({ theirs, items: kept }) => (theirs ? kept.map(({ id }) => id) : []))),
    [unsaved],
  )
  const editor = useEditor(programmeId, roadmap.data ?? null, items, names)
  const { show: say } = useToasts()
  const work = useMemo((): Work | null => {
    if (!roadmap.data || !items || !names) return null
    const change: Work["saveWorkstream"] = (...asked) => saveWorkstream({ client, programmeId, say }, ...asked)
    const read = { programmeId, roadmap: roadmap.data, items, plan, names, saving, unsaved, contested }
    return { ...read, editor, saveWorkstream: change }
  }, [programmeId, roadmap.data, items, plan, names, saving, unsaved, contested, editor, client, say])
  if (work) return { state: "ready", work }
  const failed = roadmap.error ?? list.error
  if (!failed) return { state: "waiting" }
  const retry = () => void Promise.all([roadmap.refetch(), list.refetch()])
  return { state: "refused", refusal: "refusal" in failed ? failed.refusal : null, retry }
}

function planIn(roadmap: RoadmapView, items: readonly WorkItemView[]): Plan | null {
  const { programme, gates, workstreams, links, today } = roadmap
  const plan = planOf({ programme, gates, workstreams, links, items }, today)
  return plan.ok ? plan.value : null
}

/** One editor for as long as the page stands; it always reads what is on screen now. */
function useEditor(
  programmeId: string,
  roadmap: RoadmapView | null,
  items: readonly WorkItemView[] | null,
  names: Names | null,
): WorkEditor {
  const client = useQueryClient()
  const toasts = useToasts()
  const now = useRef({ roadmap, items, names })
  useEffect(() => {
    now.current = { roadmap, items, names }
  }, [roadmap, items, names])
  const say = useEffectEvent(toasts.show)
  const editor = useRef<WorkEditor>(null)
  editor.current ??= new WorkEditor({
    client,
    programmeId,
    store: workStoreOf(client, programmeId),
    roadmap: () => present(now.current.roadmap),
    items: () => now.current.items ?? [],
    names: () => present(now.current.names),
    say: (toast) => say(toast),
  })
  return editor.current
}

function present<Value>(value: Value | null): Value {
  if (value === null) throw new Error("nothing is changed before it was read")
  return value
}
