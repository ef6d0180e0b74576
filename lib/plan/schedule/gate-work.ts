import type { EarlyPass } from "./early-times"
import { isDropped } from "./edges"
import { edgesBy, finishNode, gateNode } from "./precedence-graph"

/**
 * The gates that no work leads to: no item that counts, no estimated workstream, and no gate that was passed lies before them,
 * by links or as the work of their phase. Their day is only today's or the programme's, so no date, and no probability,
 * may be told of them. A passed gate is a fact and never among them. O(items + links).
 */
export function gatesWithoutWork(pass: EarlyPass): ReadonlySet<string> {
  const { network, graph, order, states } = pass
  const led = new Uint8Array(graph.size)
  for (const [node] of network.items.entries()) if (!isDropped(network, node)) led[node] = 1
  for (const [position, { likely }] of network.workstreams.entries())
    if (states[position]?.bare && likely !== null) led[finishNode(graph, position)] = 1
  for (const [position, { passedOn }] of network.gates.entries()) if (passedOn) led[gateNode(graph, position)] = 1
  const { head, edges } = edgesBy(graph.source, graph.size)
  for (const node of order)
    for (let at = head[node] ?? 0; led[node] && at < (head[node + 1] ?? 0); at++)
      led[graph.target[edges[at] ?? 0] ?? 0] = 1
  return new Set(network.gates.flatMap(({ id }, position) => (led[gateNode(graph, position)] ? [] : [id])))
}
