import {
  type CompiledCalendar,
  compileCalendar,
  workingDayAt,
  workingIndex,
} from "@/lib/base/calendar/working-calendar"
import { type Day, dayIn, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import type { Network } from "@/lib/plan/schedule/network"
import { analyseTicks, type TickTimes } from "@/lib/plan/schedule/tick-analysis"
import { TICKS_PER_DAY, type Ticks, ticks, workTime } from "@/lib/plan/schedule/work-time"
import type { CurrentPlan } from "../current-plan"
import type { WrittenLink } from "./connections"

/** Hours of a day in a file that has none of its own: 08:00 to 12:00 and 13:00 to 17:00. */
const DAY_BEGINS = 480
const NOON = 240
const BREAK = 60

/** The computed times of a plan as a project file writes them. */
export type PlanTimes = {
  readonly of: (id: string) => TickTimes | undefined
  readonly today: Day
  /** Where today begins, in ticks from the start of the programme. */
  readonly todayTicks: number
  /** The lag of a link whose source end lies at a moment, in ticks. */
  readonly lagFrom: (link: Pick<WrittenLink, "type" | "lag" | "lagUnit" | "from">, moment: Ticks) => Ticks
  readonly startAt: (ticks: number) => string
  readonly finishAt: (ticks: number) => string
}

const two = (value: number): string => String(value).padStart(2, "0")
const clockTime = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(Math.floor(minutes % 60))}:00`
export const dayStart = (day: Day): string => `${day}T${clockTime(DAY_BEGINS)}`
export const dayEnd = (day: Day): string => `${day}T${clockTime(DAY_BEGINS + TICKS_PER_DAY + BREAK)}`

export function planTimes(plan: CurrentPlan): PlanTimes {
  const { programme, today } = plan
  const compiled = compileCalendar({ weekend: programme.weekend, holidays: programme.holidays.map(({ day }) => day) })
  const calendar: CompiledCalendar | null = compiled.ok ? compiled.value : null
  const finishGateId = plan.gates.at(-1)?.id
  const analysis = calendar
    ? analyseTicks(networkOf(plan), {
        programmeStart: programme.startDay,
        statusDate: today,
        calendar,
        ...(finishGateId ? { finishGateId } : {}),
      })
    : null
  const found = analysis?.ok ? analysis.value : null
  const likely = new Map([...plan.workstreams, ...plan.items].map((work) => [work.id, work.likely ?? 1]))
  const time = calendar ? workTime(calendar) : null
  const base = calendar ? workingIndex(calendar, ordinalOf(programme.startDay)) : 0
  const write = (index: number, minutes: number, isEnd: boolean): string => {
    const day = calendar ? dayOf(workingDayAt(calendar, base + index)) : programme.startDay
    const past = isEnd ? minutes > NOON : minutes >= NOON
    return `${day}T${clockTime(DAY_BEGINS + minutes + (past ? BREAK : 0))}`
  }
  return {
    today,
    todayTicks: calendar ? (workingIndex(calendar, ordinalOf(today)) - base) * TICKS_PER_DAY : 0,
    of: (id) => found?.itemTicks.get(id) ?? found?.workstreamTicks.get(id) ?? found?.gateTicks.get(id),
    lagFrom: ({ type, lag, lagUnit, from }, moment) => {
      if (lagUnit === "days") return ticks(lag)
      if (lagUnit === "hours") return ticks(lag / 8)
      if (lagUnit === "percent") return ticks(((likely.get(from) ?? 0) * lag) / 100)
      const at = moment + base * TICKS_PER_DAY
      return time ? time.elapsed(at, lag, type[0] === "F") - at : 0
    },
    startAt: (moment) =>
      write(Math.floor(moment / TICKS_PER_DAY), moment - Math.floor(moment / TICKS_PER_DAY) * TICKS_PER_DAY, false),
    finishAt: (ticks) => {
      const index = Math.ceil(ticks / TICKS_PER_DAY) - 1
      return write(index, ticks - index * TICKS_PER_DAY, true)
    },
  }
}

/** The plan as the engine takes it; a gate that was passed holds its day. */
export function networkOf({ programme, gates, workstreams, items, links }: CurrentPlan): Network {
  const known = new Set([...gates, ...workstreams, ...items].map(({ id }) => id))
  return {
    items,
    workstreams,
    gates: gates.map(({ id, phaseId, passedAt }) => ({
      ...{ id, phaseId },
      passedOn: passedAt ? dayIn(programme.timeZone, new Date(passedAt)) : null,
    })),
    links: links.filter(({ from, to }) => known.has(from.id) && known.has(to.id)),
  }
}
