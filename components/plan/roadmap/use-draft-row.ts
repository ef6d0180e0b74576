"use client"

import { useCallback, useState } from "react"
import type { DraftRow } from "@/lib/plan/roadmap/tree-rows"
import type { WorkPlace } from "./work-place"

export type Draft = Omit<DraftRow, "kind" | "name">

let lastDraft = 0

/** The place in the table where work is being written; each draft is another row. */
export function useDraftRow() {
  const [draft, setDraft] = useState<Draft | null>(null)
  const put = useCallback((place: WorkPlace | null) => {
    lastDraft += 1
    setDraft(place ? { ...place, id: `draft-${lastDraft}` } : null)
  }, [])
  /** Keeps the draft under the item it follows when that gets its own id. */
  const follow = useCallback((before: string, id: string) => {
    setDraft((was) => (was?.afterId === before ? { ...was, afterId: id } : was))
  }, [])
  return { draft, put, follow }
}
