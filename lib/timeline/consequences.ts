import { type CompiledCalendar, workingIndex } from "@/lib/calendar/working-calendar"
import { type Day, ordinalOf } from "@/lib/kernel/day"
import type { AnalysedPlan } from "@/lib/roadmap/plan"
import type { GateView } from "@/lib/roadmap/views"

/** What a change does to a gate, or to the finish of the plan. */
export type Shift = {
  readonly id: string
  readonly name: string
  readonly before: Day
  readonly after: Day
  /** Working days; negative is earlier. */
  readonly later: number
}
export type Consequences = {
  /** Only gates that shift, in the order of the roadmap. */
  readonly gates: readonly Shift[]
  /** Null when it stays. */
  readonly finish: Shift | null
}

/** What lies elsewhere in one plan than in another: the gates, and the finish. */
export function consequencesOf(
  gates: readonly Pick<GateView, "id" | "name">[],
  before: Pick<AnalysedPlan, "analysis" | "calendar">,
  after: Pick<AnalysedPlan, "analysis">,
): Consequences {
  const { calendar } = before
  const shifts = gates.flatMap(({ id, name }) => {
    const [was, is] = [before.analysis.gates.get(id), after.analysis.gates.get(id)]
    return was && is && was !== is ? [shiftOf(id, name, was, is, calendar)] : []
  })
  const [was, is] = [before.analysis.finish, after.analysis.finish]
  const finish = was && is && was !== is ? shiftOf("finish", "finish", was, is, calendar) : null
  return { gates: shifts, finish }
}

function shiftOf(id: string, name: string, before: Day, after: Day, calendar: CompiledCalendar): Shift {
  const later = workingIndex(calendar, ordinalOf(after) + 1) - workingIndex(calendar, ordinalOf(before) + 1)
  return { id, name, before, after, later }
}

/** `Gate 2: 6 Mar → 11 Mar, 3 working days later`, and `finish +3` for the finish. */
export function sayConsequences({ gates, finish }: Consequences, sayDay: (day: Day) => string): string {
  const said = gates.map(({ name, before, after, later }) => {
    const days = `${Math.abs(later)} working ${Math.abs(later) === 1 ? "day" : "days"}`
    return `${name}: ${sayDay(before)} → ${sayDay(after)}, ${days} ${later < 0 ? "earlier" : "later"}`
  })
  if (finish) said.push(`finish ${finish.later > 0 ? "+" : ""}${finish.later}`)
  return said.length > 0 ? said.join(" · ") : "No gate shifts."
}
