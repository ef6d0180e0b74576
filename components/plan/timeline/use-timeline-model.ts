"use client"

import { useMemo } from "react"
import { useSlack } from "@/components/plan/roadmap/use-slack"
import type { Work } from "@/components/plan/roadmap/use-work"
import { whyNoPlan } from "@/components/plan/roadmap/why-no-plan"
import { workTest } from "@/lib/plan/roadmap/filter"
import { gateNotes } from "@/lib/plan/roadmap/gate-notes"
import { endNames } from "@/lib/plan/roadmap/links-of"
import { analysisOf, drivingPathOf } from "@/lib/plan/roadmap/plan"
import { modelOf, type TimelineParts } from "@/lib/plan/timeline/model"
import type { ViewInAddress } from "./use-timeline-view"

/** What is laid over the plan: a baseline, and the days of the forecast. */
export type Over = Pick<TimelineParts, "baseline" | "p80">

/** The timeline as it stands, and what it was made of. */
export type TimelineNow = ReturnType<typeof useTimelineModel>

/** The timeline of a programme as it stands in this tab, with this member's own changes. */
export function useTimelineModel({ roadmap, items }: Pick<Work, "roadmap" | "items">, view: ViewInAddress, over: Over) {
  const { programme, gates, workstreams, links, today } = roadmap
  const planned = useMemo(
    () => analysisOf({ programme, gates, workstreams, links, items }, today),
    [programme, gates, workstreams, links, items, today],
  )
  const plan = planned.ok ? planned.value : null
  const { filter, isFiltered, isExpanded, criticalOnly, path, look } = view
  const { baseline, p80 } = over
  const test = useMemo(() => (isFiltered ? workTest(filter, roadmap) : null), [isFiltered, filter, roadmap])
  const only = useMemo(() => {
    const gate = gates.find(({ key }) => key === path)
    if (!gate) return null
    const steps = drivingPathOf({ programme, gates, workstreams, links, items }, today, { kind: "gate", id: gate.id })
    return steps.ok && steps.value ? new Set(steps.value.map(({ node }) => node.id)) : null
  }, [programme, gates, workstreams, links, items, today, path])
  const slack = useSlack({ roadmap, items }, look === "table")
  const model = useMemo(
    () =>
      modelOf(
        { roadmap, items, plan, ...(baseline && { baseline }), ...(p80 && { p80 }) },
        { test, isExpanded, criticalOnly, only },
      ),
    [roadmap, items, plan, baseline, p80, test, isExpanded, criticalOnly, only],
  )
  const parts = useMemo(() => ({ ...roadmap, roadmap, items }), [roadmap, items])
  const noPlan = planned.ok ? null : whyNoPlan[planned.refusal]
  const notes = useMemo(() => {
    if (!plan) return []
    const names = endNames(parts)
    return gateNotes(plan.analysis, (id) => names.get(id) ?? null)
  }, [plan, parts])
  return { notes, slack, model, plan, parts, calendar: plan?.calendar ?? null, noPlan }
}
