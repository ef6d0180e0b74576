import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { LinkType, NetworkShape, NodeRef } from "./network"

/**
 * A network with every workstream opened up into a start and a finish milestone around its items. An edge means "must
 * be settled before". Nodes are numbered: items, then start and finish of each workstream, then gates, then for each
 * workstream the moment at which its work really begins, all as listed. Links that count from the start of a workstream
 * count from that last one.
 *
 * The graph does not ask whether items are dropped, so that dropping or restoring one never closes a cycle.
 */
export type PrecedenceGraph = {
  readonly size: number
  readonly items: number
  readonly workstreams: number
  readonly gates: number
  /** For each item the position of its workstream in the list. */
  readonly workstreamOf: Int32Array
  /** The edges that leave node n are `edges[head[n]]` to `edges[head[n + 1] - 1]`. */
  readonly head: Int32Array
  readonly edges: Int32Array
  readonly source: Int32Array
  readonly target: Int32Array
  /** For each edge the position of its link in the list, or -1 where a workstream holds its items together. */
  readonly linkOf: Int32Array
}

export const startNode = (graph: { items: number }, workstream: number): number => graph.items + 2 * workstream
export const finishNode = (graph: { items: number }, workstream: number): number => graph.items + 2 * workstream + 1
export const gateNode = (graph: { items: number; workstreams: number }, gate: number): number =>
  graph.items + 2 * graph.workstreams + gate

/** Where the work of a workstream really begins: with the first of its items. */
export const beginNode = (graph: { items: number; workstreams: number; gates: number }, workstream: number): number =>
  graph.items + 2 * graph.workstreams + graph.gates + workstream

type Numbers = Pick<PrecedenceGraph, "items" | "workstreams" | "gates">
export const isGateNode = ({ items, workstreams, gates }: Numbers, node: number): boolean =>
  node >= items + 2 * workstreams && node < items + 2 * workstreams + gates
export const isBeginNode = ({ items, workstreams, gates }: Numbers, node: number): boolean =>
  node >= items + 2 * workstreams + gates

/** The position of the workstream that a node stands for or lies in; -1 for a gate. */
export function workstreamAt(graph: PrecedenceGraph, node: number): number {
  if (node < graph.items) return graph.workstreamOf[node] ?? -1
  if (isGateNode(graph, node)) return -1
  if (isBeginNode(graph, node)) return node - beginNode(graph, 0)
  return (node - graph.items) >> 1
}

/** What a node stands for; all milestones of a workstream stand for the workstream. */
export function refOf(shape: NetworkShape, node: number): NodeRef {
  const inWorkstreams = node - shape.items.length
  const inGates = inWorkstreams - 2 * shape.workstreams.length
  if (inWorkstreams < 0) return { kind: "item", id: shape.items[node]?.id ?? "" }
  if (inGates < 0) return { kind: "workstream", id: shape.workstreams[inWorkstreams >> 1]?.id ?? "" }
  const begins = shape.workstreams[inGates - shape.gates.length]
  return begins ? { kind: "workstream", id: begins.id } : { kind: "gate", id: shape.gates[inGates]?.id ?? "" }
}

type Numbering = Record<NodeRef["kind"], ReadonlyMap<string, number>> & {
  items: number
  workstreams: number
  gates: number
}
export type Ends = { readonly from: number; readonly to: number }

export function numberNodes(shape: NetworkShape): Numbering {
  const positions = (list: readonly { id: string }[]) => new Map(list.map(({ id }, position) => [id, position]))
  return {
    item: positions(shape.items),
    workstream: positions(shape.workstreams),
    gate: positions(shape.gates),
    items: shape.items.length,
    workstreams: shape.workstreams.length,
    gates: shape.gates.length,
  }
}

/** The two nodes that a link ties together, or the end that the network does not hold. */
export function endsOf(
  numbering: Numbering,
  link: { from: NodeRef; to: NodeRef; type: LinkType },
): Result<Ends, NodeRef> {
  const ofItself = link.from.kind === link.to.kind && link.from.id === link.to.id
  const from = sourceOf(numbering, link, ofItself)
  const to = nodeOf(numbering, link.to, !ofItself && link.type[1] === "F")
  if (from === null) return refuse(link.from)
  if (to === null) return refuse(link.to)
  return ok({ from, to })
}

function sourceOf(numbering: Numbering, { from, type }: { from: NodeRef; type: LinkType }, ofItself: boolean) {
  const workstream = ofItself || type[0] === "F" ? undefined : numbering.workstream.get(from.id)
  if (from.kind === "workstream" && workstream !== undefined) return beginNode(numbering, workstream)
  return nodeOf(numbering, from, !ofItself && type[0] === "F")
}

function nodeOf(numbering: Numbering, { kind, id }: NodeRef, atFinish: boolean): number | null {
  const position = numbering[kind].get(id)
  if (position === undefined) return null
  if (kind === "item") return position
  if (kind === "gate") return gateNode(numbering, position)
  return atFinish ? finishNode(numbering, position) : startNode(numbering, position)
}

/**
 * Opens up a network, O(items + links). Refused with the first thing named that the network does not hold.
 * @param firsts positions of the items that their workstream may begin with, asked for where a link counts from its start
 */
export function precedenceGraph(shape: NetworkShape, firsts: readonly number[] = []): Result<PrecedenceGraph, NodeRef> {
  const numbering = numberNodes(shape)
  const { items, workstreams, gates } = numbering
  const size = items + 3 * workstreams + gates
  const source = new Int32Array(2 * items + 2 * workstreams + firsts.length + shape.links.length)
  const target = new Int32Array(source.length)
  const linkOf = new Int32Array(source.length).fill(-1)
  const workstreamOf = new Int32Array(items)
  let edge = 0
  const connect = (from: number, to: number) => {
    source[edge] = from
    target[edge++] = to
  }
  for (const [item, { workstreamId }] of shape.items.entries()) {
    const workstream = numbering.workstream.get(workstreamId)
    if (workstream === undefined) return refuse({ kind: "workstream", id: workstreamId })
    workstreamOf[item] = workstream
    connect(startNode(numbering, workstream), item)
    connect(item, finishNode(numbering, workstream))
  }
  for (let workstream = 0; workstream < workstreams; workstream++) {
    connect(startNode(numbering, workstream), finishNode(numbering, workstream))
    connect(startNode(numbering, workstream), beginNode(numbering, workstream))
  }
  for (const item of firsts) connect(item, beginNode(numbering, workstreamOf[item] ?? 0))
  for (const [position, link] of shape.links.entries()) {
    const ends = endsOf(numbering, link)
    if (!ends.ok) return ends
    linkOf[edge] = position
    connect(ends.value.from, ends.value.to)
  }
  return ok({ size, items, workstreams, gates, workstreamOf, ...edgesBy(source, size), source, target, linkOf })
}

/** Groups edges by one of their ends: those of node n are `edges[head[n]]` to `edges[head[n + 1] - 1]`. O(edges). */
export function edgesBy(end: Int32Array, size: number): { head: Int32Array; edges: Int32Array } {
  const head = new Int32Array(size + 1)
  for (const node of end) head[node + 1] = (head[node + 1] ?? 0) + 1
  for (let node = 0; node < size; node++) head[node + 1] = (head[node + 1] ?? 0) + (head[node] ?? 0)
  const next = head.slice()
  const edges = new Int32Array(end.length)
  for (let edge = 0; edge < end.length; edge++) {
    const node = end[edge] ?? 0
    const slot = next[node] ?? 0
    edges[slot] = edge
    next[node] = slot + 1
  }
  return { head, edges }
}

/**
 * The nodes in an order in which each comes after all it waits for; refused with the nodes of a cycle, each waiting
 * for the one before it. Method: A. B. Kahn, Topological sorting of large networks, CACM 5 (1962). O(nodes + edges).
 */
export function topologicalOrder(graph: PrecedenceGraph): Result<Int32Array, readonly number[]> {
  const waiting = new Int32Array(graph.size)
  for (const node of graph.target) waiting[node] = (waiting[node] ?? 0) + 1
  const order = new Int32Array(graph.size)
  let found = 0
  for (let node = 0; node < graph.size; node++) if (waiting[node] === 0) order[found++] = node
  for (let done = 0; done < found; done++) {
    const node = order[done] ?? 0
    for (let at = graph.head[node] ?? 0; at < (graph.head[node + 1] ?? 0); at++) {
      const next = graph.target[graph.edges[at] ?? 0] ?? 0
      const left = (waiting[next] ?? 0) - 1
      waiting[next] = left
      if (left === 0) order[found++] = next
    }
  }
  return found === graph.size ? ok(order) : refuse(cycleAmong(graph, waiting))
}

/** Each node that still waits has another such node before it: walking back must come round. */
function cycleAmong(graph: PrecedenceGraph, waiting: Int32Array): readonly number[] {
  const before = new Map<number, number>()
  for (const [edge, from] of graph.source.entries()) {
    const to = graph.target[edge] ?? 0
    if ((waiting[from] ?? 0) > 0 && (waiting[to] ?? 0) > 0) before.set(to, from)
  }
  const seen = new Map<number, number>()
  const walk: number[] = []
  let node = before.values().next().value ?? 0
  while (!seen.has(node)) {
    seen.set(node, walk.length)
    walk.push(node)
    node = before.get(node) ?? 0
  }
  return walk.slice(seen.get(node)).reverse()
}
