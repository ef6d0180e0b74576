"use client"

import { useCallback, useMemo } from "react"
import { useQueryOfPage } from "@/components/shell/use-query"
import type { WorkRow } from "@/lib/plan/roadmap/tree-rows"

const parameters = { item: "item", workstream: "workstream", stage: "about-stage" } as const
type RecordKind = keyof typeof parameters
const none = { item: null, workstream: null, "about-stage": null }

export type OpenRecord = {
  readonly kind: RecordKind | null
  readonly id: string | null
  readonly open: (kind: WorkRow["kind"], id: string) => void
  readonly close: () => void
}

/** The record whose panel is open, kept in the address. Opening is a step to go back from; walking on is not. */
export function useOpenRecord(): OpenRecord {
  const [query, change] = useQueryOfPage()
  const kind = (["item", "workstream", "stage"] as const).find((each) => query.has(parameters[each])) ?? null
  const id = kind ? query.get(parameters[kind]) : null
  const open = useCallback(
    (next: WorkRow["kind"], nextId: string) => {
      if (next === "draft") return
      change({ ...none, [parameters[next]]: nextId }, kind === null ? "push" : "replace")
    },
    [change, kind],
  )
  const close = useCallback(() => change(none, "push"), [change])
  return useMemo(() => ({ kind, id, open, close }), [kind, id, open, close])
}
