import type { NetworkLink, NetworkShape, NodeRef } from "./network"
import { endsOf, numberNodes, type PrecedenceGraph, precedenceGraph, refOf, topologicalOrder } from "./precedence-graph"

/**
 * The members of a cycle in the network, each waiting for the one before it and the first for the last; null when
 * there is none, or when a link or an item names something unknown. Ask it also before an item moves to another
 * workstream. Dropped items count like the others, so that restoring one is always possible.
 */
export function findCycle(shape: NetworkShape): readonly NodeRef[] | null {
  const graph = precedenceGraph(shape)
  if (!graph.ok) return null
  const order = topologicalOrder(graph.value)
  return order.ok ? null : membersOf(shape, order.refusal)
}

/**
 * Would this link close a cycle? If so the members of the shortest one, beginning with the link's own two ends; else
 * null. A workstream holds its items: a link between an item and its own workstream is judged like any other path.
 * O(items + links), by breadth-first search from the link's far end.
 */
export function cycleClosedBy(
  shape: NetworkShape,
  link: Pick<NetworkLink, "from" | "to" | "type">,
): readonly NodeRef[] | null {
  const graph = precedenceGraph(shape)
  const ends = endsOf(numberNodes(shape), link)
  if (!graph.ok || !ends.ok) return null
  const path = shortestPath(graph.value, ends.value.to, ends.value.from)
  return path && membersOf(shape, [ends.value.from, ...path.slice(0, -1)])
}

/** Nodes as things to name; a workstream passed at its start and at its finish is named once. */
export function membersOf(shape: NetworkShape, nodes: readonly number[]): readonly NodeRef[] {
  const members = new Map<string, NodeRef>()
  for (const node of nodes) {
    const ref = refOf(shape, node)
    const key = `${ref.kind} ${ref.id}`
    if (!members.has(key)) members.set(key, ref)
  }
  return [...members.values()]
}

function shortestPath(graph: PrecedenceGraph, start: number, goal: number): readonly number[] | null {
  const before = new Map([[start, start]])
  const queue = [start]
  for (const node of queue) {
    if (node === goal) return pathTo(before, goal)
    for (let at = graph.head[node] ?? 0; at < (graph.head[node + 1] ?? 0); at++) {
      const next = graph.target[graph.edges[at] ?? 0] ?? 0
      if (before.has(next)) continue
      before.set(next, node)
      queue.push(next)
    }
  }
  return null
}

function pathTo(before: ReadonlyMap<number, number>, goal: number): readonly number[] {
  const path = [goal]
  for (let node = goal, previous = before.get(node); previous !== undefined && previous !== node; ) {
    path.push(previous)
    node = previous
    previous = before.get(node)
  }
  return path.reverse()
}
