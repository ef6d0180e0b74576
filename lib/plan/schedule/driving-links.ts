import { boundOf, type EarlyPass, openingOf } from "./early-times"
import { isDropped, TARGET } from "./edges"
import { isBeginNode, isGateNode } from "./precedence-graph"
import { TICKS_PER_DAY, type Ticks } from "./work-time"

/** Does what an edge asks for hold its target exactly where it lies? Work under way is held by its remainder. */
export function isTight(pass: EarlyPass, edge: number): boolean {
  const { graph, network, asks } = pass
  const to = graph.target[edge] ?? 0
  const target = asks.target[edge]
  const position = to - graph.items
  const bound = boundOf(pass, edge)
  if (target === TARGET.none) return false
  if (isBeginNode(graph, to)) return pass.start[to] === bound
  if (isGateNode(graph, to) && pass.finish[to] === endOfDay(openingOf(pass, edge))) return !isFact(pass, to)
  if (target === TARGET.finish || isDropped(network, to)) return pass.finish[to] === bound && !isFact(pass, to)
  if (position < 0) return pass.resumed[to] === bound && !isFact(pass, to)
  if (position < 2 * graph.workstreams) {
    const isOwn = pass.states[position >> 1]?.bare
    return isOwn ? pass.start[to] === bound : pass.startBound[to] === bound && bound >= pass.moments.programmeStart
  }
  return pass.finish[to] === endOfDay(bound) && !isFact(pass, to)
}

const endOfDay = (moment: Ticks): Ticks => (Math.floor(moment / TICKS_PER_DAY) + 1) * TICKS_PER_DAY

/** What is done or was passed lies where it lies. */
function isFact({ graph, network }: EarlyPass, node: number): boolean {
  const gate = network.gates[node - graph.items - 2 * graph.workstreams]
  return network.items[node]?.status === "done" || Boolean(gate?.passedOn)
}
