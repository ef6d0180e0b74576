import { ok, type Result } from "@/lib/base/kernel/result"
import { forwardPass } from "@/lib/plan/schedule/forward-pass"
import type { Network, ScheduleOptions } from "@/lib/plan/schedule/network"
import { gateNode } from "@/lib/plan/schedule/precedence-graph"
import { TICKS_PER_DAY } from "@/lib/plan/schedule/work-time"
import { firstWork } from "@/lib/plan/simulation/first-work"
import { incomingOf } from "@/lib/plan/simulation/incoming"
import type { ForecastInputs, ForecastRisk } from "./inputs-shapes"
import { finishGateOf, networkOf, scheduleOptionsOf, touchedBy } from "./network"
import type { NoForecast } from "./views"

/** What a risk would do to the finish if it happened with its likely delay and all else took as long as is likely. */
export type RiskEffect = {
  readonly riskId: string
  /** The gate that is the finish of the plan. */
  readonly gateId: string
  /** Its likely delay, and by how much of it the gate moves; the rest is absorbed. Working days, to a minute. */
  readonly delayDays: number
  readonly movesDays: number
  /** `no-work`: what it touches is done. `aside`: what it touches does not hold the gate up. `slack`: there is some left. */
  readonly absorbedBy: "nothing" | "slack" | "aside" | "no-work"
}

/**
 * Adds the likely delay of each risk to the first work of what it touches, as a trial does (`writeRisks`), and plans anew.
 * A delay beyond the slack that it meets moves the finish day for day. O(risks x (items + links)).
 */
export function riskEffects(inputs: ForecastInputs): Result<readonly RiskEffect[], NoForecast> {
  const gateId = finishGateOf(inputs)
  const options = scheduleOptionsOf(inputs)
  if (!options.ok) return options
  const network = networkOf(inputs)
  const before = momentOf(network, options.value, gateId)
  if (gateId === null || before === null) return ok([])
  return ok(
    inputs.risks.map((risk) => {
      const delayDays = risk.delay.likely
      const late = delayed(network, options.value, risk, inputs)
      const after = late && momentOf(late, options.value, gateId)
      const movesDays = after === null ? 0 : Math.max(0, after - before) / TICKS_PER_DAY
      const rest = { riskId: risk.id, gateId, delayDays, movesDays }
      if (!late) return { ...rest, absorbedBy: "no-work" }
      if (movesDays >= delayDays) return { ...rest, absorbedBy: "nothing" }
      // A delay as long as any plan still moves the gate unless nothing leads there.
      const endless = delayed(network, options.value, { ...risk, delay: { ...risk.delay, likely: ENDLESS } }, inputs)
      const moved = endless && momentOf(endless, options.value, gateId)
      return { ...rest, absorbedBy: moved !== null && moved > before ? "slack" : "aside" }
    }),
  )
}

/** Working days: longer than the slack of any plan of less than twenty years. */
const ENDLESS = 5_000

function momentOf(network: Network, options: ScheduleOptions, gateId: string | null): number | null {
  const pass = forwardPass(network, options)
  const position = network.gates.findIndex(({ id }) => id === gateId)
  if (!pass.ok || position < 0 || network.gates[position]?.passedOn) return null
  return pass.value.finish[gateNode(pass.value.graph, position)] ?? null
}

/** The network with the delay on the first work of what a risk touches; null where none is left. */
function delayed(
  network: Network,
  options: ScheduleOptions,
  risk: ForecastRisk,
  inputs: ForecastInputs,
): Network | null {
  const pass = forwardPass(network, options)
  if (!pass.ok) return null
  const touched = new Set(touchedBy(risk, inputs))
  const positions = network.workstreams.flatMap(({ id }, at) => (touched.has(id) ? [at] : []))
  const first = new Set(firstWork(pass.value, incomingOf(pass.value.graph), positions))
  const bare = new Set(positions.filter((at) => pass.value.states[at]?.bare))
  if (first.size + bare.size === 0) return null
  const more = risk.delay.likely
  return {
    ...network,
    items: network.items.map((item, node) => {
      if (!first.has(node)) return item
      const likely = item.likely ?? 1
      const left = item.remainingDays ?? likely * (1 - item.percent / 100)
      return { ...item, likely: likely + more, remainingDays: left + more }
    }),
    workstreams: network.workstreams.map((each, at) =>
      bare.has(at) ? { ...each, likely: (each.likely ?? 1) + more } : each,
    ),
  }
}
