import { durationOf, hasBegun, knownStart, type Moments, timeItem } from "./item-timing"
import type { Network, NetworkItem, NetworkLink, NetworkWorkstream } from "./network"
import type { PrecedenceGraph } from "./precedence-graph"
import { ANY_TIME, TICKS_PER_DAY, type Ticks, ticks } from "./work-time"

/** Early times by node of the graph. A dropped item has one moment for both, `ANY_TIME` when nothing leads to it. */
export type EarlyTimes = {
  readonly start: Float64Array
  readonly finish: Float64Array
  /** Where the last unbroken part of an item begins; for other nodes its start. */
  readonly resumed: Float64Array
}

export type WorkstreamState = {
  live: number
  begun: boolean
  allDone: boolean
  /** The earliest known start of its items; infinite when none is known. */
  knownStart: Ticks
}

/** The forward pass of a network, with all that the backward pass asks of it. */
export type EarlyPass = EarlyTimes & {
  readonly network: Network
  readonly graph: PrecedenceGraph
  /** The nodes, each after all it waits for. */
  readonly order: Int32Array
  readonly moments: Moments
  readonly states: readonly WorkstreamState[]
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
  const unbounded = () => new Float64Array(graph.size).fill(ANY_TIME)
  const pass: EarlyPass = {
    network,
    graph,
    order,
    moments,
    states: workstreamStates(network, graph, moments),
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

function workstreamStates(network: Network, graph: PrecedenceGraph, { time }: Moments): readonly WorkstreamState[] {
  const states = network.workstreams.map(() => ({ live: 0, begun: false, allDone: true, knownStart: Infinity }))
  for (const [position, item] of network.items.entries()) {
    const state = states[graph.workstreamOf[position] ?? 0]
    if (!state || item.status === "dropped") continue
    state.live++
    state.begun ||= hasBegun(item)
    state.allDone &&= item.status === "done"
    state.knownStart = Math.min(state.knownStart, knownStart(item, time) ?? Infinity)
  }
  return states
}

function settle(pass: EarlyPass, node: number): void {
  const { graph, network } = pass
  const item = network.items[node]
  const position = node - graph.items
  const workstream = network.workstreams[position >> 1]
  const state = pass.states[position >> 1]
  if (item && item.status !== "dropped") settleItem(pass, node, item)
  else if (item) settleMoment(pass, node, droppedMoment(pass, node))
  else if (!workstream || !state) settleMoment(pass, node, gateMoment(pass, node, position - 2 * graph.workstreams))
  else if (position % 2 === 0) settleMoment(pass, node, workstreamStart(pass, node, state))
  else settleMoment(pass, node, workstreamFinish(pass, node, workstream, state))
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

/** Without items the workstream's own estimate stands for them, as early as possible, like a single item. */
function workstreamFinish(pass: EarlyPass, node: number, workstream: NetworkWorkstream, state: WorkstreamState): Ticks {
  const own = state.live === 0 ? (pass.start[node - 1] ?? ANY_TIME) + durationOf(workstream) : ANY_TIME
  return Math.max(pass.finishBound[node] ?? ANY_TIME, own)
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
  const { graph, network } = pass
  const from = graph.source[edge] ?? 0
  const to = graph.target[edge] ?? 0
  const link = network.links[graph.linkOf[edge] ?? -1]
  if (link) leaveLinkBound(pass, link, from, to)
  else if (to < graph.items) raise(pass.startBound, to, isDropped(network, to) ? ANY_TIME : pass.startBound[from])
  else if (from < graph.items && !isDropped(network, from)) raise(pass.finishBound, to, pass.finish[from])
}

/** For a gate it matters which end it waits for, not which of its own equal ends is bound. */
function leaveLinkBound(pass: EarlyPass, link: NetworkLink, from: number, to: number): void {
  const { graph, states } = pass
  const inWorkstreams = to - graph.items
  const boundsFinish = link.type[1] === "F"
  if (inWorkstreams >= 0 && boundsFinish && isFinished(states[inWorkstreams >> 1])) return
  const moment = (link.type[0] === "F" ? pass.finish[from] : pass.start[from]) ?? ANY_TIME
  const inGates = inWorkstreams >= 2 * graph.workstreams
  const onFinish = inGates ? link.type[0] === "F" : boundsFinish
  raise(onFinish ? pass.finishBound : pass.startBound, to, moment + ticks(link.lag))
}

/** A workstream whose items are all done holds its actual dates, as each of them does. */
export const isFinished = (state: WorkstreamState | undefined): boolean =>
  state !== undefined && state.live > 0 && state.allDone

export const isDropped = (network: Network, node: number): boolean => network.items[node]?.status === "dropped"

function raise(bounds: Float64Array, node: number, moment: Ticks = ANY_TIME): void {
  if (moment > (bounds[node] ?? ANY_TIME)) bounds[node] = moment
}
