import { type CompiledCalendar, compileCalendar } from "@/lib/base/calendar/working-calendar"
import type { Day } from "@/lib/base/kernel/day"
import { groupBy } from "@/lib/base/kernel/group-by"
import type { Id } from "@/lib/base/kernel/id"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { backlogOrder } from "./backlog-order"
import { remainingEffortOf } from "./effort"
import type { Candidate, Supplier, Waiting } from "./fill"
import type { SprintView } from "./sprint"
import { type DayOfPerson, SUPPORT_SHARE, supplyOf, tenths } from "./supply"

/** What a lead has decided about a sprint and not saved yet. */
export type SprintDraft = {
  readonly put: ReadonlySet<string>
  readonly out: ReadonlySet<string>
  /** Those of `put` that the fill took. */
  readonly filled: ReadonlySet<string>
}
export const noDraft: SprintDraft = { put: new Set(), out: new Set(), filled: new Set() }

export type BacklogRow = { readonly item: WorkItemView; readonly rank: number; readonly effort: number | null }

export const isOpen = ({ status }: Pick<WorkItemView, "status">) => status !== "done" && status !== "dropped"

/** All open work that is in no sprint, or in none but this one, ranked from 1 over all open items. */
export function backlogRows(items: readonly WorkItemView[], roadmap: RoadmapView): readonly BacklogRow[] {
  const streams = roadmap.workstreams.map(({ id }) => id)
  return backlogOrder(items.filter(isOpen), streams).map((item, at) => ({
    ...{ item, rank: at + 1, effort: remainingEffortOf(item) },
  }))
}

/** Whether an item is in the sprint once the draft is saved. */
export const isIn = ({ id, sprintId }: WorkItemView, sprintOf: Pick<SprintView, "id">, { put, out }: SprintDraft) =>
  put.has(id) || (sprintId === sprintOf.id && !out.has(id))

/** The programme's working days; null where no weekday is worked. */
export function calendarOf({ programme }: RoadmapView): CompiledCalendar | null {
  const compiled = compileCalendar({
    weekend: programme.weekend,
    holidays: programme.holidays.map(({ day }) => day),
  })
  return compiled.ok ? compiled.value : null
}

export type PersonLoad = Supplier & { readonly supply: number; readonly demand: number }

/** Everybody works full days, unless more is known. */
const fullDays = () => () => ({})

/**
 * What each of a team can give in a sprint, and what its items ask of them.
 * @param personDays what is known of somebody's days
 */
export function loadsOf(
  roadmap: RoadmapView,
  sprint: SprintView,
  memberIds: readonly string[] | null,
  inside: readonly WorkItemView[],
  personDays: (personId: Id) => (day: Day) => DayOfPerson = fullDays,
): readonly PersonLoad[] {
  const calendar = calendarOf(roadmap)
  const period = { from: sprint.startDay, to: sprint.finishDay }
  return roadmap.people
    .filter(({ id, removed }) => !removed && (memberIds === null || memberIds.includes(id)))
    .map(({ id, name, roleKey }) => {
      const supply = calendar ? supplyOf(calendar, period, SUPPORT_SHARE, personDays(id)) : 0
      const own = inside.filter(({ ownerId }) => ownerId === id)
      const demand = tenths(own.reduce((sum, item) => sum + (remainingEffortOf(item) ?? 0), 0))
      return { id, name, roleKey, supply, demand, free: tenths(supply - demand) }
    })
}

type Waits = (item: WorkItemView) => readonly Waiting[]

/** What each item has to wait for, by its finish-to-start links and those of its workstream. */
export function waitingOf(
  { links, gates, workstreams }: RoadmapView,
  items: readonly WorkItemView[],
  inSprint: (item: WorkItemView) => boolean,
): Waits {
  const byId = new Map(items.map((item) => [item.id, item]))
  const byStream = groupBy(items, ({ workstreamId }) => workstreamId)
  const byTarget = groupBy(
    links.filter(({ type }) => type === "FS"),
    ({ to }) => to.id,
  )
  const asWaiting = (item: WorkItemView, name: string): Waiting => ({
    ...{ id: item.id, name, inSprint: inSprint(item), blocked: item.status === "blocked" },
  })
  return (item) => {
    const sources = [...(byTarget.get(item.id) ?? []), ...(byTarget.get(item.workstreamId) ?? [])]
    return sources.flatMap(({ from }): readonly Waiting[] => {
      const single = byId.get(from.id)
      if (single) return isOpen(single) ? [asWaiting(single, `${single.number}`)] : []
      const gate = gates.find(({ id }) => id === from.id)
      if (gate) return gate.passedAt ? [] : [{ id: gate.id, name: gate.name, inSprint: false, blocked: false }]
      const stream = workstreams.find(({ id }) => id === from.id)
      const open = (byStream.get(from.id) ?? []).filter((each) => isOpen(each) && each.id !== item.id)
      return open.map((each) => asWaiting(each, stream?.name ?? `${each.number}`))
    })
  }
}

export const candidateOf = ({ item, effort }: BacklogRow, waits: Waits): Candidate => ({
  ...{ id: item.id, number: item.number, effort, ownerId: item.ownerId, roleKey: item.roleKey },
  ...{ blocked: item.status === "blocked", after: waits(item) },
})
