import type { PrecedenceGraph } from "@/lib/plan/schedule/precedence-graph"

/** The edges that lead to node n are `edges[head[n]]` to `edges[head[n + 1] - 1]`. */
export type Incoming = { readonly head: Int32Array; readonly edges: Int32Array }

export function incomingOf({ size, target }: PrecedenceGraph): Incoming {
  const head = new Int32Array(size + 1)
  for (const node of target) head[node + 1] = (head[node + 1] ?? 0) + 1
  for (let node = 0; node < size; node++) head[node + 1] = (head[node + 1] ?? 0) + (head[node] ?? 0)
  const next = head.slice()
  const edges = new Int32Array(target.length)
  for (const [edge, node] of target.entries()) {
    const place = next[node] ?? 0
    edges[place] = edge
    next[node] = place + 1
  }
  return { head, edges }
}
