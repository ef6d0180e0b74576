import type { Day } from "@/lib/kernel/day"
import { planOf } from "@/lib/roadmap/plan"
import type { ProgrammeSummary } from "@/lib/roadmap/programme"
import { nextGate } from "./answer"
import { type Figured, phaseFigures, programmeFigures, sumsOf } from "./figures"
import type { PortfolioLine } from "./views"

/** A line of the portfolio: the programme's figures, its phase and its next gate by the plan as of its own day. */
export function portfolioLine(summary: ProgrammeSummary, parts: Figured, today: Day): PortfolioLine {
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
      ? { name: gate.name, day: gate.plannedDay, workingDaysLate: gate.workingDaysLate, targetDay: gate.targetDay }
      : null,
  }
}
