import { type Day, ordinalOf } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import { sayRange } from "@/lib/plan/forecast/answer"
import { planOf } from "@/lib/plan/roadmap/plan"
import type { ProgrammeSummary } from "@/lib/plan/roadmap/programme"
import { nextGate } from "./answer"
import { type Figured, phaseFigures, programmeFigures, sumsOf } from "./figures"
import { daysOfGate, isSaid, type Outlook } from "./outlook"
import type { GateFigures, PortfolioLine } from "./views"

type Newest = Pick<Outlook, "gates" | "confirmedShare"> & { readonly madeOn: Day }

/**
 * A line of the portfolio: the programme's figures, its phase and its next gate, by the plan as of its own day and by the
 * newest forecast that was kept, if any.
 */
export function portfolioLine(
  summary: ProgrammeSummary,
  parts: Figured,
  newest: Newest | null,
  today: Day,
): PortfolioLine {
  const planned = planOf(parts, today)
  const plan = planned.ok ? planned.value : null
  const sums = sumsOf(parts, plan)
  const phases = phaseFigures(parts, sums, plan)
  const current = phases.find((phase) => phase.current)
  const gate = nextGate(phases)
  const figures = programmeFigures(sums)
  return {
    ...summary,
    today,
    claimedPercent: figures.claimed,
    planned: figures.planned,
    proved: figures.proved,
    phase: current ? `${current.number}. ${current.name}` : null,
    nextGate: gate?.plannedDay
      ? {
          ...{
            name: gate.name,
            day: gate.plannedDay,
            workingDaysLate: gate.workingDaysLate,
            targetDay: gate.targetDay,
          },
          forecast: forecastOf(gate, newest, today),
        }
      : null,
  }
}

/** `80% likely by 14 Mar`; `between 2 and 20 Mar` while the estimates are mostly unconfirmed. */
function forecastOf({ id, targetDay }: GateFigures, newest: Newest | null, today: Day) {
  const days = daysOfGate(newest, id)
  if (!newest || !days) return null
  const { madeOn } = newest
  if (!isSaid(newest)) return { words: sayRange(days.p10, days.p90, today), madeOn, daysLate: 0 }
  const daysLate = targetDay === null ? 0 : Math.max(0, ordinalOf(days.p80) - ordinalOf(targetDay))
  return { words: `80% likely by ${sayDay(days.p80, today)}`, madeOn, daysLate }
}
