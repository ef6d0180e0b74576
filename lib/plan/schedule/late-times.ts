import { boundOf, type EarlyPass, openingOf } from "./early-times"
import { isDropped, SOURCE, TARGET } from "./edges"
import { durationOf, hasBegun, knownStart } from "./item-timing"
import type { NetworkItem } from "./network"
import { isGateNode } from "./precedence-graph"
import { TICKS_PER_DAY, type Ticks } from "./work-time"

/** After every moment: what nothing waits for. */
export const NO_END: Ticks = Number.POSITIVE_INFINITY

/** The result of one sweep backwards, by node of the graph. */
export type Sweep = {
  /** The latest moment of its start, or of its finish, by what waits for it; `NO_END` where nothing does. */
  readonly outStart: Float64Array
  readonly outFinish: Float64Array
  /** Where it lies at the latest. What is a fact (done work, a passed gate) lies where it lies. */
  readonly start: Float64Array
  readonly finish: Float64Array
  /** The latest moment that what comes before it may ask its start, or its finish, to wait for. */
  readonly startLimit: Float64Array
  readonly finishLimit: Float64Array
}

/**
 * The backward pass of the precedence diagram: each node in reverse topological order takes its late times from the
 * limits of what waits for it and from the latest finish that it may have of itself (`mayFinish`), then sets limits to
 * what comes before it. The inverse of `earlyTimes`, rule for rule; O(items + links).
 *
 * (J. E. Kelley and M. R. Walker, Critical-path planning and scheduling, 1959, for finish to start; J. J. Moder,
 * C. R. Phillips and E. W. Davis, Project management with CPM, PERT and precedence diagramming, 3rd ed. 1983, for the
 * other types.) A bar that has not begun is never split: a limit on its start limits its finish by its duration, and
 * the other way round.
 */
export const lateTimes = (pass: EarlyPass, mayFinish: Float64Array): Sweep => sweep(pass, mayFinish, () => false)

/**
 * The same sweep with all work and gates held at their early times: `outStart` and `outFinish` then say how late an end
 * may lie before anything else moves. Milestones of workstreams and dropped items only hand on.
 */
export const heldTimes = (pass: EarlyPass): Sweep =>
  sweep(pass, new Float64Array(pass.graph.size).fill(NO_END), (node) => isWork(pass, node))

/** The same with all held but what is asked to lie as late as possible: how late that may lie (`mayFinish` at most). */
export const latestHeld = (pass: EarlyPass, mayFinish: Float64Array, floats: (node: number) => boolean): Sweep =>
  sweep(pass, mayFinish, (node) => isWork(pass, node) && !floats(node))

function sweep(pass: EarlyPass, mayFinish: Float64Array, isHeld: (node: number) => boolean): Sweep {
  const { graph, order } = pass
  const unlimited = () => new Float64Array(graph.size).fill(NO_END)
  const late: Sweep = {
    outStart: unlimited(),
    outFinish: unlimited(),
    start: unlimited(),
    finish: unlimited(),
    startLimit: unlimited(),
    finishLimit: unlimited(),
  }
  for (let at = order.length - 1; at >= 0; at--) {
    const node = order[at] ?? 0
    for (let out = graph.head[node] ?? 0; out < (graph.head[node + 1] ?? 0); out++)
      takeLimit(pass, late, graph.edges[out] ?? 0)
    const asEarly = isHeld(node)
    const outStart = (asEarly ? pass.start[node] : late.outStart[node]) ?? NO_END
    const outFinish = (asEarly ? pass.finish[node] : late.outFinish[node]) ?? NO_END
    settle(pass, late, node, outStart, Math.min(outFinish, mayFinish[node] ?? NO_END))
  }
  return late
}

const isWork = (pass: EarlyPass, node: number): boolean =>
  node < pass.graph.items ? !isDropped(pass.network, node) : isGateNode(pass.graph, node)

function takeLimit(pass: EarlyPass, late: Sweep, edge: number): void {
  const from = pass.graph.source[edge] ?? 0
  const limits = pass.asks.source[edge] === SOURCE.finish ? late.outFinish : late.outStart
  const moment = limitOf(pass, late, edge)
  if (moment < (limits[from] ?? NO_END)) limits[from] = moment
}

/**
 * How late the moment that an edge counts from may lie. What counts from the start of a workstream limits the item with
 * which it begins; of several that begin together each, though the others would still hold the start.
 */
export function limitOf(pass: EarlyPass, late: Sweep, edge: number): Ticks {
  const { graph, asks } = pass
  const target = asks.target[edge]
  const [from, to] = [graph.source[edge] ?? 0, graph.target[edge] ?? 0]
  if (target === TARGET.none) return NO_END
  if (target === TARGET.first && pass.start[from] !== pass.start[to]) return NO_END
  const opens = isGateNode(graph, to) && openingOf(pass, edge) === boundOf(pass, edge)
  const limits = target === TARGET.finish && !opens ? late.finishLimit : late.startLimit
  return (limits[to] ?? NO_END) - (asks.lag[edge] ?? 0)
}

function settle(pass: EarlyPass, late: Sweep, node: number, outStart: Ticks, outFinish: Ticks): void {
  const { graph, network } = pass
  const item = network.items[node]
  if (item && item.status !== "dropped") settleItem(pass, late, node, item, outStart, outFinish)
  else if (isGateNode(graph, node)) settleGate(pass, late, node, Math.min(outStart, outFinish))
  else settleMoment(late, node, Math.min(outStart, outFinish))
}

function settleItem(pass: EarlyPass, late: Sweep, node: number, item: NetworkItem, outStart: Ticks, outFinish: Ticks) {
  const start = pass.start[node] ?? 0
  const finish = pass.finish[node] ?? 0
  if (item.status === "done") {
    place(late, node, start, finish)
    late.startLimit[node] = doneLimit(pass, item, outStart, outFinish)
  } else if (hasBegun(item)) {
    place(late, node, start, outFinish)
    late.finishLimit[node] = outFinish
    const resumed = outFinish - (finish - (pass.resumed[node] ?? start))
    late.startLimit[node] = Math.min(resumed, guessedStartLimit(pass, item, outStart))
  } else {
    const latest = Math.min(outFinish, outStart + (finish - start))
    place(late, node, latest - (finish - start), latest)
    late.startLimit[node] = latest - (finish - start)
    late.finishLimit[node] = latest
  }
}

/** Begun work without an actual start began when it could, at the latest today: only before today can that move. */
const guessedStartLimit = ({ moments }: EarlyPass, item: NetworkItem, outStart: Ticks): Ticks =>
  knownStart(item, moments.time) === null && outStart < moments.today ? outStart : NO_END

/** Done work with neither date lay where it could, finished by the end of today. */
function doneLimit({ moments }: EarlyPass, item: NetworkItem, outStart: Ticks, outFinish: Ticks): Ticks {
  if (item.actualFinish || knownStart(item, moments.time) !== null) return NO_END
  const finish = Math.min(outFinish, outStart + durationOf(item))
  return finish >= moments.endOfToday ? NO_END : finish - durationOf(item)
}

/** A gate that waits for a start lies at the end of that day: any moment of the day will do. */
function settleGate(pass: EarlyPass, late: Sweep, node: number, latest: Ticks): void {
  const { graph, network } = pass
  const early = pass.finish[node] ?? 0
  if (network.gates[node - graph.items - 2 * graph.workstreams]?.passedOn) {
    place(late, node, early, early)
    return
  }
  place(late, node, latest, latest)
  late.finishLimit[node] = latest
  late.startLimit[node] = Math.floor(latest / TICKS_PER_DAY) * TICKS_PER_DAY - 1
}

function settleMoment(late: Sweep, node: number, moment: Ticks): void {
  place(late, node, moment, moment)
  late.startLimit[node] = moment
  late.finishLimit[node] = moment
}

function place(late: Sweep, node: number, start: Ticks, finish: Ticks): void {
  late.start[node] = start
  late.finish[node] = finish
}
