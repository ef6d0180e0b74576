import type { EarlyPass } from "@/lib/plan/schedule/early-times"
import { isOverridden } from "@/lib/plan/schedule/edges"
import { isBeginNode } from "@/lib/plan/schedule/precedence-graph"
import type { Incoming } from "./incoming"

/**
 * The unfinished items of each of these workstreams (by position) that begin its remaining work: they wait for no other
 * unfinished item of it, be it through others. 32 workstreams at a time, each O(items + links).
 */
export function firstWork(pass: EarlyPass, incoming: Incoming, workstreams: readonly number[]): readonly number[] {
  const first: number[] = []
  for (let at = 0; at < workstreams.length; at += 32)
    first.push(...firstOf(pass, incoming, workstreams.slice(at, at + 32)))
  return first
}

function firstOf(pass: EarlyPass, incoming: Incoming, workstreams: readonly number[]): readonly number[] {
  const { graph, network } = pass
  const bitOf = new Map(workstreams.map((workstream, bit) => [workstream, 1 << bit]))
  const beforeStart = new Int32Array(graph.size)
  const beforeFinish = new Int32Array(graph.size)
  const first: number[] = []
  for (const node of pass.order) {
    let atStart = 0
    let atFinish = 0
    for (let at = incoming.head[node] ?? 0; at < (incoming.head[node + 1] ?? 0); at++) {
      const edge = incoming.edges[at] ?? 0
      const type =
        network.links[graph.linkOf[edge] ?? -1]?.type ?? (node < graph.items || isBeginNode(graph, node) ? "SS" : "FF")
      if (isOverridden(network, node, type)) continue
      const from = graph.source[edge] ?? 0
      const bits = (type[0] === "F" ? beforeFinish[from] : beforeStart[from]) ?? 0
      if (type[1] === "F") atFinish |= bits
      else atStart |= bits
    }
    const status = network.items[node]?.status
    const isMilestone = status === undefined || status === "dropped"
    const own = isMilestone || status === "done" ? 0 : (bitOf.get(graph.workstreamOf[node] ?? -1) ?? 0)
    if (own !== 0 && (atStart & own) === 0) first.push(node)
    beforeStart[node] = isMilestone ? atStart | atFinish : atStart
    beforeFinish[node] = atStart | atFinish | own
  }
  return first
}
