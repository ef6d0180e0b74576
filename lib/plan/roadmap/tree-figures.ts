import type { PlannedDates } from "@/lib/plan/schedule/network"
import { lengthInWorkingDays, plannedPercent } from "@/lib/plan/schedule/planned-dates"
import { type Claimed, rollUpClaimed, rollUpPlanned } from "@/lib/plan/schedule/progress"
import { type JudgedCheck, noChecks, type Proved, rollUpProved } from "@/lib/plan/schedule/proved"
import type { Plan } from "./plan"
import type { WorkSlack } from "./slack"
import type { RoadmapView, WorkstreamView } from "./views"
import type { WorkItemView, WorkStatus } from "./work-item-shapes"

export type TreeParts = {
  readonly roadmap: RoadmapView
  readonly items: readonly WorkItemView[]
  /** Null while the links go round in a circle. */
  readonly plan: Plan | null
  /** Slack by the ids of work and workstreams; absent where no column shows it. */
  readonly slack?: ReadonlyMap<string, WorkSlack> | null
  readonly checks: readonly (JudgedCheck & { readonly workstreamId: string | null })[]
}
/** Claimed, planned and proved progress of every workstream and stage, by id. */
export type Sums = {
  readonly claimed: ReadonlyMap<string, Claimed>
  readonly planned: ReadonlyMap<string, Claimed>
  readonly proved: ReadonlyMap<string, Proved>
}

export function sumsOf({ roadmap, items, plan, checks }: TreeParts): Sums {
  const stageOf = new Map(roadmap.workstreams.map(({ id, stageId }) => [id, stageId]))
  const groupsOf = (workstreamId: string) => [workstreamId, stageOf.get(workstreamId) ?? workstreamId]
  const works = items.map((item) => {
    const dates = plan?.dates.items.get(item.id)
    return {
      ...{ likely: item.likely, percent: item.percent, status: item.status },
      groupIds: groupsOf(item.workstreamId),
      plannedPercent: dates && plan ? plannedPercent(dates, plan.day, plan.calendar) : 0,
    }
  })
  return {
    claimed: rollUpClaimed(works),
    planned: plan ? rollUpPlanned(works) : new Map(),
    proved: rollUpProved(
      checks.map((check) => ({ ...check, groupIds: check.workstreamId ? groupsOf(check.workstreamId) : [] })),
    ),
  }
}

const percentOf = (claimed: Claimed | undefined): number | null =>
  claimed?.kind === "claimed" ? claimed.percent : null

/** What the row of a workstream or a stage shows about its work. */
export function groupFigures(
  { plan, slack }: TreeParts,
  sums: Sums,
  id: string,
  items: readonly WorkItemView[],
  span: PlannedDates | null,
) {
  const counted = items.filter(({ status }) => status !== "dropped")
  return {
    status: summaryStatus(items),
    start: span?.start ?? null,
    finish: span?.finish ?? null,
    span: span && plan ? lengthInWorkingDays(span.start, span.finish, plan.calendar) : null,
    claimed: percentOf(sums.claimed.get(id)),
    planned: percentOf(sums.planned.get(id)),
    proved: sums.proved.get(id) ?? noChecks,
    ...slackFigures(slack?.get(id)),
    items: counted.length,
    done: counted.filter(({ status }) => status === "done").length,
  }
}

/** What a row shows of its slack. */
export const slackFigures = (of: WorkSlack | undefined) =>
  ({
    lateStart: of?.lateStart ?? null,
    lateFinish: of?.lateFinish ?? null,
    totalSlack: of?.totalSlack ?? null,
    freeSlack: of?.freeSlack ?? null,
    criticality: of ? (of.critical ? "critical" : of.nearCritical ? "near-critical" : "") : null,
  }) as const

/** Done when all of it is, dropped when all was, not started while nothing began; else in progress. */
export function summaryStatus(items: readonly Pick<WorkItemView, "status" | "percent">[]): WorkStatus {
  const counted = items.filter(({ status }) => status !== "dropped")
  if (counted.length === 0) return items.length > 0 ? "dropped" : "not_started"
  if (counted.every(({ status }) => status === "done")) return "done"
  const begun = counted.some(({ status, percent }) => (status !== "not_started" && status !== "blocked") || percent > 0)
  return begun ? "in_progress" : "not_started"
}

/** From the first start to the last finish of some workstreams; null when nothing of them is planned. */
export function spanOf(workstreams: readonly WorkstreamView[], plan: Plan | null): PlannedDates | null {
  const dates = workstreams.flatMap(({ id }) => plan?.dates.workstreams.get(id) ?? [])
  const [first, ...others] = dates
  if (!first) return null
  return others.reduce(
    (span, { start, finish }) => ({
      start: start < span.start ? start : span.start,
      finish: finish > span.finish ? finish : span.finish,
    }),
    first,
  )
}
