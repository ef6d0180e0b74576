"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useEffectEvent, useMemo, useRef, useState, useSyncExternalStore } from "react"
import { answerKey } from "@/components/door/data/use-contract"
import type { Work } from "@/components/plan/roadmap/use-work"
import { workStoreOf } from "@/components/plan/roadmap/work-store"
import { useShortcut } from "@/components/shell/shortcuts"
import { sayDay } from "@/components/ui/day-text"
import { useToasts } from "@/components/ui/toasts"
import { withChanges } from "@/lib/plan/roadmap/pending-changes"
import type { PlanChange } from "@/lib/plan/roadmap/replan-shapes"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { getRoadmap, listWorkItems } from "@/lib/serve/api/generated/addresses"
import { PlanEditor } from "./plan-editor"
import { planHistoryOf } from "./plan-history"

type WorkItems = { readonly items: readonly WorkItemView[] }

export type PlanChanges = {
  /** Makes a change, shown at once; false when it was not taken, which is then said. */
  readonly commit: (change: PlanChange) => Promise<boolean>
  readonly undo: () => void
  readonly redo: () => void
  /** What undo takes back and redo does again, in words; null when there is nothing. */
  readonly undoes: string | null
  readonly redoes: string | null
}

/** The actions that change the plan, with undo and redo by their usual keys. */
export function usePlanChanges(work: Work): PlanChanges {
  const { programmeId, roadmap } = work
  const client = useQueryClient()
  const history = planHistoryOf(client, programmeId)
  const store = workStoreOf(client, programmeId)
  const steps = useSyncExternalStore(history.subscribe, history.read, history.read)
  const now = useRef(work)
  useEffect(() => {
    now.current = work
  }, [work])
  const toasts = useToasts()
  const say = useEffectEvent(toasts.show)
  const [editor] = useState(
    () =>
      new PlanEditor({
        ...{ client, programmeId, history, store },
        // Not what was drawn last: the answer to one change may be followed by the next before it is drawn.
        roadmap: () => client.getQueryData<RoadmapView>(answerKey(getRoadmap, { programmeId })) ?? now.current.roadmap,
        items: () => {
          const list = client.getQueryData<WorkItems>(answerKey(listWorkItems, { programmeId }))
          return list ? withChanges(list.items, store.read().changes) : now.current.items
        },
        sayDay: (day) => sayDay(day, now.current.roadmap.today),
        say: (toast) => say(toast),
      }),
  )
  const enabled = roadmap.me.may.editPlan
  useShortcut("mod+z", "Undo last plan change", () => void editor.undo(), { enabled })
  useShortcut("mod+shift+z", "Redo", () => void editor.redo(), { enabled })
  const actions = useMemo(
    () => ({
      commit: (change: PlanChange) => editor.commit(change),
      undo: () => void editor.undo(),
      redo: () => void editor.redo(),
    }),
    [editor],
  )
  return { ...actions, undoes: steps.undo.at(-1)?.said ?? null, redoes: steps.redo.at(-1)?.said ?? null }
}
