"use client"

import { createContext, type ReactNode, use, useCallback, useMemo, useState } from "react"
import type { WorkItemView, WorkStatus } from "@/lib/plan/roadmap/work-item-shapes"
import { type Asking, ReasonAsk } from "./reason-ask"
import type { Work } from "./use-work"

type WorkHand = {
  readonly work: Work
  /** Sets a status; asks for the reason first where one is needed. */
  readonly setStatus: (items: readonly WorkItemView[], status: WorkStatus) => void
}

const WorkContext = createContext<WorkHand | null>(null)

/** The programme's work and the hand to change it. @throws outside a `WorkProvider`. */
export function useWorkHand(): WorkHand {
  const hand = use(WorkContext)
  if (!hand) throw new Error("useWorkHand needs a WorkProvider above it")
  return hand
}

/** Gives cells, panels and bars of one page the same hand. */
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
  const hand = useMemo(() => ({ work, setStatus }), [work, setStatus])
  return (
    <WorkContext value={hand}>
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
