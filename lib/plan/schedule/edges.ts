import { durationOf, hasBegun, knownStart } from "./item-timing"
import type { LinkType, Network, NetworkLink } from "./network"
import { isBeginNode, isGateNode, type PrecedenceGraph, workstreamAt } from "./precedence-graph"
import { type Ticks, ticks, type WorkTime } from "./work-time"

export type WorkstreamState = {
  /** How many of its items are not dropped. */
  live: number
  /** Whether it has no items at all, so that its own estimate stands for them. */
  bare: boolean
  begun: boolean
  allDone: boolean
  /** The earliest known start of its items; infinite when none is known. */
  knownStart: Ticks
}

/** The moment of its source that an edge counts from: `held` is what holds the items of a workstream back. */
export const SOURCE = { start: 0, finish: 1, held: 2 } as const
/** The moment of its target that an edge bounds; `first`: the target lies with the first of all that say so. */
export const TARGET = { none: 0, start: 1, finish: 2, first: 3 } as const

/** What each edge of a graph asks, in its order: that the target lies the lag or more after the source. */
export type Edges = {
  readonly source: Uint8Array
  readonly target: Uint8Array
  readonly lag: Float64Array
}

/** What stands in the way of a workstream's items as a whole, by its position in the list. */
export function workstreamStates(network: Network, graph: PrecedenceGraph, time: WorkTime): readonly WorkstreamState[] {
  const states = network.workstreams.map(() => ({
    live: 0,
    bare: true,
    begun: false,
    allDone: true,
    knownStart: Infinity,
  }))
  for (const [position, item] of network.items.entries()) {
    const state = states[graph.workstreamOf[position] ?? 0]
    if (!state) continue
    state.bare = false
    if (item.status === "dropped") continue
    state.live++
    state.begun ||= hasBegun(item)
    state.allDone &&= item.status === "done"
    state.knownStart = Math.min(state.knownStart, knownStart(item, time) ?? Infinity)
  }
  return states
}

/**
 * Links as they are; a workstream holds its items between its two ends, but not dropped ones. Without items the
 * workstream's own estimate stands for them, as early as possible, like a single item; where all were dropped, nothing
 * does. O(items + links).
 */
export function edgesOf(network: Network, graph: PrecedenceGraph, states: readonly WorkstreamState[]): Edges {
  const count = graph.source.length
  const edges: Edges = {
    source: new Uint8Array(count),
    target: new Uint8Array(count),
    lag: new Float64Array(count),
  }
  const hasFirst = new Uint8Array(graph.workstreams)
  for (let edge = 0; edge < count; edge++) {
    const to = graph.target[edge] ?? 0
    if (isBeginNode(graph, to) && (graph.source[edge] ?? 0) < graph.items) hasFirst[workstreamAt(graph, to)] = 1
  }
  for (let edge = 0; edge < count; edge++) {
    const from = graph.source[edge] ?? 0
    const to = graph.target[edge] ?? 0
    const link = network.links[graph.linkOf[edge] ?? -1]
    if (link) {
      edges.source[edge] = link.type[0] === "F" ? SOURCE.finish : SOURCE.start
      edges.target[edge] = isOverridden(network, to, link.type)
        ? TARGET.none
        : linkTarget(link, to - graph.items, graph, states)
      edges.lag[edge] = lagOf(link, network, graph, from)
    } else if (isBeginNode(graph, to)) {
      edges.source[edge] = SOURCE.start
      edges.target[edge] = from < graph.items || !hasFirst[workstreamAt(graph, to)] ? TARGET.first : TARGET.none
    } else if (to < graph.items) {
      edges.source[edge] = SOURCE.held
      edges.target[edge] = isDropped(network, to) || isOverridden(network, to) ? TARGET.none : TARGET.start
    } else if (from < graph.items) {
      edges.source[edge] = SOURCE.finish
      edges.target[edge] = isDropped(network, from) ? TARGET.none : TARGET.finish
    } else {
      const workstream = network.workstreams[(from - graph.items) >> 1]
      const state = states[(from - graph.items) >> 1]
      edges.target[edge] = state?.live === 0 ? TARGET.finish : TARGET.none
      edges.lag[edge] = workstream && state?.bare ? durationOf(workstream) : 0
    }
  }
  return edges
}

/** In ticks; that of calendar days is found where its source lies (`earlyTimes`). */
function lagOf({ lag, lagUnit }: NetworkLink, network: Network, graph: PrecedenceGraph, from: number): Ticks {
  if (lagUnit === "hours") return ticks(lag / 8)
  if (lagUnit === "elapsed_days") return 0
  if (lagUnit !== "percent") return ticks(lag)
  const source = network.items[from] ?? network.workstreams[workstreamAt(graph, from)]
  return source ? Math.round((durationOf(source) * lag) / 100) : 0
}

/**
 * For a gate it matters which end it waits for, not which of its own equal ends is bound. A workstream whose items are
 * all done holds its actual dates, as each of them does.
 */
function linkTarget(
  { type }: NetworkLink,
  position: number,
  graph: PrecedenceGraph,
  states: readonly WorkstreamState[],
): number {
  if (isGateNode(graph, position + graph.items)) return type[0] === "F" ? TARGET.finish : TARGET.start
  if (type[1] === "S") return TARGET.start
  const state = position < 0 ? undefined : states[position >> 1]
  return isFinished(state) ? TARGET.none : TARGET.finish
}

/** Does progress override free a node from what its start waits for? */
export function isOverridden(network: Network, node: number, type: LinkType = "FS"): boolean {
  const item = network.items[node]
  return network.progressOverride === true && item !== undefined && type[1] === "S" && hasBegun(item)
}

/** Are all items of a workstream done? */
export const isFinished = (state: WorkstreamState | undefined): boolean =>
  state !== undefined && state.live > 0 && state.allDone

/** Were all items of a workstream dropped? Then it takes no time. */
export const isEmptied = (state: WorkstreamState | undefined): boolean =>
  state !== undefined && state.live === 0 && !state.bare

export const isDropped = (network: Network, node: number): boolean => network.items[node]?.status === "dropped"
