import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { Network, ScheduleOptions } from "@/lib/plan/schedule/network"
import type { Estimates, SimulatedRisk, ThreePoints } from "@/lib/plan/simulation/estimates"
import { type SimulationModel, simulationModel } from "@/lib/plan/simulation/model"
import type { ForecastInputs, ForecastRisk } from "./inputs-shapes"
import type { NoForecast } from "./views"

/** The gate whose day is the finish of the plan: the last one; null without gates. */
export const finishGateOf = ({ gates }: Pick<ForecastInputs, "gates">): string | null =>
  gates.toSorted((a, b) => a.number - b.number).at(-1)?.id ?? null

/** The model that the kernels try out, or why there is none. */
export function modelOf(inputs: ForecastInputs): Result<SimulationModel, NoForecast> {
  const given = scheduleOptionsOf(inputs)
  if (!given.ok) return given
  const finishGateId = finishGateOf(inputs)
  if (finishGateId === null) return refuse("nothing-to-forecast")
  const options = { ...given.value, finishGateId }
  const risks = inputs.risks.map((risk) => simulatedRisk(risk, inputs))
  const model = simulationModel(networkOf(inputs), options, estimatesOf(inputs), risks, inputs.settings)
  if (model.ok) return ok(model.value)
  return refuse(model.refusal.code === "cycle" ? "cycle" : "beyond-calendar")
}

/** What the plan is scheduled by, but its finish. */
export function scheduleOptionsOf(inputs: ForecastInputs): Result<ScheduleOptions, NoForecast> {
  const { weekend, holidays, startDay } = inputs.calendar
  const calendar = compileCalendar({ weekend, holidays })
  if (!calendar.ok) return calendar
  return ok({ programmeStart: startDay, statusDate: inputs.statusDay, calendar: calendar.value })
}

/** The plan as a network; its items carry their likely durations. */
export const networkOf = ({ items, workstreams, gates, links, settings }: ForecastInputs): Network => ({
  ...{ items, workstreams, gates, links, progressOverride: settings.progressOverride ?? false },
})

type Pointed = { readonly id: string } & Readonly<Record<keyof ThreePoints, number | null>>
const pointsOf = (parts: readonly Pointed[]): ReadonlyMap<string, ThreePoints> =>
  new Map(
    parts.flatMap(({ id, optimistic, likely, pessimistic }) =>
      optimistic === null || likely === null || pessimistic === null
        ? []
        : [[id, { optimistic, likely, pessimistic }] as const],
    ),
  )
const estimatesOf = ({ items, workstreams }: ForecastInputs): Estimates => ({
  ...{ items: pointsOf(items), workstreams: pointsOf(workstreams) },
})

function simulatedRisk(risk: ForecastRisk, inputs: ForecastInputs): SimulatedRisk {
  const { id, probability, delay } = risk
  return { id, probability, delay, workstreamIds: touchedBy(risk, inputs) }
}

/**
 * The ids of the workstreams that a risk delays: one that names gates only touches all workstreams of their phases; one that
 * names workstreams just these.
 */
export function touchedBy(
  { workstreamIds, gateIds }: ForecastRisk,
  { gates, workstreams }: ForecastInputs,
): readonly string[] {
  if (workstreamIds.length > 0) return workstreamIds
  const phases = new Set(gates.filter((gate) => gateIds.includes(gate.id)).map(({ phaseId }) => phaseId))
  return workstreams.filter(({ phaseId }) => phases.has(phaseId)).map((workstream) => workstream.id)
}
