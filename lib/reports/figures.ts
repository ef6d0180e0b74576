import { workingDaysBetween } from "@/lib/base/calendar/working-calendar"
import type { Plan, PlanParts } from "@/lib/plan/roadmap/plan"
import type { GateView, PhaseView, StageView, WorkstreamView } from "@/lib/plan/roadmap/views"
import { plannedPercent } from "@/lib/plan/schedule/planned-dates"
import { type Claimed, rollUpClaimed, rollUpPlanned } from "@/lib/plan/schedule/progress"
import { type JudgedCheck, type Proved, rollUpProved } from "@/lib/plan/schedule/proved"
import type { GateFigures, PhaseFigures, ProvedCounts, StageFigures } from "./views"

/** A check with the place it counts in: its workstream's stage and phase, or its gate's phase. */
export type PlacedCheck = JudgedCheck & {
  readonly id: string
  readonly workstreamId: string | null
  readonly gateId: string | null
}
export type Figured = Omit<PlanParts, "gates" | "workstreams"> & {
  readonly stages: readonly StageView[]
  readonly phases: readonly PhaseView[]
  readonly gates: readonly GateView[]
  readonly workstreams: readonly WorkstreamView[]
  readonly checks: readonly PlacedCheck[]
}
type Sums = {
  readonly claimed: ReadonlyMap<string, Claimed>
  readonly planned: ReadonlyMap<string, Claimed>
  readonly proved: ReadonlyMap<string, Proved>
}

const ALL = "programme"

export const percentOf = (claimed: Claimed | undefined): number | null =>
  claimed?.kind === "claimed" ? claimed.percent : null

export function countsOf(proved: Proved | undefined): ProvedCounts | null {
  if (proved?.kind !== "proved") return null
  const { met, metDue, due, all, waived } = proved
  return { met, metDue, due, all, waived }
}

/** Claimed, planned and proved of every stage and phase (by id) and of the programme, in one pass over each list. */
export function sumsOf(parts: Figured, plan: Plan | null): Sums {
  const places = new Map(parts.workstreams.map((each) => [each.id, each]))
  const gatePhase = new Map(parts.gates.map(({ id, phaseId }) => [id, phaseId]))
  const works = parts.items.map((item) => {
    const place = places.get(item.workstreamId)
    const dates = plan?.dates.items.get(item.id)
    return {
      likely: item.likely,
      percent: item.percent,
      status: item.status,
      groupIds: place ? [ALL, place.stageId, item.phaseId ?? place.phaseId] : [ALL],
      plannedPercent: dates && plan ? plannedPercent(dates, plan.day, plan.calendar) : 0,
    }
  })
  const checks = parts.checks.map((check) => {
    const place = check.workstreamId ? places.get(check.workstreamId) : undefined
    const phase = check.gateId ? gatePhase.get(check.gateId) : undefined
    return { ...check, groupIds: [ALL, ...(place ? [place.stageId, place.phaseId] : []), ...(phase ? [phase] : [])] }
  })
  return {
    claimed: rollUpClaimed(works),
    planned: plan ? rollUpPlanned(works) : new Map(),
    proved: rollUpProved(checks),
  }
}

const figuresOf = (sums: Sums, id: string) => ({
  claimed: percentOf(sums.claimed.get(id)),
  planned: percentOf(sums.planned.get(id)),
  proved: countsOf(sums.proved.get(id)),
})

export const programmeFigures = (sums: Sums) => figuresOf(sums, ALL)

export const stageFigures = (parts: Figured, sums: Sums): StageFigures[] =>
  parts.stages.map(({ id, key, number, name }) => ({ id, key, number, name, ...figuresOf(sums, id) }))

/** Every phase with its gate; `current` is the one whose gate comes next, or the last when every gate lies behind. */
export function phaseFigures(parts: Figured, sums: Sums, plan: Plan | null): PhaseFigures[] {
  const phases = parts.phases.map(({ id, key, number, name }): PhaseFigures => {
    const dates = plan?.dates.phases.get(id)
    const gate = gateFigures(parts, id, plan)
    return {
      ...{ id, key, number, name, current: false },
      start: dates?.start ?? null,
      finish: dates?.finish ?? null,
      ...figuresOf(sums, id),
      gate,
    }
  })
  const working = phases.filter(({ claimed }) => claimed !== null)
  const current = working.find(({ gate }) => gate?.state === "ahead") ?? working.at(-1)
  return phases.map((phase) => ({ ...phase, current: phase.id === current?.id }))
}

/** A gate that was not passed lies today or later: its phase is behind when all of its work is reported done. */
function gateFigures(parts: Figured, phaseId: string, plan: Plan | null): GateFigures | null {
  const gate = parts.gates.find((each) => each.phaseId === phaseId)
  if (!gate) return null
  const isDated = plan && !plan.dates.gatesWithoutWork.has(gate.id)
  const plannedDay = (isDated && plan.dates.gates.get(gate.id)) || null
  const { targetDay } = gate
  const behind = isAllDone(parts, phaseId)
  return {
    id: gate.id,
    name: gate.name,
    plannedDay,
    targetDay,
    workingDaysLate: plan && plannedDay && targetDay ? workingDaysBetween(plan.calendar, targetDay, plannedDay) : null,
    state: gate.passedAt ? "passed" : behind ? "reported" : "ahead",
    ...{ forecast: null, track: null },
  }
}

function isAllDone({ items, workstreams }: Figured, phaseId: string): boolean {
  const homes = new Map(workstreams.map((each) => [each.id, each.phaseId]))
  const live = items.filter(
    (item) => (item.phaseId ?? homes.get(item.workstreamId)) === phaseId && item.status !== "dropped",
  )
  return live.length > 0 && live.every(({ status }) => status === "done")
}
