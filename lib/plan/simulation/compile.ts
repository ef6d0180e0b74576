import { isMilestone } from "@/lib/plan/schedule/early-times"
import { isEmptied, TARGET } from "@/lib/plan/schedule/edges"
import { durationOf, finishFloor, hasBegun, knownStart, startFloor } from "@/lib/plan/schedule/item-timing"
import type { NetworkItem, NetworkWorkstream } from "@/lib/plan/schedule/network"
import { isBeginNode, isGateNode, startNode, workstreamAt } from "@/lib/plan/schedule/precedence-graph"
import { TICKS_PER_DAY } from "@/lib/plan/schedule/work-time"
import { always, Bound, type Bounds, boundsOf, isToBegin, type Moment, type Surroundings } from "./bounds"
import type { Delays } from "./dependence"
import { keysOf } from "./draws"
import type { DrawnDuration } from "./durations"
import { FIXED } from "./program"
import type { ProgramWriter } from "./program-writer"

/** What is known of a plan while its program is put down. Moments are ticks after the origin, which is today. */
export type Compilation = Surroundings & {
  readonly writer: ProgramWriter
  readonly origin: number
  readonly drawnOf: (work: Work) => DrawnDuration
  readonly delays: Delays
  /** By workstream: the slot of its shared draw; empty without correlation. */
  readonly shared: ReadonlyMap<number, number>
  /** For each item whether a link asks for its start. */
  readonly isStartAsked: Uint8Array
  /** For the start node of each workstream whether a link counts from the beginning of its work. */
  readonly isBeginAsked: Uint8Array
  /** By node, the record of each item, and of each workstream whose own estimate stands for items, that is drawn; or -1. */
  readonly recordOf: Int32Array
}

/** An item, or a workstream without items whose own estimate stands for them. */
export type Work =
  | { readonly kind: "item"; readonly item: NetworkItem }
  | { readonly kind: "workstream"; readonly workstream: NetworkWorkstream }

export function compileNode(compilation: Compilation, node: number): void {
  const { graph, network } = compilation.pass
  const bounds = boundsOf(compilation, node)
  const item = network.items[node]
  const inWorkstreams = node - graph.items
  if (item) compileItem(compilation, node, item, bounds)
  else if (isBeginNode(graph, node)) compileBegin(compilation, node)
  else if (isGateNode(graph, node)) compileGate(compilation, node, bounds)
  else if (inWorkstreams % 2 === 0) compileStart(compilation, node, bounds)
  else compileFinish(compilation, node, bounds)
  if (compilation.pass.carries?.[node]) compilation.ends.opens[node] = latest(compilation, bounds.opens)
}

function compileItem(compilation: Compilation, node: number, item: NetworkItem, bounds: Bounds): void {
  const { ends } = compilation
  if (item.status === "dropped") {
    const moment = latest(compilation, merged(bounds))
    ends.start[node] = moment
    ends.finish[node] = moment
  } else if (item.status === "done") compileDone(compilation, node, item, bounds)
  else compileWork(compilation, node, item, bounds)
}

/** What is done is fixed, unless neither end was reported: then it lay where links allowed, finished by today. */
function compileDone(compilation: Compilation, node: number, item: NetworkItem, { start }: Bounds): void {
  const { pass, origin, ends } = compilation
  const known = item.actualFinish !== null || knownStart(item, pass.moments.time) !== null
  if (known) {
    ends.start[node] = always((pass.start[node] ?? 0) - origin)
    ends.finish[node] = always((pass.finish[node] ?? 0) - origin)
    return
  }
  const duration = durationOf(item)
  const bound = new Bound(earliestOf(compilation, item) + duration)
  shift(bound, start, duration)
  const finish = latest(compilation, bound, pass.moments.endOfToday - origin)
  ends.finish[node] = finish
  ends.start[node] = { ...finish, ticks: finish.ticks - duration }
}

function compileWork(compilation: Compilation, node: number, item: NetworkItem, bounds: Bounds): void {
  const { pass, ends, origin, recordOf } = compilation
  const { graph } = pass
  const today = pass.moments.today - origin
  const began = knownStart(item, pass.moments.time)
  if (began !== null) ends.start[node] = always(began - origin)
  else if (hasBegun(item) && compilation.isStartAsked[node]) {
    const bound = new Bound(earliestOf(compilation, item))
    shift(bound, bounds.start, 0)
    ends.start[node] = latest(compilation, bound, today)
  }
  bounds.finish.raise(hasBegun(item) ? -Infinity : finishFloor(item, pass.moments.time) - origin)
  if (isMilestone(item)) bounds.opens.raise(Math.max(today, earliestOf(compilation, item)))
  bounds.start.raise(
    hasBegun(item)
      ? Math.max(today, began === null ? today : began - origin)
      : Math.max(today, earliestOf(compilation, item)),
  )
  const keepsStart = isToBegin(pass, node) && compilation.isStartAsked[node] === 1
  const before = compilation.writer.next
  const span = draw(compilation, { kind: "item", item }, graph.workstreamOf[node], bounds, keepsStart)
  if (compilation.writer.next > before) recordOf[node] = before
  ends.finish[node] = span.finish
  if (keepsStart) ends.start[node] = span.start
}

function compileStart(compilation: Compilation, node: number, { start }: Bounds): void {
  const { pass, ends, origin } = compilation
  const state = pass.states[(node - pass.graph.items) >> 1]
  const handedOn = latest(compilation, start)
  ends.handedOn[node] = handedOn
  const { programmeStart, today } = pass.moments
  const floor = state?.begun || isEmptied(state) ? programmeStart : Math.max(programmeStart, today)
  const isAsked = state?.live === 0 || compilation.isBeginAsked[node]
  if (isAsked) ends.start[node] = latest(compilation, waiting(handedOn, floor - origin))
}

/** The first of all that a workstream may begin with; where its own estimate stands for items, where that begins. */
function compileBegin(compilation: Compilation, node: number): void {
  const { pass, incoming, ends, writer } = compilation
  const { graph, asks } = pass
  if (!compilation.isBeginAsked[startNode(graph, workstreamAt(graph, node))]) return
  const firsts: Moment[] = []
  for (let at = incoming.head[node] ?? 0; at < (incoming.head[node + 1] ?? 0); at++) {
    const edge = incoming.edges[at] ?? 0
    const moment = ends.start[graph.source[edge] ?? 0]
    if (asks.target[edge] === TARGET.first && moment) firsts.push(moment)
  }
  const known = Math.min(Infinity, ...firsts.flatMap(({ slot, ticks }) => (slot === null ? [ticks] : [])))
  const open = firsts.flatMap(({ slot, ticks }) => (slot === null ? [] : [{ slot, lag: ticks }]))
  const most = Math.min(Infinity, ...firsts.map((each) => each.most))
  const [edge] = open
  if (!edge || known <= pass.moments.today - compilation.origin) ends.start[node] = always(known)
  else if (open.length === 1 && known === Infinity) ends.start[node] = { slot: edge.slot, ticks: edge.lag, most }
  else ends.start[node] = { slot: writer.first(known, open), ticks: 0, most }
}

/** Without items the workstream's own estimate stands for them. */
function compileFinish(compilation: Compilation, node: number, bounds: Bounds): void {
  const { pass, ends } = compilation
  const position = (node - pass.graph.items) >> 1
  const workstream = pass.network.workstreams[position]
  const state = pass.states[position]
  if (isEmptied(state)) bounds.finish.wait(ends.start[startNode(pass.graph, position)], 0)
  if (workstream && state?.bare) {
    const own = { start: new Bound(), finish: new Bound() }
    own.start.wait(ends.start[startNode(pass.graph, position)], 0)
    const before = compilation.writer.next
    const span = draw(compilation, { kind: "workstream", workstream }, position, own)
    if (compilation.writer.next > before) compilation.recordOf[node] = before
    bounds.finish.wait(span.finish, 0)
  }
  ends.finish[node] = latest(compilation, bounds.finish)
  ends.start[node] = ends.finish[node]
}

function compileGate({ pass, ends, origin, writer }: Compilation, node: number, { start, finish }: Bounds): void {
  const passedOn = pass.network.gates[node - pass.graph.items - 2 * pass.graph.workstreams]?.passedOn
  if (passedOn) {
    const at = pass.moments.time.end(passedOn) - origin
    writer.gate(at, [], [])
    ends.start[node] = always(at)
  } else {
    finish.raise(pass.moments.programmeStart - origin)
    finish.raise(pass.moments.today - origin + TICKS_PER_DAY)
    finish.raise((Math.floor(start.base / TICKS_PER_DAY) + 1) * TICKS_PER_DAY)
    const most = Math.max(finish.most, start.most + TICKS_PER_DAY)
    ends.start[node] = { slot: writer.gate(finish.base, start.edges, finish.edges), ticks: 0, most }
  }
  ends.finish[node] = ends.start[node]
}

/** Puts down work that is drawn, or just says when it lies where no trial can move it. */
function draw(
  { writer, drawnOf, delays, shared: draws }: Compilation,
  work: Work,
  workstream: number | undefined,
  { start, finish }: Pick<Bounds, "start" | "finish">,
  keepsStart = false,
): { readonly start: Moment; readonly finish: Moment } {
  const { drawn, most } = drawnOf(work)
  const name = work.kind === "item" ? `item ${work.item.id}` : `workstream ${work.workstream.id}`
  const delay = delays.get(name)
  if (drawn.spread === FIXED && !delay && start.edges.length === 0 && finish.edges.length === 0) {
    const begins = Math.max(start.base, finish.base - most)
    return { start: always(begins), finish: always(begins + most) }
  }
  const shared = drawn.spread === FIXED ? undefined : draws.get(workstream ?? -1)
  const slot = writer.work({
    keys: keysOf(name),
    drawn,
    keepsStart,
    delay: delay?.slot ?? null,
    shared: shared ?? null,
    base: start.base,
    finishBase: finish.base,
    edges: start.edges,
    finishEdges: finish.edges,
  })
  const latestFinish = Math.max(start.most + most + (delay?.most ?? 0), finish.most)
  return {
    start: { slot: slot + 1, ticks: 0, most: latestFinish },
    finish: { slot, ticks: 0, most: latestFinish },
  }
}

/** The latest of all that bounds; put down only where a trial can move it. */
function latest({ writer }: Compilation, bound: Bound, cap = Infinity): Moment {
  const [edge, ...more] = bound.edges
  if (!edge) return always(Math.min(bound.base, cap))
  const most = Math.min(bound.most, cap)
  if (more.length === 0 && bound.base === -Infinity && cap === Infinity)
    return { slot: edge.slot, ticks: edge.lag, most }
  return { slot: writer.moment(bound.base, bound.edges, cap), ticks: 0, most }
}

const earliestOf = ({ pass, origin }: Compilation, item: NetworkItem): number => startFloor(item, pass.moments) - origin

function merged({ start, finish }: Bounds): Bound {
  const both = new Bound()
  shift(both, start, 0)
  shift(both, finish, 0)
  return both
}

/** Adds what bounds one moment to what bounds another, so many ticks later. */
function shift(bound: Bound, by: Bound, later: number): void {
  bound.raise(by.base + later)
  for (const { slot, lag } of by.edges) bound.edges.push({ slot, lag: lag + later })
  bound.most = Math.max(bound.most, by.most + later)
}

function waiting(moment: Moment, base: number): Bound {
  const bound = new Bound(base)
  bound.wait(moment, 0)
  return bound
}
