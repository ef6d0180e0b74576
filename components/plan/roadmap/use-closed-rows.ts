"use client"

import { useCallback, useMemo } from "react"
import { useQueryOfPage } from "@/components/shell/use-query"
import type { RoadmapView } from "@/lib/plan/roadmap/views"

/** The stages and workstreams that are closed, kept in the address by their keys. */
export function useClosedRows({ stages, workstreams }: Pick<RoadmapView, "stages" | "workstreams">) {
  const [query, setQuery] = useQueryOfPage()
  const text = query.get("closed") ?? ""
  const closed = useMemo(() => {
    const keys = new Set(text.split(","))
    return new Set([...stages, ...workstreams].filter(({ key }) => keys.has(key)).map(({ id }) => id))
  }, [text, stages, workstreams])
  const change = useCallback(
    (next: ReadonlySet<string>) => {
      const keys = [...stages, ...workstreams].filter(({ id }) => next.has(id)).map(({ key }) => key)
      setQuery({ closed: keys.join(",") || null })
    },
    [stages, workstreams, setQuery],
  )
  /** Opens a workstream and its stage, so that what lies in it is on screen. */
  const unfold = useCallback(
    (workstreamId: string) => {
      const place = workstreams.find(({ id }) => id === workstreamId)
      const next = new Set(closed)
      if (next.delete(workstreamId) || (place && next.delete(place.stageId))) {
        if (place) next.delete(place.stageId)
        change(next)
      }
    },
    [closed, change, workstreams],
  )
  return { closed, change, unfold }
}
