import { type EarlyPass, isDropped, isFinished } from "@/lib/plan/schedule/early-times"
import { isOverridden, SOURCE, TARGET } from "@/lib/plan/schedule/edges"
import { hasBegun } from "@/lib/plan/schedule/item-timing"
import type { NetworkLink } from "@/lib/plan/schedule/network"
import { isGateNode } from "@/lib/plan/schedule/precedence-graph"
import { ANY_TIME } from "@/lib/plan/schedule/work-time"
import type { Incoming } from "./incoming"
import type { Edge } from "./program-writer"
import type { Spare } from "./redundant-edges"

/** A moment that is the same in all trials, or lies so many ticks after what a slot holds. Relative to the origin. */
export type Moment = { readonly slot: number | null; readonly ticks: number; readonly most: number }

export const always = (at: number): Moment => ({ slot: null, ticks: at, most: at })

/** What other nodes ask of a node, each by its own end. */
export type Ends = {
  readonly start: (Moment | undefined)[]
  readonly finish: (Moment | undefined)[]
  /** What a workstream hands on to its items, at its start node. */
  readonly handedOn: (Moment | undefined)[]
  /** The latest beginning that puts a milestone where it lies (`EarlyPass.opens`). */
  readonly opens: (Moment | undefined)[]
}

/** What one end of a node waits for: a base, whatever the trial, and edges. `most` bounds all of it. */
export class Bound {
  base: number = ANY_TIME
  most: number = ANY_TIME
  readonly edges: Edge[] = []

  constructor(base: number = ANY_TIME) {
    this.raise(base)
  }

  raise(at: number): void {
    if (at > this.base) this.base = at
    if (at > this.most) this.most = at
  }

  wait(moment: Moment | undefined, lag: number): void {
    if (!moment) return
    if (moment.slot === null) this.raise(moment.ticks + lag)
    else this.edges.push({ slot: moment.slot, lag: moment.ticks + lag })
    if (moment.most + lag > this.most) this.most = moment.most + lag
  }
}

export type Bounds = { readonly start: Bound; readonly finish: Bound; readonly opens: Bound }

export type Surroundings = {
  readonly pass: EarlyPass
  readonly incoming: Incoming
  readonly spare: Spare
  readonly ends: Ends
}

/** What a node waits for, as the forward pass of the plan has it (`earlyTimes`). */
export function boundsOf(around: Surroundings, node: number): Bounds {
  const { head, edges } = around.incoming
  const { graph, network } = around.pass
  const bounds = { start: new Bound(), finish: new Bound(), opens: new Bound() }
  for (let at = head[node] ?? 0; at < (head[node + 1] ?? 0); at++) {
    const edge = edges[at] ?? 0
    const link = network.links[graph.linkOf[edge] ?? -1]
    if (link) addLink(around, link, edge, bounds)
    else addMembership(around, edge, bounds)
    if (around.pass.carries) addOpening(around, edge, bounds)
  }
  return bounds
}

function addMembership({ pass, spare, ends }: Surroundings, edge: number, bounds: Bounds): void {
  const { graph, network } = pass
  const from = graph.source[edge] ?? 0
  const to = graph.target[edge] ?? 0
  if (to < graph.items) {
    if (!isDropped(network, to) && !spare.isLed[to] && !isOverridden(network, to))
      bounds.start.wait(ends.handedOn[from], 0)
  } else if (from < graph.items && !isDropped(network, from) && !spare.isCovered[from])
    bounds.finish.wait(ends.finish[from], 0)
}

function addLink({ pass, ends }: Surroundings, link: NetworkLink, edge: number, bounds: Bounds): void {
  const { graph, network } = pass
  const from = graph.source[edge] ?? 0
  const to = graph.target[edge] ?? 0
  if (isOverridden(network, to, link.type)) return
  const inWorkstreams = to - graph.items
  const boundsFinish = link.type[1] === "F"
  if (inWorkstreams >= 0 && boundsFinish && !isGateNode(graph, to) && isFinished(pass.states[inWorkstreams >> 1]))
    return
  const fromFinish = link.type[0] === "F"
  const onFinish = isGateNode(graph, to) ? fromFinish : boundsFinish
  bounds[onFinish ? "finish" : "start"].wait((fromFinish ? ends.finish : ends.start)[from], pass.asks.lag[edge] ?? 0)
}

/** As `openingOf` of the plan has it; a gate takes it as the start of something. */
function addOpening({ pass, ends }: Surroundings, edge: number, bounds: Bounds): void {
  const { graph, asks, carries } = pass
  const [from, to] = [graph.source[edge] ?? 0, graph.target[edge] ?? 0]
  const isGate = isGateNode(graph, to)
  if (asks.target[edge] === TARGET.none || !(isGate ? carries?.[from] : carries?.[to])) return
  if ((graph.linkOf[edge] ?? -1) < 0 && from >= graph.items && to >= graph.items) return
  const source = asks.source[edge]
  const isEnd = source === SOURCE.finish || isGateNode(graph, from)
  const begun = isEnd ? undefined : source === SOURCE.held ? ends.handedOn[from] : ends.start[from]
  bounds[isGate ? "start" : "opens"].wait(carries?.[from] ? ends.opens[from] : begun, asks.lag[edge] ?? 0)
}

/** Whether an item's start is still open, so that a trial may move it. */
export const isToBegin = ({ network }: EarlyPass, node: number): boolean => {
  const item = network.items[node]
  return item !== undefined && item.status !== "dropped" && !hasBegun(item)
}
