import { type CompiledCalendar, workingDaysBetween } from "@/lib/base/calendar/working-calendar"
import type { Day } from "@/lib/base/kernel/day"
import type { PlannedDates, Schedule } from "@/lib/plan/schedule/network"

export type Moved = {
  readonly kind: "item" | "workstream" | "phase"
  readonly id: string
  readonly from: PlannedDates
  readonly to: PlannedDates
}
/** A day that lies elsewhere; `workingDays` is positive when it is later. */
export type Shift = { readonly from: Day; readonly to: Day; readonly workingDays: number }

export type Consequences = {
  readonly moved: readonly Moved[]
  /** Every gate that lies on another day. */
  readonly gates: readonly (Shift & { readonly id: string })[]
  /** Null when the finish stays. */
  readonly finish: Shift | null
}

/** What is planned on other days than before. What is in only one of the two plans is left out. O(items). */
export function consequences(before: Schedule, after: Schedule, calendar: CompiledCalendar): Consequences {
  const gates: Consequences["gates"][number][] = []
  for (const [id, from] of before.gates) {
    const shift = shiftOf(from, after.gates.get(id), calendar)
    if (shift) gates.push({ id, ...shift })
  }
  return {
    moved: [
      ...movedOf("phase", before.phases, after.phases),
      ...movedOf("workstream", before.workstreams, after.workstreams),
      ...movedOf("item", before.items, after.items),
    ],
    gates,
    finish: before.finish && shiftOf(before.finish, after.finish, calendar),
  }
}

function shiftOf(from: Day, to: Day | null | undefined, calendar: CompiledCalendar): Shift | null {
  return to && to !== from ? { from, to, workingDays: workingDaysBetween(calendar, from, to) } : null
}

function movedOf(kind: Moved["kind"], before: Schedule["items"], after: Schedule["items"]): Moved[] {
  const moved: Moved[] = []
  for (const [id, from] of before) {
    const to = after.get(id)
    if (to && (to.start !== from.start || to.finish !== from.finish)) moved.push({ kind, id, from, to })
  }
  return moved
}
