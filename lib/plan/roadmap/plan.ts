import { type CompiledCalendar, compileCalendar } from "@/lib/base/calendar/working-calendar"
import { type Day, dayIn } from "@/lib/base/kernel/day"
import { ok, type Refused, type Result, refuse } from "@/lib/base/kernel/result"
import { type Analysis, analyse } from "@/lib/plan/schedule/analysis"
import { type DrivingStep, drivingPath } from "@/lib/plan/schedule/critical-path"
import { schedule } from "@/lib/plan/schedule/forward-pass"
import type { Network, NodeRef, Schedule, ScheduleOptions, ScheduleRefusal } from "@/lib/plan/schedule/network"
import type { ProgrammeView } from "./programme"
import type { GateView, LinkView, WorkstreamView } from "./views"
import { notBefore } from "./work-item"
import type { WorkItemView } from "./work-item-shapes"

/** As much of a programme as decides its dates. */
export type PlanParts = {
  readonly programme: Pick<ProgrammeView, "startDay" | "weekend" | "holidays" | "timeZone"> &
    Partial<Pick<ProgrammeView, "progressOverride">>
  readonly gates: readonly Pick<GateView, "id" | "phaseId" | "passedAt">[]
  readonly workstreams: readonly Pick<WorkstreamView, "id" | "phaseId" | "likely" | "holdsGate">[]
  readonly items: readonly WorkItemView[]
  readonly links: readonly LinkView[]
}
/** A plan as of a day, with the calendar that it counts in. */
export type Plan = { readonly dates: Schedule; readonly calendar: CompiledCalendar; readonly day: Day }

/** Why there are no dates: the links go round in a circle, something would lie beyond 2199, or no weekday is worked. */
export type NoPlan = "cycle" | "beyond-calendar" | "no-working-weekday"

/** A plan as of a day with what has slack in it and what is critical. */
export type AnalysedPlan = { readonly analysis: Analysis; readonly calendar: CompiledCalendar; readonly day: Day }

/** Plans all work as of a day. */
export function planOf(parts: PlanParts, statusDay: Day): Result<Plan, NoPlan> {
  const options = optionsFor(parts, statusDay)
  if (!options.ok) return options
  const dates = schedule(networkOf(parts), options.value)
  return dates.ok ? ok({ dates: dates.value, calendar: options.value.calendar, day: statusDay }) : refusedPlan(dates)
}

/** Plans all work as of a day and analyses its slack; the finish is the last gate listed. */
export function analysisOf(parts: PlanParts, statusDay: Day): Result<AnalysedPlan, NoPlan> {
  const options = optionsFor(parts, statusDay)
  if (!options.ok) return options
  const finishGateId = parts.gates.at(-1)?.id
  const found = analyse(networkOf(parts), { ...options.value, ...(finishGateId && { finishGateId }) })
  return found.ok ? ok({ analysis: found.value, calendar: options.value.calendar, day: statusDay }) : refusedPlan(found)
}

/** The chain of what holds an item, a workstream or a gate where it is, latest first; null for what is not there. */
export function drivingPathOf(
  parts: PlanParts,
  statusDay: Day,
  target: NodeRef,
): Result<readonly DrivingStep[] | null, NoPlan> {
  const options = optionsFor(parts, statusDay)
  if (!options.ok) return options
  const path = drivingPath(networkOf(parts), options.value, target)
  if (path.ok) return path
  return path.refusal.code === "unknown-node" ? ok(null) : refusedPlan(path)
}

export function optionsFor({ programme }: PlanParts, statusDate: Day): Result<ScheduleOptions, NoPlan> {
  const { weekend, holidays, startDay } = programme
  const calendar = compileCalendar({ weekend, holidays: holidays.map(({ day }) => day) })
  return calendar.ok ? ok({ programmeStart: startDay, statusDate, calendar: calendar.value }) : calendar
}

export const refusedPlan = ({ refusal }: Refused<ScheduleRefusal>): Refused<NoPlan> =>
  refuse(refusal.code === "cycle" ? "cycle" : "beyond-calendar")

/** Links to what is not there (an item that was taken away) are left out. */
export function networkOf({ programme, gates, workstreams, items, links }: PlanParts): Network {
  const known = new Set([...gates, ...workstreams, ...items].map(({ id }) => id))
  return {
    items: items.map((item) => ({ ...item, startNoEarlierThan: notBefore(item) })),
    workstreams,
    gates: gates.map(({ id, phaseId, passedAt }) => ({
      id,
      phaseId,
      passedOn: passedAt ? dayIn(programme.timeZone, new Date(passedAt)) : null,
    })),
    links: links.filter(({ from, to }) => known.has(from.id) && known.has(to.id)),
    progressOverride: programme.progressOverride ?? false,
  }
}
