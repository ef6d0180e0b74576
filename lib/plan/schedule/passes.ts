import { ok, type Result } from "@/lib/base/kernel/result"
import type { EarlyPass } from "./early-times"
import { isDropped, isEmptied } from "./edges"
import { forwardPass } from "./forward-pass"
import { finishCeiling } from "./item-timing"
import { heldTimes, lateTimes, NO_END, type Sweep } from "./late-times"
import type { Network, ScheduleOptions, ScheduleRefusal } from "./network"
import { gateNode, isBeginNode, isGateNode, workstreamAt } from "./precedence-graph"
import { ANY_TIME, type Ticks } from "./work-time"

/** The passes over a network in both directions. */
export type Passes = {
  readonly early: EarlyPass
  readonly late: Sweep
  /** The late times that the finish and the deadlines force; what neither of them reaches has `NO_END`. */
  readonly forced: Sweep
  readonly held: Sweep
  /** The late times without deadlines, which bound free slack: a deadline moves nothing else. */
  readonly undated: Sweep
}

/**
 * Plans forwards, then backwards from the finish: the moment of the finish gate, else the latest of all. Work that leads
 * nowhere may end as late as the finish; what ends after the finish gate, and all work of phases without a gate when a
 * finish gate is named, as late as the latest of all, and that alone never makes it critical. O(items + links).
 */
export function bothPasses(network: Network, options: ScheduleOptions): Result<Passes, ScheduleRefusal> {
  const pass = forwardPass(network, options)
  if (!pass.ok) return pass
  const early = pass.value
  const last = latestFinish(early)
  const gate = network.gates.findIndex(({ id }) => id === options.finishGateId)
  const finish = gate < 0 ? last : (early.finish[gateNode(early.graph, gate)] ?? last)
  const isOpen = gate < 0 ? () => false : phaseIsOpen(early)
  const late = lateTimes(early, latestFinishes(early, finish, isOpen, last))
  const forced = gate < 0 ? late : lateTimes(early, latestFinishes(early, finish, isOpen, NO_END))
  const hasDeadline = early.network.items.some(({ deadline, status }) => deadline && status !== "done")
  const undated = hasDeadline ? lateTimes(early, latestFinishes(early, finish, isOpen, last, false)) : late
  return ok({ early, late, forced, held: heldTimes(early), undated })
}

/** Does a node stand for work in a phase that has no gate? */
function phaseIsOpen({ graph, network }: EarlyPass): (node: number) => boolean {
  const gated = new Set(network.gates.map(({ phaseId }) => phaseId))
  return (node) => {
    const phaseId = network.items[node]?.phaseId ?? network.workstreams[workstreamAt(graph, node)]?.phaseId
    return phaseId !== undefined && !gated.has(phaseId)
  }
}

/** The start of a workstream, a dropped item and a workstream of nothing else end nothing of themselves. */
function endsNothing({ graph, network, states }: EarlyPass, node: number): boolean {
  const position = node - graph.items
  if (position < 0) return isDropped(network, node)
  if (isGateNode(graph, node)) return false
  return isBeginNode(graph, node) || position % 2 === 0 || isEmptied(states[position >> 1])
}

function latestFinish(early: EarlyPass): Ticks {
  let last = ANY_TIME
  for (let node = 0; node < early.graph.size; node++)
    if (!endsNothing(early, node)) last = Math.max(last, early.finish[node] ?? last)
  return last
}

/** The latest finish that the end of the plan and deadlines leave to each node, links aside. */
function latestFinishes(
  early: EarlyPass,
  finish: Ticks,
  isOpen: (node: number) => boolean,
  beyond: Ticks,
  withDeadlines = true,
): Float64Array {
  const { network, moments } = early
  const ends = new Float64Array(early.graph.size)
  for (let node = 0; node < ends.length; node++) {
    const item = network.items[node]
    const end = (early.finish[node] ?? 0) <= finish && !isOpen(node) ? finish : beyond
    if (endsNothing(early, node)) ends[node] = NO_END
    else if (!item || item.status === "done") ends[node] = end
    else ends[node] = Math.min(end, finishCeiling(withDeadlines ? item : { ...item, deadline: null }, moments.time))
  }
  return ends
}
