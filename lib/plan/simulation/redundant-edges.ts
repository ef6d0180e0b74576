import type { EarlyPass } from "@/lib/plan/schedule/early-times"
import { isOverridden } from "@/lib/plan/schedule/edges"

/** For each item: whether the start of its workstream, or the end of it, need not be told of it. */
export type Spare = { readonly isLed: Uint8Array; readonly isCovered: Uint8Array }

/**
 * An item that waits, finish to start and without a lead, for unfinished work of its own workstream cannot begin before
 * the workstream may; and a workstream cannot end before the last item in such a row. A row of n items so asks for n + 1
 * comparisons a trial, not 3 n.
 */
export function redundantEdges({ graph, network }: EarlyPass): Spare {
  const spare = { isLed: new Uint8Array(graph.items), isCovered: new Uint8Array(graph.items) }
  for (const [edge, position] of graph.linkOf.entries()) {
    const link = network.links[position]
    if (!link || link.lag < 0 || link.type[0] === "S" || link.type === "SF") continue
    const from = graph.source[edge] ?? 0
    const to = graph.target[edge] ?? 0
    if (from >= graph.items || to >= graph.items || graph.workstreamOf[from] !== graph.workstreamOf[to]) continue
    if (isOverridden(network, to, link.type)) continue
    if (!isOpen(network.items[from]?.status) || !isOpen(network.items[to]?.status)) continue
    spare.isCovered[from] = 1
    if (link.type === "FS") spare.isLed[to] = 1
  }
  return spare
}

const isOpen = (status: string | undefined): boolean => status !== "done" && status !== "dropped"
