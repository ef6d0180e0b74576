import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { isTight } from "./driving-links"
import type { EarlyPass } from "./early-times"
import { forwardPass } from "./forward-pass"
import { durationOf, finishFloor, hasBegun, startFloor } from "./item-timing"
import type { Network, NetworkItem, NodeRef, ScheduleOptions, ScheduleRefusal } from "./network"
import { edgesBy, finishNode, gateNode, isBeginNode, isGateNode, numberNodes, refOf } from "./precedence-graph"

/**
 * Why something lies where it lies.
 * - `link`: it waits for the node of the next step, by the link named.
 * - `phase`: a gate waits for the work of its phase, the next step, though no link says so.
 * - `items`: a workstream ends with the item of the next step. `first-item`: it begins with it.
 * - `workstream`: an item waits for what its workstream, the next step, waits for.
 * - `constraint`: it must not start earlier. `status-date`: it is not finished, and cannot lie before today.
 * - `start`: the programme begins. `actual`: it happened so.
 */
export type DrivingStep =
  | { readonly node: NodeRef; readonly because: "link"; readonly linkId: string; readonly lag: number }
  | { readonly node: NodeRef; readonly because: "phase" | "items" | "first-item" | "workstream" | DrivingEnd }
type DrivingEnd = "constraint" | "status-date" | "start" | "actual"

/**
 * The chain of what holds something where it is, latest first: the first step is the target, each step says what it
 * waits for, and the last one waits for nothing in the plan. Of several that hold it alike, links come before other
 * reasons and the lowest id before others, whatever the order in which they are listed. O(items + links).
 */
export function drivingPath(
  network: Network,
  options: ScheduleOptions,
  target: NodeRef,
): Result<readonly DrivingStep[], ScheduleRefusal> {
  const pass = forwardPass(network, options)
  if (!pass.ok) return pass
  const node = nodeOf(network, target)
  return node === null ? refuse({ code: "unknown-node", node: target }) : ok(pathTo(pass.value, node))
}

function nodeOf(network: Network, { kind, id }: NodeRef): number | null {
  const numbering = numberNodes(network)
  const position = numbering[kind].get(id)
  if (position === undefined) return null
  if (kind === "item") return position
  return kind === "workstream" ? finishNode(numbering, position) : gateNode(numbering, position)
}

/** What holds a piece of work where it is; by a link of its own, or by one of its workstream (`ofWorkstream`). */
export type DrivingPredecessor = {
  readonly node: NodeRef
  readonly linkId: string
  readonly ofWorkstream: boolean
}

/** The driving predecessor of every item that a link holds: the first step of its path. O(items + links). */
export function driversOf(pass: EarlyPass): ReadonlyMap<string, DrivingPredecessor> {
  const { graph, network } = pass
  const walk = { pass, incoming: edgesBy(graph.target, graph.size) }
  const heldBy = new Map<number, number | null>()
  const drivers = new Map<string, DrivingPredecessor>()
  for (const [node, { id, status }] of network.items.entries()) {
    if (status === "dropped" || isSettled(pass, node, false)) continue
    const own = holding(walk, node)
    if (own === null) continue
    const ofWorkstream = (graph.linkOf[own] ?? -1) < 0
    const edge = ofWorkstream ? holdingOf(graph.source[own] ?? 0) : own
    const link = network.links[graph.linkOf[edge ?? -1] ?? -1]
    if (edge === null || !link) continue
    drivers.set(id, { node: link.from, linkId: link.id, ofWorkstream })
  }
  return drivers

  function holdingOf(node: number): number | null {
    const known = heldBy.get(node)
    if (known !== undefined) return known
    const found = holding(walk, node)
    heldBy.set(node, found)
    return found
  }
}

type Incoming = ReturnType<typeof edgesBy>
type Walk = { readonly pass: EarlyPass; readonly incoming: Incoming }

function pathTo(pass: EarlyPass, target: number): readonly DrivingStep[] {
  const walk = { pass, incoming: edgesBy(pass.graph.target, pass.graph.size) }
  const steps: DrivingStep[] = []
  let node = target
  let atStart = false
  while (true) {
    const edge: number | null = isSettled(pass, node, atStart) ? null : holding(walk, node)
    if (edge === null) {
      steps.push({ node: refOf(pass.network, node), because: endOf(pass, node, atStart) })
      return steps
    }
    const step = stepOver(pass, node, edge)
    if (step) steps.push(step)
    node = pass.graph.source[edge] ?? 0
    atStart = countsFromStart(pass, edge)
  }
}

function countsFromStart({ graph, network }: EarlyPass, edge: number): boolean {
  const link = network.links[graph.linkOf[edge] ?? -1]
  return link ? link.type[0] === "S" : isBeginNode(graph, graph.target[edge] ?? 0)
}

/** Does this end of it lie where it lies because it happened so? */
function isSettled({ graph, network }: EarlyPass, node: number, atStart: boolean): boolean {
  const item = network.items[node]
  if (item) return item.status === "done" || (atStart && hasBegun(item))
  return isGateNode(graph, node) && Boolean(network.gates[node - gateNode(graph, 0)]?.passedOn)
}

/** The edge that holds a node; a workstream holds its items only when a link holds the workstream. */
function holding({ pass, incoming }: Walk, node: number): number | null {
  const { graph, network } = pass
  let best: number | null = null
  for (let at = incoming.head[node] ?? 0; at < (incoming.head[node + 1] ?? 0); at++) {
    const edge = incoming.edges[at] ?? 0
    if (!isTight(pass, edge)) continue
    const isHeldItem = node < graph.items && (graph.linkOf[edge] ?? -1) < 0
    if (isHeldItem && holding({ pass, incoming }, graph.source[edge] ?? 0) === null) continue
    if (best === null || rankOf(edge) < rankOf(best)) best = edge
  }
  return best

  function rankOf(edge: number): string {
    const link = network.links[graph.linkOf[edge] ?? -1]
    return link ? `1 ${link.id}` : `2 ${refOf(network, graph.source[edge] ?? 0).id}`
  }
}

/** The finish of a workstream without items waits for its own start: that is no step of its own. */
function stepOver({ graph, network }: EarlyPass, node: number, edge: number): DrivingStep | null {
  const ref = refOf(network, node)
  const link = network.links[graph.linkOf[edge] ?? -1]
  if (link?.ofPhase) return { node: ref, because: "phase" }
  if (link) return { node: ref, because: "link", linkId: link.id, lag: link.lag }
  if (isBeginNode(graph, node))
    return (graph.source[edge] ?? 0) < graph.items ? { node: ref, because: "first-item" } : null
  if (node < graph.items) return { node: ref, because: "workstream" }
  return (graph.source[edge] ?? 0) < graph.items ? { node: ref, because: "items" } : null
}

function endOf(pass: EarlyPass, node: number, atStart: boolean): DrivingEnd {
  const { network, moments, start, resumed } = pass
  if (isSettled(pass, node, atStart)) return "actual"
  const item = network.items[node]
  const from = (item ? resumed[node] : start[node]) ?? 0
  if (item && isConstrained(pass, item, from)) return "constraint"
  if (item && hasBegun(item) && from > moments.today) return "actual"
  return from === moments.today && from > moments.programmeStart ? "status-date" : "start"
}

function isConstrained({ moments }: EarlyPass, item: NetworkItem, from: number): boolean {
  if (hasBegun(item)) return false
  const begins = startFloor(item, moments)
  const ends = finishFloor(item, moments.time) - durationOf(item)
  return (begins === from && begins !== moments.programmeStart && begins > moments.today) || ends === from
}
