import {
  type Edges,
  edgesOf,
  isDropped,
  isEmptied,
  SOURCE,
  TARGET,
  type WorkstreamState,
  workstreamStates,
} from "./edges"
import { durationOf, type Moments, startFloor, timeItem } from "./item-timing"
import type { Network, NetworkItem, NetworkLink } from "./network"
import { isBeginNode, isGateNode, type PrecedenceGraph } from "./precedence-graph"
import { ANY_TIME, TICKS_PER_DAY, type Ticks } from "./work-time"

export { isDropped, isFinished } from "./edges"

/** Early times by node of the graph. A dropped item has one moment for both, `ANY_TIME` when nothing leads to it. */
export type EarlyTimes = {
  readonly start: Float64Array
  readonly finish: Float64Array
  /** Where the last unbroken part of an item begins; for other nodes its start. */
  readonly resumed: Float64Array
}

/** The forward pass of a network, with all that the backward pass asks of it. */
export type EarlyPass = EarlyTimes & {
  readonly network: Network
  readonly graph: PrecedenceGraph
  /** The nodes, each after all it waits for. */
  readonly order: Int32Array
  readonly moments: Moments
  readonly states: readonly WorkstreamState[]
  /** What each edge of the graph asks. */
  readonly asks: Edges
  /** The latest moment that anything before a node asks its start, or its finish, to wait for. */
  readonly startBound: Float64Array
  readonly finishBound: Float64Array
  /**
   * The end of one working day and the beginning of the next are one moment; work of no length lies on the later of the
   * two days where something that begins put it there. The latest such moment by node, else `ANY_TIME`.
   */
  readonly opens: Float64Array
  /** 1 where a node hands on such moments; null in a plan without milestones. */
  readonly carries: Uint8Array | null
  /** The waits of gates that were left out, since they would close a cycle. */
  readonly leftOut?: readonly NetworkLink[]
}

/** Is this work of no length, which lies on one day: a milestone, not one reached? */
export const isMilestone = (item: NetworkItem): boolean => durationOf(item) === 0 && item.status !== "done"

/**
 * The forward pass of the precedence diagram over all four link types (J. W. Fondahl, A non-computer approach to the
 * critical path method, 1961; the four types after IBM's Project Control System, 1964): each node in topological order
 * takes its early times from the bounds that earlier nodes left, then leaves its own. O(items + links).
 */
export function earlyTimes(network: Network, graph: PrecedenceGraph, order: Int32Array, moments: Moments): EarlyPass {
  const states = workstreamStates(network, graph, moments.time)
  const unbounded = () => new Float64Array(graph.size).fill(ANY_TIME)
  const asks = edgesOf(network, graph, states)
  const pass: EarlyPass = {
    network,
    graph,
    order,
    moments,
    states,
    asks,
    start: unbounded(),
    finish: unbounded(),
    resumed: unbounded(),
    startBound: unbounded(),
    finishBound: unbounded(),
    opens: unbounded(),
    carries: opensCarried(network, graph, order, asks),
  }
  for (const node of order) {
    settle(pass, node)
    for (let at = graph.head[node] ?? 0; at < (graph.head[node + 1] ?? 0); at++) {
      const edge = graph.edges[at] ?? 0
      leaveBound(pass, edge)
      leaveOpening(pass, edge)
    }
  }
  return pass
}

function settle(pass: EarlyPass, node: number): void {
  const { graph, network } = pass
  const item = network.items[node]
  const position = node - graph.items
  if (item && item.status !== "dropped") settleItem(pass, node, item)
  else if (item) settleMoment(pass, node, droppedMoment(pass, node))
  else if (isGateNode(graph, node)) settleMoment(pass, node, gateMoment(pass, node, position - 2 * graph.workstreams))
  else if (isBeginNode(graph, node)) settleMoment(pass, node, pass.startBound[node] ?? ANY_TIME)
  else if (position % 2 === 0) settleMoment(pass, node, workstreamStart(pass, node, pass.states[position >> 1]))
  else settleMoment(pass, node, pass.finishBound[node] ?? ANY_TIME)
}

function settleItem(pass: EarlyPass, node: number, item: NetworkItem): void {
  const bounds = { start: pass.startBound[node] ?? ANY_TIME, finish: pass.finishBound[node] ?? ANY_TIME }
  const span = timeItem(item, bounds, pass.moments)
  pass.start[node] = span.start
  pass.finish[node] = span.finish
  pass.resumed[node] = span.resumed
  if (!isMilestone(item)) return
  const own = Math.max(startFloor(item, pass.moments), pass.moments.today)
  pass.opens[node] = Math.max(pass.opens[node] ?? ANY_TIME, own)
}

function settleMoment(pass: EarlyPass, node: number, moment: Ticks): void {
  pass.start[node] = moment
  pass.finish[node] = moment
  pass.resumed[node] = moment
}

/** A dropped item only hands on what came in: it neither takes time nor waits for anything else. */
const droppedMoment = (pass: EarlyPass, node: number): Ticks =>
  Math.max(pass.startBound[node] ?? ANY_TIME, pass.finishBound[node] ?? ANY_TIME)

/**
 * The earliest moment at which the work of a workstream may begin, or its own estimate while it has no items. Its items are
 * held by the links into it alone, and what counts from its start counts from the first of them.
 */
function workstreamStart(pass: EarlyPass, node: number, state: WorkstreamState | undefined): Ticks {
  const bound = Math.max(pass.startBound[node] ?? ANY_TIME, pass.moments.programmeStart)
  return state?.begun || isEmptied(state) ? bound : Math.max(bound, pass.moments.today)
}

/**
 * A gate is passed at the end of a day: the one on which the last thing that it waits for ends, or, where it waits for a
 * start (SS, SF), the day of that start. One that was not passed lies today at the earliest.
 */
function gateMoment(pass: EarlyPass, node: number, position: number): Ticks {
  const passedOn = pass.network.gates[position]?.passedOn
  if (passedOn) return pass.moments.time.end(passedOn)
  const startDayEnd = (Math.floor((pass.startBound[node] ?? ANY_TIME) / TICKS_PER_DAY) + 1) * TICKS_PER_DAY
  const { programmeStart, today } = pass.moments
  return Math.max(pass.finishBound[node] ?? ANY_TIME, startDayEnd, programmeStart, today + TICKS_PER_DAY)
}

/** Calendar days from where the source lies, as the working time between. */
function resolveLag({ graph, network, asks, start, finish, moments }: EarlyPass, edge: number): void {
  const link = network.links[graph.linkOf[edge] ?? -1]
  if (link?.lagUnit !== "elapsed_days") return
  const from = (link.type[0] === "F" ? finish : start)[graph.source[edge] ?? 0] ?? ANY_TIME
  asks.lag[edge] = from === ANY_TIME ? 0 : moments.time.elapsed(from, link.lag, link.type[0] === "F") - from
}

function leaveBound(pass: EarlyPass, edge: number): void {
  const { graph, asks } = pass
  if (asks.target[edge] === TARGET.none) return
  const to = graph.target[edge] ?? 0
  resolveLag(pass, edge)
  const bounds = asks.target[edge] === TARGET.finish ? pass.finishBound : pass.startBound
  const moment = boundOf(pass, edge)
  if (asks.target[edge] === TARGET.first)
    bounds[to] = bounds[to] === ANY_TIME ? moment : Math.min(bounds[to] ?? ANY_TIME, moment)
  else if (moment > (bounds[to] ?? ANY_TIME)) bounds[to] = moment
}

/** The moment that an edge asks its target to wait for. */
export function boundOf(pass: EarlyPass, edge: number): Ticks {
  const from = pass.graph.source[edge] ?? 0
  const source = pass.asks.source[edge]
  const moments = source === SOURCE.finish ? pass.finish : source === SOURCE.start ? pass.start : pass.startBound
  return (moments[from] ?? ANY_TIME) + (pass.asks.lag[edge] ?? 0)
}

/**
 * The nodes that hand on where milestones lie within a moment: milestones themselves, the starts of their workstreams,
 * and what only hands on after them. Null where there are none, as in most plans.
 */
function opensCarried(network: Network, graph: PrecedenceGraph, order: Int32Array, asks: Edges): Uint8Array | null {
  const carries = new Uint8Array(graph.size)
  let some = false
  for (const [node, item] of network.items.entries()) {
    if (item.status === "dropped" || !isMilestone(item)) continue
    some = true
    carries[node] = 1
    carries[graph.items + 2 * (graph.workstreamOf[node] ?? 0)] = 1
  }
  if (!some) return null
  for (const node of order)
    for (let at = graph.head[node] ?? 0; carries[node] && at < (graph.head[node + 1] ?? 0); at++) {
      const edge = graph.edges[at] ?? 0
      const to = graph.target[edge] ?? 0
      const handsOn = isDropped(network, to) || (to >= graph.items && !isBeginNode(graph, to) && !isGateNode(graph, to))
      if (handsOn && asks.source[edge] === SOURCE.finish) carries[to] = 1
    }
  return carries
}

/** Tells a milestone, or a gate after one, of a beginning that puts it where it lies. */
function leaveOpening(pass: EarlyPass, edge: number): void {
  const { graph, opens } = pass
  const to = graph.target[edge] ?? 0
  const opening = openingOf(pass, edge)
  if (opening > (opens[to] ?? ANY_TIME)) opens[to] = opening
  if (isGateNode(graph, to) && opening > (pass.startBound[to] ?? ANY_TIME)) pass.startBound[to] = opening
}

/** The beginning that an edge hands on to a milestone, or to a gate after one; `ANY_TIME` where it hands on an end. */
export function openingOf({ graph, asks, opens, start, startBound, carries }: EarlyPass, edge: number): Ticks {
  const from = graph.source[edge] ?? 0
  const to = graph.target[edge] ?? 0
  if (!carries || asks.target[edge] === TARGET.none) return ANY_TIME
  if (!(isGateNode(graph, to) ? carries[from] : carries[to])) return ANY_TIME
  const isOwnEstimate = (graph.linkOf[edge] ?? -1) < 0 && from >= graph.items && to >= graph.items
  if (isOwnEstimate) return ANY_TIME
  const lag = asks.lag[edge] ?? 0
  if (carries[from]) return (opens[from] ?? ANY_TIME) + lag
  if (asks.source[edge] === SOURCE.finish || isGateNode(graph, from)) return ANY_TIME
  return ((asks.source[edge] === SOURCE.held ? startBound : start)[from] ?? ANY_TIME) + lag
}
