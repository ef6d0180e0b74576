import { noFilter, type WorkFilter, workTest } from "@/lib/plan/roadmap/filter"
import { analysisOf } from "@/lib/plan/roadmap/plan"
import { item, roadmap, today } from "@/lib/plan/roadmap/test-roadmap"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { modelOf, type TimelineParts } from "./model"
import type { TimelineModel } from "./rows"

export { item, roadmap, today }

/** A timeline of some items of the test programme, all unfolded unless told. */
export function timelineOf(
  items: readonly WorkItemView[],
  more: {
    readonly folded?: readonly string[]
    readonly filter?: Partial<WorkFilter>
    readonly criticalOnly?: boolean
    readonly roadmap?: Partial<RoadmapView>
  } & Pick<TimelineParts, "baseline" | "p80"> = {},
): TimelineModel {
  const { folded = [], filter, criticalOnly = false, baseline, p80 } = more
  const changed = { ...roadmap, ...more.roadmap }
  const plan = analysisOf({ ...changed, items }, changed.today)
  if (!plan.ok) throw new Error(plan.refusal)
  return modelOf(
    { roadmap: changed, items, plan: plan.value, ...(baseline && { baseline }), ...(p80 && { p80 }) },
    {
      test: filter ? workTest({ ...noFilter, ...filter }, changed) : null,
      isExpanded: ({ key }) => !folded.includes(key),
      criticalOnly,
    },
  )
}
