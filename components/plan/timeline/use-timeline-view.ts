"use client"

import { useCallback, useMemo } from "react"
import { useQueryOfPage } from "@/components/shell/use-query"
import { isOpenFilter, readFilter, type WorkFilter, writeFilter } from "@/lib/plan/roadmap/filter"
import { zooms } from "@/lib/plan/timeline/time-scale"
import type { ZoomChoice } from "./scene"

type Group = { readonly kind: "phase" | "workstream"; readonly key: string }
type Look = "chart" | "table"

/** What of the plan is shown and how, kept in the address. */
export type ViewInAddress = ReturnType<typeof useTimelineView>

/**
 * @param usual the look where the address names none
 * @param done keys of the phases that were done when the page was opened: they stand folded
 */
export function useTimelineView(usual: Look, done: ReadonlySet<string>) {
  const [query, change] = useQueryOfPage()
  const text = query.toString()
  const view = useMemo(() => read(new URLSearchParams(text), usual), [text, usual])
  const setFilter = useCallback((next: WorkFilter) => change(writeFilter(next)), [change])
  const setZoom = useCallback((zoom: ZoomChoice) => change({ zoom: zoom === "month" ? null : zoom }), [change])
  const setLook = useCallback((look: Look) => change({ show: look === usual ? null : look }), [change, usual])
  const setLinks = useCallback((shown: boolean) => change({ links: shown ? null : "0" }), [change])
  const setCritical = useCallback((only: boolean) => change({ critical: only ? "1" : null }), [change])
  const setPath = useCallback((gate: string | null) => change({ path: gate }), [change])
  const setBaseline = useCallback((id: string | null) => change({ baseline: id }), [change])
  const { folds, isOpenAll, isFiltered, path } = view
  const isExpanded = useCallback(
    ({ kind, key }: Group) =>
      (isOpenAll || isFiltered || path !== null || (kind === "phase" && !done.has(key))) !== folds.has(key),
    [folds, isOpenAll, isFiltered, path, done],
  )
  const toggle = useCallback(
    (key: string) => {
      const next = new Set(folds)
      if (!next.delete(key)) next.add(key)
      change({ fold: [...next].join(",") || null })
    },
    [folds, change],
  )
  /** Every phase and workstream open, or the phases alone. */
  const setOpenAll = useCallback((open: boolean) => change({ open: open ? "all" : null, fold: null }), [change])
  const set = { setFilter, setZoom, setLook, setLinks, setCritical, setPath, setBaseline }
  return { ...view, isExpanded, toggle, setOpenAll, ...set }
}

function read(query: URLSearchParams, usual: Look) {
  const zoom = query.get("zoom")
  const filter = readFilter(query)
  const show = query.get("show")
  return {
    filter,
    isFiltered: !isOpenFilter(filter),
    zoom: zoom === "fit" ? ("fit" as const) : (zooms.find((each) => each === zoom) ?? ("month" as const)),
    look: show === "table" || show === "chart" ? show : usual,
    links: query.get("links") !== "0",
    criticalOnly: query.get("critical") === "1",
    /** The key of the gate whose driving path is shown alone; null shows all. */
    path: query.get("path"),
    /** The id of the baseline to compare with; `none` for none, null for the usual one. */
    baseline: query.get("baseline"),
    isOpenAll: query.get("open") === "all",
    /** Keys of phases and workstreams that stand otherwise than they usually do. */
    folds: keysIn(query.get("fold") ?? ""),
  }
}

const keysIn = (text: string): ReadonlySet<string> => new Set(text.split(",").filter(Boolean))
