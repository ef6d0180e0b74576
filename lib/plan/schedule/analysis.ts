import type { Day } from "@/lib/base/kernel/day"
import { ok, type Result } from "@/lib/base/kernel/result"
import { datesOf } from "./forward-pass"
import type { Network, Schedule, ScheduleOptions, ScheduleRefusal } from "./network"
import { bothPasses } from "./passes"
import { type TickTimes, ticksOf } from "./tick-analysis"
import { TICKS_PER_DAY, type Ticks, type WorkTime } from "./work-time"

/**
 * Early and late dates of one piece of work. Slack in working days, fractional, negative when a deadline cannot be kept.
 * What is done has no slack and is never critical.
 */
export type Slack = {
  readonly earlyStart: Day
  readonly earlyFinish: Day
  readonly lateStart: Day
  readonly lateFinish: Day
  /** How much later it may lie without moving the finish of the plan or breaking a deadline. */
  readonly totalSlack: number
  /** How much later it may lie without moving any other work or gate. */
  readonly freeSlack: number
  /** Without slack for the finish or for a deadline. */
  readonly critical: boolean
}

export type GateSlack = {
  readonly early: Day
  readonly late: Day
  readonly totalSlack: number
  readonly freeSlack: number
  readonly critical: boolean
}

export type Analysis = Schedule & {
  /** All items but dropped ones. */
  readonly itemSlack: ReadonlyMap<string, Slack>
  readonly workstreamSlack: ReadonlyMap<string, Slack>
  readonly gateSlack: ReadonlyMap<string, GateSlack>
  /** The ids of the links that hold a critical piece of work where it is. */
  readonly criticalLinks: ReadonlySet<string>
}

/**
 * Plans all work as early as possible (`schedule`) and says how much later each piece could lie: the critical path
 * method in both directions over all four link types. O(items + links). Definitions: decision 0011.
 */
export function analyse(network: Network, options: ScheduleOptions): Result<Analysis, ScheduleRefusal> {
  const passes = bothPasses(network, options)
  if (!passes.ok) return passes
  const { early } = passes.value
  const plan = datesOf(early, options.finishGateId)
  const { itemTicks, workstreamTicks, gateTicks, criticalLinks } = ticksOf(passes.value)
  const days = lateDays(early.moments.time, early.moments.programmeStart)
  const gateSlack = new Map<string, GateSlack>()
  for (const [id, day] of plan.gates) {
    const times = gateTicks.get(id)
    if (times) gateSlack.set(id, gateSlackOf(day, times, days))
  }
  return ok({
    ...plan,
    itemSlack: slackOf(plan.items, itemTicks, days),
    workstreamSlack: slackOf(plan.workstreams, workstreamTicks, days),
    gateSlack,
    criticalLinks,
  })
}

type LateDays = { readonly start: (moment: Ticks) => Day; readonly finish: (moment: Ticks) => Day }

/** Moments since the programme's start as days; what deadlines force before 1900 is shown on its first days. */
const lateDays = (time: WorkTime, programmeStart: Ticks): LateDays => ({
  start: (moment) => time.dayBeginning(time.nearest(programmeStart + moment)),
  finish: (moment) => time.dayEnding(time.nearest(programmeStart + moment)),
})

function slackOf(
  dates: Schedule["items"],
  ticks: ReadonlyMap<string, TickTimes>,
  days: LateDays,
): ReadonlyMap<string, Slack> {
  const slack = new Map<string, Slack>()
  for (const [id, { start, finish }] of dates) {
    const times = ticks.get(id)
    if (!times) continue
    const { earlyStart, earlyFinish, lateStart, lateFinish, totalSlack, freeSlack, critical } = times
    // A milestone that lies on the day on which something ends does so late as well.
    const isAnEnd = lateStart === lateFinish && finish === days.finish(earlyFinish)
    const latestFinish = lateFinish === earlyFinish ? finish : days.finish(lateFinish)
    const latestStart = lateStart === earlyStart ? start : isAnEnd ? latestFinish : days.start(lateStart)
    slack.set(id, {
      earlyStart: start,
      earlyFinish: finish,
      lateStart: latestStart,
      lateFinish: lateStart === lateFinish && latestFinish < latestStart ? latestStart : latestFinish,
      totalSlack: totalSlack / TICKS_PER_DAY,
      freeSlack: freeSlack / TICKS_PER_DAY,
      critical,
    })
  }
  return slack
}

const gateSlackOf = (early: Day, { totalSlack, freeSlack, critical, lateFinish }: TickTimes, days: LateDays) => ({
  early,
  late: totalSlack === 0 ? early : days.finish(lateFinish),
  totalSlack: totalSlack / TICKS_PER_DAY,
  freeSlack: freeSlack / TICKS_PER_DAY,
  critical,
})
