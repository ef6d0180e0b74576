"use client"

import { useMemo } from "react"
import type { Work } from "@/components/roadmap/use-work"
import { workTest } from "@/lib/roadmap/filter"
import { analysisOf, type NoPlan } from "@/lib/roadmap/plan"
import { modelOf } from "@/lib/timeline/model"
import type { ViewInAddress } from "./use-timeline-view"

const whyNoPlan: Readonly<Record<NoPlan, string>> = {
  cycle: "There are no dates: the links go round in a circle. Remove one of its links on the page of its item.",
  "beyond-calendar": "There are no dates: something would lie beyond the year 2199.",
  "no-working-weekday": "There are no dates: the calendar has no working day in the week.",
}

/** The timeline of a programme as it stands in this tab, with this member's own changes. */
export function useTimelineModel({ roadmap, items }: Pick<Work, "roadmap" | "items">, view: ViewInAddress) {
  const { programme, gates, workstreams, links, today } = roadmap
  const planned = useMemo(
    () => analysisOf({ programme, gates, workstreams, links, items }, today),
    [programme, gates, workstreams, links, items, today],
  )
  const plan = planned.ok ? planned.value : null
  const { filter, isFiltered, isExpanded, criticalOnly } = view
  const test = useMemo(() => (isFiltered ? workTest(filter, roadmap) : null), [isFiltered, filter, roadmap])
  const model = useMemo(
    () => modelOf({ roadmap, items, plan }, { test, isExpanded, criticalOnly }),
    [roadmap, items, plan, test, isExpanded, criticalOnly],
  )
  return { model, plan, calendar: plan?.calendar ?? null, noPlan: planned.ok ? null : whyNoPlan[planned.refusal] }
}
