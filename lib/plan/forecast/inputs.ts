import { type Day, dayIn } from "@/lib/base/kernel/day"
import { canonical } from "@/lib/door/audit/canonical"
import type { RegisterEntryView } from "@/lib/plan/risks/register"
import type { PlanParts } from "@/lib/plan/roadmap/plan"
import type { WorkstreamView } from "@/lib/plan/roadmap/views"
import { notBefore } from "@/lib/plan/roadmap/work-item"
import type { ForecastInputs, ForecastItem, ForecastRisk } from "./inputs-shapes"

type Numbered = { readonly id: string; readonly number: number }
type Pointed = { readonly id: string } & Pick<WorkstreamView, "optimistic" | "likely" | "pessimistic" | "holdsGate">
/** A plan with all that a forecast wants of it besides its dates. */
export type ForecastParts = Omit<PlanParts, "gates" | "workstreams"> & {
  readonly gates: readonly (PlanParts["gates"][number] & Numbered)[]
  readonly workstreams: readonly (PlanParts["workstreams"][number] & Pointed)[]
}

type Settings = ForecastInputs["settings"]

/** A snapshot of a plan and its register as of a day. */
export function inputsOf(
  { programme, gates, workstreams, items, links }: ForecastParts,
  register: readonly RegisterEntryView[],
  settings: Settings,
  statusDay: Day,
): ForecastInputs {
  const there = new Set([...gates, ...workstreams, ...items].map(({ id }) => id))
  const passedOn = (at: string | null) => (at ? dayIn(programme.timeZone, new Date(at)) : null)
  return {
    form: 1,
    statusDay,
    calendar: {
      startDay: programme.startDay,
      weekend: programme.weekend.toSorted((a, b) => a - b),
      holidays: programme.holidays.map(({ day }) => day).toSorted(),
    },
    settings: {
      ...{ shape: settings.shape, correlation: settings.correlation },
      ...(programme.progressOverride ? { progressOverride: true as const } : {}),
    },
    gates: byId(gates).map(({ id, phaseId, number, passedAt }) => ({
      ...{ id, phaseId, number, passedOn: passedOn(passedAt) },
    })),
    workstreams: byId(workstreams).map(({ id, phaseId, optimistic, likely, pessimistic, holdsGate }) => ({
      ...{ id, phaseId, optimistic, likely, pessimistic, holdsGate },
    })),
    items: byId(items).map(itemInput),
    links: byId(links.filter(({ from, to }) => there.has(from.id) && there.has(to.id))).map(
      ({ id, from, to, type, lag, lagUnit }) => ({ id, from: { ...from }, to: { ...to }, type, lag, lagUnit }),
    ),
    risks: byId(register).flatMap(riskInput),
  }
}

function itemInput(item: PlanParts["items"][number]): ForecastItem {
  const { id, workstreamId, phaseId, optimistic, likely, pessimistic, status, percent } = item
  const { actualStart, actualFinish, estimateConfirmed: confirmed } = item
  const startNoEarlierThan = notBefore(item)
  const { remainingDays, constraintType, constraintDay } = item
  return {
    ...{ id, workstreamId, phaseId, optimistic, likely, pessimistic, confirmed, status, percent },
    ...{ actualStart, actualFinish, startNoEarlierThan, remainingDays, constraintType, constraintDay },
  }
}

/**
 * What of the register delays the plan: whatever is open, has a delay and touches something. An issue has happened
 * already and delays for certain; for all else its probability counts, and without one it does not delay.
 */
export function riskInput(entry: RegisterEntryView): ForecastRisk[] {
  const { id, kind, state, delay, workstreamIds, gateIds } = entry
  const probability = kind === "issue" ? 1 : entry.probability
  const touches = workstreamIds.length + gateIds.length > 0
  if (state !== "open" || !delay || !probability || !touches) return []
  return [{ id, probability, delay, workstreamIds: workstreamIds.toSorted(), gateIds: gateIds.toSorted() }]
}

/** The text whose SHA-256 is the hash of the inputs: canonical JSON after RFC 8785. */
export const inputsText = (inputs: ForecastInputs): string => canonical(inputs)

const byId = <Part extends { readonly id: string }>(parts: readonly Part[]): Part[] =>
  parts.toSorted((a, b) => (a.id < b.id ? -1 : 1))
