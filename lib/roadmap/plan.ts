import { type CompiledCalendar, compileCalendar } from "@/lib/calendar/working-calendar"
import { type Day, dayIn } from "@/lib/kernel/day"
import { ok, type Result, refuse } from "@/lib/kernel/result"
import { schedule } from "@/lib/schedule/forward-pass"
import type { Network, Schedule } from "@/lib/schedule/network"
import type { ProgrammeView } from "./programme"
import type { GateView, LinkView, WorkstreamView } from "./views"
import type { WorkItemView } from "./work-item"

/** As much of a programme as decides its dates. */
export type PlanParts = {
  readonly programme: Pick<ProgrammeView, "startDay" | "weekend" | "holidays" | "timeZone">
  readonly gates: readonly Pick<GateView, "id" | "phaseId" | "passedAt">[]
  readonly workstreams: readonly Pick<WorkstreamView, "id" | "phaseId" | "likely">[]
  readonly items: readonly WorkItemView[]
  readonly links: readonly LinkView[]
}
/** A plan as of a day, with the calendar that it counts in. */
export type Plan = { readonly dates: Schedule; readonly calendar: CompiledCalendar; readonly day: Day }

/** Why there are no dates: the links go round in a circle, something would lie beyond 2199, or no weekday is worked. */
export type NoPlan = "cycle" | "beyond-calendar" | "no-working-weekday"

/** Plans all work as of a day. */
export function planOf(parts: PlanParts, statusDay: Day): Result<Plan, NoPlan> {
  const { weekend, holidays, startDay } = parts.programme
  const calendar = compileCalendar({ weekend, holidays: holidays.map(({ day }) => day) })
  if (!calendar.ok) return calendar
  const options = { programmeStart: startDay, statusDate: statusDay, calendar: calendar.value }
  const dates = schedule(networkOf(parts), options)
  if (dates.ok) return ok({ dates: dates.value, calendar: calendar.value, day: statusDay })
  return refuse(dates.refusal.code === "cycle" ? "cycle" : "beyond-calendar")
}

/** Links to what is not there (an item that was taken away) are left out. */
function networkOf({ programme, gates, workstreams, items, links }: PlanParts): Network {
  const known = new Set([...gates, ...workstreams, ...items].map(({ id }) => id))
  return {
    items,
    workstreams,
    gates: gates.map(({ id, phaseId, passedAt }) => ({
      id,
      phaseId,
      passedOn: passedAt ? dayIn(programme.timeZone, new Date(passedAt)) : null,
    })),
    links: links.filter(({ from, to }) => known.has(from.id) && known.has(to.id)),
  }
}
