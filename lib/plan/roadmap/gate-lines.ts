import { compileCalendar, workingDaysBetween } from "@/lib/base/calendar/working-calendar"
import type { Day } from "@/lib/base/kernel/day"
import type { PlannedDatesView } from "./plan-contract"
import type { GateView, RoadmapView } from "./views"

export type GateLine = {
  readonly gate: GateView
  readonly phase: string
  /** Null when its phase has no work or the plan has no dates. */
  readonly plannedDay: Day | null
  /** Working days from the target to the planned day; negative when the plan is before it. */
  readonly workingDaysLate: number | null
}

/** Every gate with its phase, the day that the plan gives it, and how far that lies from its target. */
export function gateLines(
  { programme, phases, gates }: Pick<RoadmapView, "programme" | "phases" | "gates">,
  planned: Pick<PlannedDatesView, "gates" | "phases">,
): GateLine[] {
  const calendar = compileCalendar({ ...programme, holidays: programme.holidays.map(({ day }) => day) })
  return gates.map((gate) => {
    const phase = phases.find(({ id }) => id === gate.phaseId)
    const hasWork = planned.phases.some(({ id }) => id === gate.phaseId)
    const plannedDay = (hasWork && planned.gates.find(({ id }) => id === gate.id)?.day) || null
    const { targetDay } = gate
    return {
      ...{ gate, plannedDay, phase: phase ? `Phase ${phase.number}: ${phase.name}` : "" },
      workingDaysLate:
        calendar.ok && plannedDay && targetDay ? workingDaysBetween(calendar.value, targetDay, plannedDay) : null,
    }
  })
}

export type Proposal = { readonly gate: GateView; readonly day: Day }

/** The planned days of the gates that are still to be passed and have no target. */
export const proposalsOf = (lines: readonly GateLine[]): Proposal[] =>
  lines.flatMap(({ gate, plannedDay }) =>
    gate.targetDay === null && gate.passedAt === null && plannedDay ? [{ gate, day: plannedDay }] : [],
  )
