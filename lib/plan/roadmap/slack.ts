import { workingDaysBetween } from "@/lib/base/calendar/working-calendar"
import type { Day } from "@/lib/base/kernel/day"
import { ok, type Result } from "@/lib/base/kernel/result"
import { analyse, type Slack } from "@/lib/plan/schedule/analysis"
import type { DrivingPredecessor } from "@/lib/plan/schedule/critical-path"
import { type Chains, chainsOf } from "@/lib/plan/schedule/gate-float"
import { type NoPlan, networkOf, optionsFor, type PlanParts, refusedPlan } from "./plan"
import type { GateView } from "./views"

/** How a piece of work stands to one gate that it leads to. Working days. */
export type SlackToGate = {
  readonly gateId: string
  /** How much later it may lie before the gate misses its target, negative where it is late; null without a target. */
  readonly slack: number | null
  /** Without float to the gate: a day more of it moves the gate a day. */
  readonly critical: boolean
}

export type WorkSlack = Slack & {
  readonly id: string
  /** Not critical, with at most the programme's threshold of total slack. Never said of what is done. */
  readonly nearCritical: boolean
  /** What holds it where it is; null for a workstream, for facts, and where no link does. */
  readonly drivenBy: DrivingPredecessor | null
  readonly gates: readonly SlackToGate[]
}

export type GateTarget = {
  readonly id: string
  readonly day: Day
  readonly targetDay: Day | null
  /** Working days from the planned day to the target, negative where it is late; null without a target. */
  readonly slackToTarget: number | null
  /** To the finish of the plan. */
  readonly totalSlack: number
  readonly freeSlack: number
  readonly critical: boolean
}

export type PlanSlack = {
  readonly items: readonly WorkSlack[]
  readonly workstreams: readonly WorkSlack[]
  readonly gates: readonly GateTarget[]
}

export type SlackParts = Omit<PlanParts, "gates"> & {
  readonly gates: readonly (PlanParts["gates"][number] & Pick<GateView, "targetDay">)[]
  readonly programme: PlanParts["programme"] & { readonly nearCriticalDays: number }
}

/**
 * Early and late dates, slack, what is critical and what drives what, of all work and gates as of a day. A gate that no
 * work leads to has a day that says nothing, and is left out. O(gates x (items + links)).
 */
export function slackOf(parts: SlackParts, statusDay: Day): Result<PlanSlack, NoPlan> {
  const given = optionsFor(parts, statusDay)
  if (!given.ok) return given
  const finishGateId = parts.gates.at(-1)?.id
  const options = { ...given.value, ...(finishGateId && { finishGateId }) }
  const network = networkOf(parts)
  const analysis = analyse(network, options)
  if (!analysis.ok) return refusedPlan(analysis)
  const chains = chainsOf(network, options)
  if (!chains.ok) return refusedPlan(chains)
  const { gateSlack, itemSlack, workstreamSlack, gatesWithoutWork } = analysis.value
  const gates = parts.gates.flatMap(({ id, targetDay, passedAt }): GateTarget[] => {
    const of = gateSlack.get(id)
    if (!of || gatesWithoutWork.has(id)) return []
    const { early: day, totalSlack, freeSlack, critical } = of
    const isAhead = targetDay !== null && passedAt === null
    const slackToTarget = isAhead ? workingDaysBetween(options.calendar, day, targetDay) : null
    return [{ id, day, targetDay, slackToTarget, totalSlack, freeSlack, critical }]
  })
  const isOpen = new Map(parts.items.map(({ id, status }) => [id, status !== "done"]))
  const lineOf = ([id, slack]: readonly [string, Slack]): WorkSlack => {
    const leads = leadsTo(id, gates, chains.value)
    const isAhead = isOpen.get(id) ?? leads.length > 0
    const nearCritical = isAhead && !slack.critical && slack.totalSlack <= parts.programme.nearCriticalDays
    return { id, ...slack, nearCritical, drivenBy: chains.value.drivers.get(id) ?? null, gates: leads }
  }
  return ok({ items: Array.from(itemSlack, lineOf), workstreams: Array.from(workstreamSlack, lineOf), gates })
}

function leadsTo(id: string, gates: readonly GateTarget[], { floatToGate }: Chains): SlackToGate[] {
  return gates.flatMap(({ id: gateId, slackToTarget }) => {
    const float = floatToGate.get(gateId)?.get(id)
    if (float === undefined) return []
    return [{ gateId, slack: slackToTarget === null ? null : float + slackToTarget, critical: float <= 0 }]
  })
}
