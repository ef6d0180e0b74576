import { boundOf, type EarlyPass } from "./early-times"
import { isDropped, TARGET } from "./edges"
import { TICKS_PER_DAY } from "./work-time"

/** Does what an edge asks for hold its target exactly where it lies? Work under way is held by its remainder. */
export function isTight(pass: EarlyPass, edge: number): boolean {
  const { graph, network, asks } = pass
  const to = graph.target[edge] ?? 0
  const target = asks.target[edge]
  const position = to - graph.items
  const bound = boundOf(pass, edge)
  if (target === TARGET.none) return false
  if (target === TARGET.finish || isDropped(network, to)) return pass.finish[to] === bound && !isFact(pass, to)
  if (position < 0) return pass.resumed[to] === bound && !isFact(pass, to)
  if (position < 2 * graph.workstreams) return pass.startBound[to] === bound
  return pass.finish[to] === (Math.floor(bound / TICKS_PER_DAY) + 1) * TICKS_PER_DAY && !isFact(pass, to)
}

/** What is done or was passed lies where it lies. */
function isFact({ graph, network }: EarlyPass, node: number): boolean {
  const gate = network.gates[node - graph.items - 2 * graph.workstreams]
  return network.items[node]?.status === "done" || Boolean(gate?.passedOn)
}
