import {
  addWorkingDays,
  type CompiledCalendar,
  isWorkingDay,
  workingDaysBetween,
} from "@/lib/base/calendar/working-calendar"
import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { remainingEffortOf } from "./effort"
import type { SprintView } from "./sprint"
import type { SprintLine } from "./sprint-result"

/** The working days of a sprint; all its days where none is worked. */
export function sprintDays(
  { startDay, finishDay }: Pick<SprintView, "startDay" | "finishDay">,
  calendar: CompiledCalendar | null,
): readonly Day[] {
  const length = ordinalOf(finishDay) - ordinalOf(startDay) + 1
  const all = Array.from({ length: Math.max(0, length) }, (_, at) => dayOf(ordinalOf(startDay) + at))
  const worked = calendar ? all.filter((each) => isWorkingDay(calendar, each)) : all
  return worked.length > 0 ? worked : all
}

export type CycleTime = {
  readonly itemId: string
  readonly days: number /** Finished within the sprint that is looked at. */
  readonly current: boolean
}

/** Working days from actual start to actual finish of finished items, both days counted; finished up to a sprint's end. */
export function cycleTimesOf(
  items: readonly WorkItemView[],
  calendar: CompiledCalendar,
  { startDay, finishDay }: Pick<SprintView, "startDay" | "finishDay">,
): readonly CycleTime[] {
  return items.flatMap(({ id, status, actualStart, actualFinish }) => {
    if (status !== "done" || !actualStart || !actualFinish || actualFinish > finishDay) return []
    const days = Math.max(
      1,
      workingDaysBetween(calendar, actualStart, addWorkingDays(calendar, dayOf(ordinalOf(actualFinish) + 1), 0)),
    )
    return [{ itemId: id, days, current: actualFinish >= startDay }]
  })
}

export type Carried = {
  readonly itemId: string
  readonly itemNumber: number
  readonly title: string
  readonly left: number | null
  readonly why: string
  readonly goesToId: string | null
}

/** Unfinished work of a sprint: as it stands while the sprint runs, as the snapshot kept it once it is closed. */
export function carriedOf(
  sprint: Pick<SprintView, "id" | "closedOn" | "startDay">,
  lines: readonly SprintLine[],
  items: readonly WorkItemView[],
): readonly Carried[] {
  const timesOf = (itemId: string) =>
    lines.filter((line) => line.itemId === itemId && line.outcome === "carried").length
  if (sprint.closedOn !== null)
    return lines
      .filter(({ sprintId, outcome }) => sprintId === sprint.id && outcome === "carried")
      .map(({ itemId, itemNumber, title, remaining, reason, goesToId }) => ({
        ...{ itemId, itemNumber, title, left: remaining, goesToId },
        why: reason ?? timesIn(timesOf(itemId)),
      }))
  return items
    .filter(({ sprintId, status }) => sprintId === sprint.id && status !== "done" && status !== "dropped")
    .map((item) => ({
      ...{ itemId: item.id, itemNumber: item.number, title: item.title, left: remainingEffortOf(item), goesToId: null },
      why: item.reason ?? whyOf(item, timesOf(item.id)),
    }))
}

const timesIn = (times: number) => (times > 1 ? `carried over ${times} times` : "unfinished")
const whyOf = ({ status, percent }: WorkItemView, times: number) =>
  times > 0
    ? `carried over ${times === 1 ? "once" : `${times} times`} before`
    : status === "not_started"
      ? "not started"
      : `${percent}% done`
