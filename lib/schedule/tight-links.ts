import { type EarlyPass, isDropped, isFinished } from "./early-times"
import type { NetworkLink } from "./network"
import { TICKS_PER_DAY, type Ticks, ticks } from "./work-time"

/** Does what an edge asks for lie exactly where its target lies, so that the target could not lie earlier? */
export function isTight(pass: EarlyPass, edge: number): boolean {
  const { graph, network } = pass
  const link = network.links[graph.linkOf[edge] ?? -1]
  const from = graph.source[edge] ?? 0
  const to = graph.target[edge] ?? 0
  if (link) return isTightLink(pass, link, from, to)
  if (to < graph.items) return !isDropped(network, to) && lies(pass.resumed, to, pass.startBound[from])
  if (from < graph.items) return !isDropped(network, from) && lies(pass.finish, to, pass.finish[from])
  return pass.states[(from - graph.items) >> 1]?.live === 0
}

function isTightLink(pass: EarlyPass, link: NetworkLink, from: number, to: number): boolean {
  const { graph, network, states } = pass
  const position = to - graph.items
  const state = states[position >> 1]
  const bound = ((link.type[0] === "F" ? pass.finish[from] : pass.start[from]) ?? 0) + ticks(link.lag)
  if (position < 0) return isTightItem(pass, link, to, bound)
  if (position >= 2 * graph.workstreams) {
    if (network.gates[position - 2 * graph.workstreams]?.passedOn) return false
    const day = (Math.floor(bound / TICKS_PER_DAY) + 1) * TICKS_PER_DAY
    return lies(pass.finish, to, link.type[0] === "F" ? bound : day)
  }
  if (isFinished(state)) return false
  return lies(position % 2 === 0 ? pass.startBound : pass.finish, to, bound)
}

/** Work under way waits with its remainder. */
function isTightItem({ network, ...pass }: EarlyPass, { type }: NetworkLink, node: number, bound: Ticks): boolean {
  if (network.items[node]?.status === "done") return false
  if (isDropped(network, node)) return lies(pass.finish, node, bound)
  return lies(type[1] === "F" ? pass.finish : pass.resumed, node, bound)
}

const lies = (moments: Float64Array, node: number, moment: Ticks | undefined): boolean => moments[node] === moment
