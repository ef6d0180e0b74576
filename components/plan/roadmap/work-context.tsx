"use client"

import { createContext, type ReactNode, use, useCallback, useMemo, useState } from "react"
import type { WorkItemView, WorkStatus } from "@/lib/plan/roadmap/work-item-shapes"
import { type Asking, ReasonAsk } from "./reason-ask"
import type { Work } from "./use-work"

type WorkActions = {
  readonly work: Work
  /** Sets a status; asks for the reason first where one is needed. */
  readonly setStatus: (items: readonly WorkItemView[], status: WorkStatus) => void
}

const WorkContext = createContext<WorkActions | null>(null)

/** The programme's work and the actions that change it. @throws outside a `WorkProvider`. */
export function useWorkActions(): WorkActions {
  const actions = use(WorkContext)
  if (!actions) throw new Error("useWorkActions needs a WorkProvider above it")
  return actions
}

/** Gives cells, panels and bars of one page the same actions. */
export function WorkProvider({ work, children }: { work: Work; children: ReactNode }) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const { editor } = work
  const setStatus = useCallback(
    (items: readonly WorkItemView[], status: WorkStatus) => {
      const { activeElement } = document
      const focused = activeElement instanceof HTMLElement ? activeElement : null
      const anchor = focused?.closest<HTMLElement>("[data-col]") ?? focused
      if (status === "blocked" || status === "dropped") setAsking({ items, status, anchor })
      else void editor.change(items, { status })
    },
    [editor],
  )
  const actions = useMemo(() => ({ work, setStatus }), [work, setStatus])
  return (
    <WorkContext value={actions}>
      {children}
      {asking ? (
        <ReasonAsk
          key={`${asking.status} ${asking.items[0]?.id}`}
          asking={asking}
          onDone={(reason) => {
            setAsking(null)
            if (reason !== null) void editor.change(asking.items, { status: asking.status, reason })
            asking.anchor?.focus({ preventScroll: true })
          }}
        />
      ) : null}
    </WorkContext>
  )
}
