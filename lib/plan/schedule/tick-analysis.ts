import { ok, type Result } from "@/lib/base/kernel/result"
import { isTight } from "./driving-links"
import { boundOf } from "./early-times"
import { hasBegun } from "./item-timing"
import { limitOf, NO_END } from "./late-times"
import type { Network, NetworkGate, NetworkItem, ScheduleOptions, ScheduleRefusal } from "./network"
import { bothPasses, type Passes } from "./passes"
import { finishNode, gateNode, startNode } from "./precedence-graph"
import type { Ticks } from "./work-time"

/** Early and late times of something, in ticks of 1/480 working day from the beginning of the programme's first day. */
export type TickTimes = {
  readonly earlyStart: Ticks
  readonly earlyFinish: Ticks
  readonly lateStart: Ticks
  readonly lateFinish: Ticks
  readonly totalSlack: Ticks
  readonly freeSlack: Ticks
  readonly critical: boolean
}

export type TickAnalysis = {
  /** All items but dropped ones. */
  readonly itemTicks: ReadonlyMap<string, TickTimes>
  readonly workstreamTicks: ReadonlyMap<string, TickTimes>
  /** A gate is one moment: its start is its finish. */
  readonly gateTicks: ReadonlyMap<string, TickTimes>
  readonly criticalLinks: ReadonlySet<string>
}

/** All that `analyse` says, in working time, without the days of a calendar. */
export function analyseTicks(network: Network, options: ScheduleOptions): Result<TickAnalysis, ScheduleRefusal> {
  const passes = bothPasses(network, options)
  return passes.ok ? ok(ticksOf(passes.value)) : passes
}

/** The same from passes that were made already. */
export function ticksOf(passes: Passes): TickAnalysis {
  const { network, graph } = passes.early
  const itemTicks = new Map<string, TickTimes>()
  const parts = network.workstreams.map(() => ({ start: NO_END, slack: NO_END, undated: NO_END, critical: false }))
  for (const [node, item] of network.items.entries()) {
    const part = parts[graph.workstreamOf[node] ?? 0]
    if (item.status === "dropped" || !part) continue
    const times = itemTimes(passes, node, item)
    itemTicks.set(item.id, times)
    part.start = Math.min(part.start, times.earlyStart)
    part.critical ||= times.critical
    if (item.status === "done") continue
    part.slack = Math.min(part.slack, times.totalSlack)
    part.undated = Math.min(part.undated, at(passes.undated.finish, node) - at(passes.early.finish, node))
  }
  const workstreamTicks = new Map<string, TickTimes>()
  for (const [position, part] of parts.entries())
    workstreamTicks.set(network.workstreams[position]?.id ?? "", workstreamTimes(passes, position, part))
  const gateTicks = new Map(network.gates.map((gate, position) => [gate.id, gateTimes(passes, gate, position)]))
  return { itemTicks, workstreamTicks, gateTicks, criticalLinks: criticalLinks(passes) }
}

function itemTimes(passes: Passes, node: number, item: NetworkItem): TickTimes {
  const { early, late, forced, held, undated } = passes
  const from = early.moments.programmeStart
  const [start, finish] = [at(early.start, node), at(early.finish, node)]
  if (item.status === "done") return factTimes(start - from, finish - from)
  const byFinish = at(held.outFinish, node) - finish
  const byStart = hasBegun(item) ? NO_END : at(held.outStart, node) - start
  const totalSlack = at(late.finish, node) - finish
  return {
    earlyStart: start - from,
    earlyFinish: finish - from,
    lateStart: at(late.start, node) - from,
    lateFinish: at(late.finish, node) - from,
    totalSlack,
    freeSlack: Math.min(byFinish, byStart, Math.max(0, at(undated.finish, node) - finish)),
    critical: at(forced.finish, node) <= finish,
  }
}

type Part = { readonly start: Ticks; readonly slack: Ticks; readonly undated: Ticks; readonly critical: boolean }

/** A workstream may lie later as a whole by the least slack of its unfinished items and of its own two ends. */
function workstreamTimes(passes: Passes, position: number, part: Part): TickTimes {
  const { early, late, forced, held, undated } = passes
  const from = early.moments.programmeStart
  const [first, last] = [startNode(early.graph, position), finishNode(early.graph, position)]
  const state = early.states[position]
  const [origin, finish] = [at(early.start, first), at(early.finish, last)]
  const start = part.start < NO_END ? part.start : origin - from
  if (state && state.live > 0 && state.allDone) return factTimes(start, finish - from)
  const byStart = (moments: Float64Array) => (state?.begun ? NO_END : at(moments, first) - origin)
  const slackBy = (sweep: Passes["late"], least: Ticks) =>
    Math.min(least, at(sweep.finish, last) - finish, byStart(sweep.start))
  const slack = slackBy(late, part.slack)
  return {
    earlyStart: start,
    earlyFinish: finish - from,
    lateStart: state?.begun ? start : start + slack,
    lateFinish: finish - from + slack,
    totalSlack: slack,
    freeSlack: Math.min(at(held.outFinish, last) - finish, Math.max(0, slackBy(undated, part.undated))),
    critical: part.critical || Math.min(at(forced.finish, last) - finish, byStart(forced.start)) <= 0,
  }
}

function gateTimes(passes: Passes, gate: NetworkGate, position: number): TickTimes {
  const { early, late, forced, held, undated } = passes
  const node = gateNode(early.graph, position)
  const moment = at(early.finish, node)
  const own = moment - early.moments.programmeStart
  if (gate.passedOn) return factTimes(own, own)
  const totalSlack = at(late.finish, node) - moment
  return {
    earlyStart: own,
    earlyFinish: own,
    lateStart: own + totalSlack,
    lateFinish: own + totalSlack,
    totalSlack,
    freeSlack: Math.min(
      ...[at(held.outStart, node) - moment, at(held.outFinish, node) - moment],
      Math.max(0, at(undated.finish, node) - moment),
    ),
    critical: at(forced.finish, node) <= moment,
  }
}

/** What has happened lies where it lies: it has no slack and is never critical. */
const factTimes = (start: Ticks, finish: Ticks): TickTimes => ({
  earlyStart: start,
  earlyFinish: finish,
  lateStart: start,
  lateFinish: finish,
  totalSlack: 0,
  freeSlack: 0,
  critical: false,
})

/** The links that a critical piece of work is held by, and that could not be held longer without moving the finish. */
function criticalLinks({ early, forced }: Passes): ReadonlySet<string> {
  const { graph, network, asks } = early
  const critical = new Set<string>()
  for (let edge = 0; edge < graph.linkOf.length; edge++) {
    const link = network.links[graph.linkOf[edge] ?? -1]
    if (!link || link.ofPhase || !isTight(early, edge)) continue
    const moment = boundOf(early, edge) - at(asks.lag, edge)
    if (limitOf(early, forced, edge) <= moment) critical.add(link.id)
  }
  return critical
}

const at = (moments: Float64Array, node: number): Ticks => moments[node] ?? 0
