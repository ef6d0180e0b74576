"use client"

import { useCallback, useMemo } from "react"
import type { Work } from "@/components/roadmap/use-work"
import { workTest } from "@/lib/roadmap/filter"
import { type AnalysedPlan, analysisOf, type NoPlan } from "@/lib/roadmap/plan"
import type { LinkView } from "@/lib/roadmap/views"
import type { WorkItemView } from "@/lib/roadmap/work-item"
import { modelOf, type TimelineParts } from "@/lib/timeline/model"
import type { ViewInAddress } from "./use-timeline-view"

/** What is laid over the plan: a baseline, and the days of the forecast. */
export type Over = Pick<TimelineParts, "baseline" | "p80">

const whyNoPlan: Readonly<Record<NoPlan, string>> = {
  cycle: "There are no dates: the links go round in a circle. Remove one of its links on the page of its item.",
  "beyond-calendar": "There are no dates: something would lie beyond the year 2199.",
  "no-working-weekday": "There are no dates: the calendar has no working day in the week.",
}

/** The timeline as it stands, what it was made of, and a way to make it of something else. */
export type TimelineNow = ReturnType<typeof useTimelineModel>

/** The timeline of a programme as it stands in this tab, with this member's own changes. */
export function useTimelineModel({ roadmap, items }: Pick<Work, "roadmap" | "items">, view: ViewInAddress, over: Over) {
  const { programme, gates, workstreams, links, today } = roadmap
  const planned = useMemo(
    () => analysisOf({ programme, gates, workstreams, links, items }, today),
    [programme, gates, workstreams, links, items, today],
  )
  const plan = planned.ok ? planned.value : null
  const { filter, isFiltered, isExpanded, criticalOnly } = view
  const { baseline, p80 } = over
  const test = useMemo(() => (isFiltered ? workTest(filter, roadmap) : null), [isFiltered, filter, roadmap])
  const remodel = useCallback(
    (now: readonly WorkItemView[], nowLinks: readonly LinkView[], nowPlan: AnalysedPlan | null) =>
      modelOf(
        {
          ...{
            roadmap: nowLinks === roadmap.links ? roadmap : { ...roadmap, links: nowLinks },
            items: now,
            plan: nowPlan,
          },
          ...(baseline && { baseline }),
          ...(p80 && { p80 }),
        },
        { test, isExpanded, criticalOnly },
      ),
    [roadmap, baseline, p80, test, isExpanded, criticalOnly],
  )
  const model = useMemo(() => remodel(items, roadmap.links, plan), [remodel, items, roadmap.links, plan])
  const parts = useMemo(() => ({ ...roadmap, items }), [roadmap, items])
  const noPlan = planned.ok ? null : whyNoPlan[planned.refusal]
  return { model, plan, parts, remodel, calendar: plan?.calendar ?? null, noPlan }
}
