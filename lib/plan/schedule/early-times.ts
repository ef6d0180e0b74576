import { type Edges, edgesOf, SOURCE, TARGET, type WorkstreamState, workstreamStates } from "./edges"
import { type Moments, timeItem } from "./item-timing"
import type { Network, NetworkItem } from "./network"
import type { PrecedenceGraph } from "./precedence-graph"
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
}

/**
 * The forward pass of the precedence diagram over all four link types (J. W. Fondahl, A non-computer approach to the
 * critical path method, 1961; the four types after IBM's Project Control System, 1964): each node in topological order
 * takes its early times from the bounds that earlier nodes left, then leaves its own. O(items + links).
 */
export function earlyTimes(network: Network, graph: PrecedenceGraph, order: Int32Array, moments: Moments): EarlyPass {
  const states = workstreamStates(network, graph, moments.time)
  const unbounded = () => new Float64Array(graph.size).fill(ANY_TIME)
  const pass: EarlyPass = {
    network,
    graph,
    order,
    moments,
    states,
    asks: edgesOf(network, graph, states),
    start: unbounded(),
    finish: unbounded(),
    resumed: unbounded(),
    startBound: unbounded(),
    finishBound: unbounded(),
  }
  for (const node of order) {
    settle(pass, node)
    for (let at = graph.head[node] ?? 0; at < (graph.head[node + 1] ?? 0); at++) leaveBound(pass, graph.edges[at] ?? 0)
  }
  return pass
}

function settle(pass: EarlyPass, node: number): void {
  const { graph, network } = pass
  const item = network.items[node]
  const position = node - graph.items
  const state = pass.states[position >> 1]
  if (item && item.status !== "dropped") settleItem(pass, node, item)
  else if (item) settleMoment(pass, node, droppedMoment(pass, node))
  else if (!state) settleMoment(pass, node, gateMoment(pass, node, position - 2 * graph.workstreams))
  else if (position % 2 === 0) settleMoment(pass, node, workstreamStart(pass, node, state))
  else settleMoment(pass, node, pass.finishBound[node] ?? ANY_TIME)
}

function settleItem(pass: EarlyPass, node: number, item: NetworkItem): void {
  const bounds = { start: pass.startBound[node] ?? ANY_TIME, finish: pass.finishBound[node] ?? ANY_TIME }
  const span = timeItem(item, bounds, pass.moments)
  pass.start[node] = span.start
  pass.finish[node] = span.finish
  pass.resumed[node] = span.resumed
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
 * What is counted from the start of a workstream is counted from the earliest known start of its items, or, before any
 * has begun, from the earliest moment at which its work may begin. Its items are held by the links into it alone.
 */
function workstreamStart(pass: EarlyPass, node: number, state: WorkstreamState): Ticks {
  const bound = Math.max(pass.startBound[node] ?? ANY_TIME, pass.moments.programmeStart)
  pass.startBound[node] = bound
  if (state.knownStart < Infinity) return state.knownStart
  return state.begun ? bound : Math.max(bound, pass.moments.today)
}

/**
 * A gate is passed at the end of a day: the one on which the last thing that it waits for ends, or, where it waits for a
 * start (SS, SF), the day of that start. A gate that waits for nothing is passed as the programme starts.
 */
function gateMoment(pass: EarlyPass, node: number, position: number): Ticks {
  const passedOn = pass.network.gates[position]?.passedOn
  if (passedOn) return pass.moments.time.end(passedOn)
  const startDayEnd = (Math.floor((pass.startBound[node] ?? ANY_TIME) / TICKS_PER_DAY) + 1) * TICKS_PER_DAY
  return Math.max(pass.finishBound[node] ?? ANY_TIME, startDayEnd, pass.moments.programmeStart)
}

function leaveBound(pass: EarlyPass, edge: number): void {
  const { graph, asks } = pass
  if (asks.target[edge] === TARGET.none) return
  const to = graph.target[edge] ?? 0
  const bounds = asks.target[edge] === TARGET.finish ? pass.finishBound : pass.startBound
  const moment = boundOf(pass, edge)
  if (moment > (bounds[to] ?? ANY_TIME)) bounds[to] = moment
}

/** The moment that an edge asks its target to wait for. */
export function boundOf(pass: EarlyPass, edge: number): Ticks {
  const from = pass.graph.source[edge] ?? 0
  const source = pass.asks.source[edge]
  const moments = source === SOURCE.finish ? pass.finish : source === SOURCE.start ? pass.start : pass.startBound
  return (moments[from] ?? ANY_TIME) + (pass.asks.lag[edge] ?? 0)
}
