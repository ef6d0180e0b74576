import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { membersOf } from "./cycles"
import type { Network, NetworkLink, ScheduleRefusal } from "./network"
import { phaseLinks } from "./phase-links"
import {
  beginNode,
  endsOf,
  numberNodes,
  type PrecedenceGraph,
  precedenceGraph,
  topologicalOrder,
} from "./precedence-graph"

/** A network with all that it asks of itself, opened up. */
export type OpenedNetwork = {
  /** As given, with the waits of its gates among the links. */
  readonly network: Network
  readonly graph: PrecedenceGraph
  readonly order: Int32Array
  /** The waits that were left out: their gate lies before what it would wait for. */
  readonly leftOut: readonly NetworkLink[]
}

/**
 * Opens up a network: gates wait for the work of their phase (`phaseLinks`), and what counts from the start of a
 * workstream counts from the first of its items. Only links that people made can close a cycle: a wait of a gate that
 * would close one is left out and told of, and an item that itself waits for the start of its workstream is not
 * asked where that lies. O(items + links); where something is left out, once more for each gate and workstream.
 */
export function openNetwork(given: Network): Result<OpenedNetwork, ScheduleRefusal> {
  const waits = phaseLinks(given)
  const firsts = firstsOf(given)
  const network = waits.length > 0 ? { ...given, links: [...given.links, ...waits] } : given
  const graph = precedenceGraph(network, firsts)
  if (!graph.ok) return refuse({ code: "unknown-node", node: graph.refusal })
  const order = topologicalOrder(graph.value)
  if (order.ok) return ok({ network, graph: graph.value, order: order.value, leftOut: [] })
  return opened(given, waits, firsts)
}

/** The items of workstreams from whose start a link counts; dropped ones begin nothing. */
function firstsOf({ items, links }: Network): readonly number[] {
  const asked = new Set(
    links.flatMap(({ from, type }) => (from.kind === "workstream" && type[0] === "S" ? [from.id] : [])),
  )
  if (asked.size === 0) return []
  return items.flatMap(({ workstreamId, status }, at) => (asked.has(workstreamId) && status !== "dropped" ? [at] : []))
}

function opened(
  given: Network,
  waits: readonly NetworkLink[],
  firsts: readonly number[],
): Result<OpenedNetwork, ScheduleRefusal> {
  const plain = precedenceGraph(given)
  if (!plain.ok) return refuse({ code: "unknown-node", node: plain.refusal })
  const order = topologicalOrder(plain.value)
  if (!order.ok) return refuse({ code: "cycle", members: membersOf(given, order.refusal) })
  const after = new Reach(plain.value)
  const kept = { firsts: [] as number[], waits: [] as NetworkLink[], leftOut: [] as NetworkLink[] }
  const idOf = (item: number) => given.items[item]?.id ?? ""
  const numbering = numberNodes(given)
  for (const [, links] of grouped(waits, ({ to }) => to.id).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const ends = links.map((link) => endsOf(numbering, link))
    const gate = ends.find((each) => each.ok)?.value.to ?? 0
    const reached = after.from(gate)
    for (const [at, link] of links.entries()) {
      const from = ends[at]?.ok ? ends[at].value.from : 0
      if (reached.has(from)) kept.leftOut.push(link)
      else {
        kept.waits.push(link)
        after.add(from, gate)
      }
    }
  }
  for (const [workstream, items] of grouped(firsts, (item) => plain.value.workstreamOf[item] ?? 0).toSorted(
    ([a], [b]) => ((given.workstreams[a]?.id ?? "") < (given.workstreams[b]?.id ?? "") ? -1 : 1),
  )) {
    const node = beginNode(plain.value, workstream)
    const reached = after.from(node)
    for (const item of items.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1)))
      if (!reached.has(item)) {
        kept.firsts.push(item)
        after.add(item, node)
      }
  }
  const network = { ...given, links: [...given.links, ...kept.waits] }
  const graph = precedenceGraph(network, kept.firsts)
  if (!graph.ok) return refuse({ code: "unknown-node", node: graph.refusal })
  const settled = topologicalOrder(graph.value)
  if (!settled.ok) return refuse({ code: "cycle", members: membersOf(network, settled.refusal) })
  return ok({ network, graph: graph.value, order: settled.value, leftOut: kept.leftOut })
}

function grouped<Entry, Key>(entries: readonly Entry[], keyOf: (entry: Entry) => Key): [Key, Entry[]][] {
  const groups = new Map<Key, Entry[]>()
  for (const entry of entries) {
    const group = groups.get(keyOf(entry))
    if (group) group.push(entry)
    else groups.set(keyOf(entry), [entry])
  }
  return [...groups]
}

/** What lies behind a node of a graph that grows. */
class Reach {
  private readonly more = new Map<number, number[]>()
  constructor(private readonly graph: PrecedenceGraph) {}

  add(from: number, to: number): void {
    this.more.set(from, [...(this.more.get(from) ?? []), to])
  }

  from(start: number): ReadonlySet<number> {
    const { head, edges, target } = this.graph
    const reached = new Set([start])
    for (const node of reached) {
      for (let at = head[node] ?? 0; at < (head[node + 1] ?? 0); at++) reached.add(target[edges[at] ?? 0] ?? 0)
      for (const next of this.more.get(node) ?? []) reached.add(next)
    }
    return reached
  }
}
