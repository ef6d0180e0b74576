import type { EarlyPass } from "@/lib/plan/schedule/early-times"
import { keysOf } from "./draws"
import { drawnDuration, type QuantileTables } from "./durations"
import type { EstimateShape, SimulatedRisk } from "./estimates"
import { firstWork } from "./first-work"
import type { Incoming } from "./incoming"
import type { ProgramWriter } from "./program-writer"

/** Of 2^24 draws. */
export const share24 = (share: number): number => Math.round(share * 2 ** 24)

/** By `item id` or `workstream id`: the slot of the delay that is added to it, and the most that it may be, in ticks. */
export type Delays = ReadonlyMap<string, { readonly slot: number; readonly most: number }>

/**
 * Puts down the risks. Each delays every workstream that it touches and that still has work, by the same draw; what the
 * network does not hold is passed over.
 */
export function writeRisks(
  { pass, incoming, writer }: { pass: EarlyPass; incoming: Incoming; writer: ProgramWriter },
  risks: readonly SimulatedRisk[],
  shape: EstimateShape,
  tables: QuantileTables,
): Delays {
  const position = new Map(pass.network.workstreams.map(({ id }, at) => [id, at]))
  const touched = (risk: SimulatedRisk) => [...new Set(risk.workstreamIds)].flatMap((id) => position.get(id) ?? [])
  const delays = new Map<number, { slot: number; most: number }>()
  for (const workstream of risks.flatMap(touched))
    if (!delays.has(workstream)) delays.set(workstream, { slot: writer.moment(0, []), most: 0 })
  for (const risk of risks) {
    const { drawn, most } = drawnDuration(risk.delay, 1, shape, tables)
    const delayed = touched(risk).flatMap((workstream) => delays.get(workstream) ?? [])
    writer.risk(
      keysOf(`risk ${risk.id}`),
      share24(risk.probability),
      drawn,
      delayed.map(({ slot }) => slot),
    )
    for (const delay of delayed) delay.most += most
  }
  return onWork(pass, incoming, delays)
}

function onWork(
  pass: EarlyPass,
  incoming: Incoming,
  delays: ReadonlyMap<number, { readonly slot: number; readonly most: number }>,
): Delays {
  const { network, graph, states } = pass
  const byWork = new Map<string, { readonly slot: number; readonly most: number }>()
  for (const [workstream, delay] of delays)
    if (states[workstream]?.bare) byWork.set(`workstream ${network.workstreams[workstream]?.id}`, delay)
  for (const item of firstWork(pass, incoming, [...delays.keys()])) {
    const delay = delays.get(graph.workstreamOf[item] ?? -1)
    if (delay) byWork.set(`item ${network.items[item]?.id}`, delay)
  }
  return byWork
}

/** Puts down one shared draw for each workstream and answers their slots. */
export function writeShared(pass: EarlyPass, writer: ProgramWriter): ReadonlyMap<number, number> {
  return new Map(pass.network.workstreams.map(({ id }, position) => [position, writer.shared(keysOf(`shared ${id}`))]))
}
