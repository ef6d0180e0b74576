import type { Day } from "@/lib/base/kernel/day"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { asLateAsPossible } from "./as-late-as-possible"
import { type EarlyPass, earlyTimes, isMilestone } from "./early-times"
import { isEmptied } from "./edges"
import { gatesWithoutWork } from "./gate-work"
import type { Moments } from "./item-timing"
import type { Network, NetworkItem, NodeRef, PlannedDates, Schedule, ScheduleOptions, ScheduleRefusal } from "./network"
import { openNetwork } from "./network-graph"
import { finishNode, gateNode, refOf, startNode } from "./precedence-graph"
import { workTime } from "./work-time"

/**
 * Plans all work as early as links, constraints, actual dates and today allow. O(items + links); the order in which
 * things are listed does not matter.
 *
 * Durations are exact to 1/480 of a working day and carry on within a day: work of d days that begins with a working
 * day ends on the ceil(d)th, and what follows it (FS, no lag) begins the next working day, or the same day when half
 * of it is left. Work of no length lies on the day on which what it waits for ends, else where it could begin. Ids need to be unique within their kind.
 *
 * How one item is timed: `timeItem`. How workstreams, gates and dropped items are: `earlyTimes`.
 */
export function schedule(network: Network, options: ScheduleOptions): Result<Schedule, ScheduleRefusal> {
  const pass = forwardPass(network, options)
  return pass.ok ? ok(datesOf(pass.value, options.finishGateId)) : pass
}

/** The early times behind `schedule`, as moments of working time. */
export function forwardPass(network: Network, options: ScheduleOptions): Result<EarlyPass, ScheduleRefusal> {
  const opened = openNetwork(network)
  if (!opened.ok) return opened
  const { graph, order, leftOut } = opened.value
  const early = earlyTimes(opened.value.network, graph, order, momentsOf(options))
  const pass = { ...asLateAsPossible(early), leftOut }
  const outside = firstOutside(pass)
  return outside ? refuse({ code: "beyond-calendar", node: outside }) : ok(pass)
}

function momentsOf({ calendar, programmeStart, statusDate }: ScheduleOptions): Moments {
  const time = workTime(calendar)
  return {
    time,
    programmeStart: time.beginning(programmeStart),
    today: time.beginning(statusDate),
    endOfToday: time.end(statusDate),
  }
}

function firstOutside({ network, start, finish, moments }: EarlyPass): NodeRef | null {
  const { time } = moments
  for (let node = 0; node < finish.length; node++) {
    const end = finish[node] ?? 0
    if (Number.isFinite(end) && !(time.covers(start[node] ?? end) && time.covers(end))) return refOf(network, node)
  }
  return null
}

/** The days on which everything lies by its early times. */
export function datesOf(pass: EarlyPass, finishGateId: string | undefined): Schedule {
  const { network, graph } = pass
  const items = new Map<string, PlannedDates>()
  const workstreams = new Map<string, PlannedDates>()
  const phases = new Map<string, PlannedDates>()
  for (const [node, item] of network.items.entries()) {
    const workstream = network.workstreams[graph.workstreamOf[node] ?? -1]
    if (item.status === "dropped" || !workstream) continue
    const dates = itemDates(pass, node, item)
    items.set(item.id, dates)
    widen(workstreams, workstream.id, dates)
    widen(phases, item.phaseId ?? workstream.phaseId, dates)
  }
  for (const [position, { id, phaseId }] of network.workstreams.entries()) {
    const hasItems = workstreams.has(id)
    if (isEmptied(pass.states[position])) continue
    widen(workstreams, id, workstreamDates(pass, position, workstreams.get(id)))
    const dates = workstreams.get(id)
    if (!hasItems && dates) widen(phases, phaseId, dates)
  }
  const gates = new Map(network.gates.map(({ id }, position) => [id, gateDay(pass, position)]))
  const asked = finishGateId === undefined ? undefined : gates.get(finishGateId)
  const notWaitedFor = (pass.leftOut ?? []).map(({ from, to }) => ({ gateId: to.id, node: from }))
  return {
    ...{ items, workstreams, phases, gates, gatesWithoutWork: gatesWithoutWork(pass), notWaitedFor },
    finish: asked ?? latest(workstreams, gates),
  }
}

/** Reported dates are shown as reported, even on a day on which nobody works. */
function itemDates(pass: EarlyPass, node: number, item: NetworkItem): PlannedDates {
  const { time } = pass.moments
  if (isMilestone(item)) {
    const moment = pass.finish[node] ?? 0
    const day = pass.opens[node] === moment ? time.dayBeginning(moment) : time.dayEnding(moment)
    const start = item.status !== "not_started" && item.actualStart
    return { start: start ? earlier(start, day) : day, finish: day }
  }
  const resumed = time.dayBeginning(pass.resumed[node] ?? 0)
  const computed = later(time.dayEnding(pass.finish[node] ?? 0), resumed)
  const begun = item.status !== "not_started" && item.actualStart
  const start = begun ? item.actualStart : time.dayBeginning(pass.start[node] ?? 0)
  const finish = item.status === "done" ? (item.actualFinish ?? later(computed, start)) : later(computed, start)
  return { start: earlier(start, finish), finish }
}

/** From the first day of its items to the day of its finish milestone, which what follows it counts from. */
function workstreamDates(
  { graph, moments, start: starts, finish: ends }: EarlyPass,
  position: number,
  items?: PlannedDates,
): PlannedDates {
  const { time } = moments
  const finish = time.dayEnding(ends[finishNode(graph, position)] ?? 0)
  const start = items?.start ?? time.dayBeginning(starts[startNode(graph, position)] ?? 0)
  return { start, finish: later(finish, start) }
}

function gateDay({ network, graph, moments, finish }: EarlyPass, position: number): Day {
  const passedOn = network.gates[position]?.passedOn
  const computed = moments.time.dayEnding(finish[gateNode(graph, position)] ?? 0)
  return passedOn ?? later(computed, moments.time.dayBeginning(moments.programmeStart))
}

function widen(groups: Map<string, PlannedDates>, id: string, dates: PlannedDates): void {
  const known = groups.get(id)
  groups.set(
    id,
    known ? { start: earlier(known.start, dates.start), finish: later(known.finish, dates.finish) } : dates,
  )
}

function latest(work: ReadonlyMap<string, PlannedDates>, gates: ReadonlyMap<string, Day>): Day | null {
  let last: Day | null = null
  for (const { finish } of work.values()) last = last ? later(last, finish) : finish
  for (const gate of gates.values()) last = last ? later(last, gate) : gate
  return last
}

const earlier = (one: Day, other: Day): Day => (one <= other ? one : other)
const later = (one: Day, other: Day): Day => (one >= other ? one : other)
