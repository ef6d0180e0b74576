import { ok, type Result } from "@/lib/base/kernel/result"
import { type DrivingPredecessor, driversOf } from "./critical-path"
import type { EarlyPass } from "./early-times"
import { isDropped } from "./edges"
import { forwardPass } from "./forward-pass"
import { lateTimes, NO_END } from "./late-times"
import type { Network, ScheduleOptions, ScheduleRefusal } from "./network"
import { finishNode, gateNode, startNode } from "./precedence-graph"
import { TICKS_PER_DAY } from "./work-time"

/** Working days by the id of a work item or workstream, never negative. */
export type FloatToGate = ReadonlyMap<string, number>

export type Chains = {
  /**
   * For each gate that has not passed: how much later each unfinished piece of work may lie before the gate moves from
   * its planned day. What does not lead to the gate is left out; deadlines do not count.
   */
  readonly floatToGate: ReadonlyMap<string, FloatToGate>
  /** By item: what holds it where it is. Left out where nothing in the plan does. */
  readonly drivers: ReadonlyMap<string, DrivingPredecessor>
}

/**
 * The backward pass once for each gate, from that gate alone (J. E. Kelley and M. R. Walker, 1959): work without float to a
 * gate is critical for it, whatever it is for the finish. O(gates x (items + links)).
 */
export function chainsOf(network: Network, options: ScheduleOptions): Result<Chains, ScheduleRefusal> {
  const pass = forwardPass(network, options)
  if (!pass.ok) return pass
  const early = pass.value
  const floatToGate = new Map<string, FloatToGate>()
  for (const [position, gate] of early.network.gates.entries())
    if (!gate.passedOn) floatToGate.set(gate.id, floatTo(early, gateNode(early.graph, position)))
  return ok({ floatToGate, drivers: driversOf(early) })
}

function floatTo(early: EarlyPass, gate: number): FloatToGate {
  const { graph, network, states } = early
  const mayFinish = new Float64Array(graph.size).fill(NO_END)
  mayFinish[gate] = early.finish[gate] ?? NO_END
  const late = lateTimes(early, mayFinish)
  const float = new Map<string, number>()
  const note = (id: string, ticks: number) => {
    const days = Math.max(0, ticks) / TICKS_PER_DAY
    if (Number.isFinite(ticks)) float.set(id, Math.min(days, float.get(id) ?? days))
  }
  for (const [node, item] of network.items.entries()) {
    if (item.status === "done" || isDropped(network, node)) continue
    const days = (late.finish[node] ?? NO_END) - (early.finish[node] ?? 0)
    note(item.id, days)
    note(network.workstreams[graph.workstreamOf[node] ?? -1]?.id ?? "", days)
  }
  for (const [position, { id }] of network.workstreams.entries()) {
    const state = states[position]
    if (state && state.live > 0 && state.allDone) continue
    const [first, last] = [startNode(graph, position), finishNode(graph, position)]
    note(id, (late.finish[last] ?? NO_END) - (early.finish[last] ?? 0))
    if (!state?.begun) note(id, (late.start[first] ?? NO_END) - (early.start[first] ?? 0))
  }
  return float
}
