import * as z from "zod"
import { canonical } from "@/lib/audit/canonical"
import { Day, dayIn } from "@/lib/kernel/day"
import { Id } from "@/lib/kernel/id"
import type { RegisterEntryView } from "@/lib/risks/register"
import { Delay } from "@/lib/risks/register"
import type { PlanParts } from "@/lib/roadmap/plan"
import type { WorkstreamView } from "@/lib/roadmap/views"
import { EndView } from "@/lib/roadmap/views"
import { WorkStatus } from "@/lib/roadmap/work-item"

export const estimateShapes = ["beta_pert", "triangular"] as const
export const EstimateShape = z.enum(estimateShapes).meta({ id: "EstimateShape" })
export type EstimateShape = z.output<typeof EstimateShape>

const Points = { optimistic: z.number().nullable(), likely: z.number().nullable(), pessimistic: z.number().nullable() }

export const ForecastItem = z.strictObject({
  id: Id,
  workstreamId: Id,
  phaseId: Id.nullable(),
  ...Points,
  /** Whether somebody confirmed the estimate, or it is still the roadmap's own. */
  confirmed: z.boolean(),
  status: WorkStatus,
  percent: z.number(),
  actualStart: Day.nullable(),
  actualFinish: Day.nullable(),
  startNoEarlierThan: Day.nullable(),
})
export type ForecastItem = z.output<typeof ForecastItem>
export const ForecastWorkstream = z.strictObject({ id: Id, phaseId: Id, ...Points })
export type ForecastWorkstream = z.output<typeof ForecastWorkstream>
export const ForecastGateInput = z.strictObject({ id: Id, phaseId: Id, number: z.int(), passedOn: Day.nullable() })
export type ForecastGateInput = z.output<typeof ForecastGateInput>
export const ForecastLink = z.strictObject({
  id: Id,
  from: EndView,
  to: EndView,
  type: z.enum(["FS", "SS", "FF", "SF"]),
  lag: z.number(),
})
export type ForecastLink = z.output<typeof ForecastLink>
export const ForecastRisk = z.strictObject({
  id: Id,
  probability: z.number(),
  delay: Delay,
  workstreamIds: z.array(Id),
  gateIds: z.array(Id),
})
export type ForecastRisk = z.output<typeof ForecastRisk>

/** All that decides a forecast but its seed, number of trials and engine. Sorted by id, so that a listing order never shows. */
export const ForecastInputs = z.strictObject({
  form: z.literal(1),
  statusDay: Day,
  calendar: z.strictObject({ startDay: Day, weekend: z.array(z.int()), holidays: z.array(Day) }),
  settings: z.strictObject({ shape: EstimateShape, correlation: z.number() }),
  gates: z.array(ForecastGateInput),
  workstreams: z.array(ForecastWorkstream),
  items: z.array(ForecastItem),
  links: z.array(ForecastLink),
  risks: z.array(ForecastRisk),
})
export type ForecastInputs = z.output<typeof ForecastInputs>

type Numbered = { readonly id: string; readonly number: number }
type Pointed = { readonly id: string } & Pick<WorkstreamView, "optimistic" | "likely" | "pessimistic">
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
    settings: { shape: settings.shape, correlation: settings.correlation },
    gates: byId(gates).map(({ id, phaseId, number, passedAt }) => ({
      ...{ id, phaseId, number, passedOn: passedOn(passedAt) },
    })),
    workstreams: byId(workstreams).map(({ id, phaseId, optimistic, likely, pessimistic }) => ({
      ...{ id, phaseId, optimistic, likely, pessimistic },
    })),
    items: byId(items).map(itemInput),
    links: byId(links.filter(({ from, to }) => there.has(from.id) && there.has(to.id))).map(
      ({ id, from, to, type, lag }) => ({ id, from: { ...from }, to: { ...to }, type, lag }),
    ),
    risks: byId(register).flatMap(riskInput),
  }
}

function itemInput(item: PlanParts["items"][number]): ForecastItem {
  const { id, workstreamId, phaseId, optimistic, likely, pessimistic, status, percent } = item
  const { actualStart, actualFinish, startNoEarlierThan, estimateConfirmed: confirmed } = item
  return {
    ...{ id, workstreamId, phaseId, optimistic, likely, pessimistic, confirmed, status, percent },
    ...{ actualStart, actualFinish, startNoEarlierThan },
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
