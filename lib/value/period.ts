import { addWorkingDays, type CompiledCalendar } from "@/lib/base/calendar/working-calendar"
import { type Day, day, dayOf, ordinalOf, weekdayOf } from "@/lib/base/kernel/day"

export type Cadence = "weekly" | "monthly" | "quarterly"
/** A stretch of days with both its ends in it. */
export type Period = { readonly from: Day; readonly to: Day }
/** Working days after the end of a period within which its check-in is due. */
export const DUE_WORKING_DAYS = 5

/** The period that a day lies in: an ISO week, a month or a quarter of the calendar. */
export function periodOf(cadence: Cadence, at: Day): Period {
  if (cadence === "weekly") {
    const monday = ordinalOf(at) - weekdayOf(ordinalOf(at)) + 1
    return { from: dayOf(monday), to: dayOf(monday + 6) }
  }
  const [year = 0, month = 1] = at.split("-").map(Number)
  const length = cadence === "monthly" ? 1 : 3
  const first = Math.floor((month - 1) / length) * length
  return { from: firstOfMonth(year, first), to: dayOf(ordinalOf(firstOfMonth(year, first + length)) - 1) }
}

/** @param month from 0; 12 is January of the next year */
const firstOfMonth = (year: number, month: number): Day =>
  day(`${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`)

/** The last day of the month that lies so many months after that of a day. */
export function monthEndAfter(at: Day, months: number): Day {
  const [year = 0, month = 1] = at.split("-").map(Number)
  return dayOf(ordinalOf(firstOfMonth(year, month + months)) - 1)
}

export const nextPeriod = (cadence: Cadence, { to }: Period): Period => periodOf(cadence, dayOf(ordinalOf(to) + 1))
const previousPeriod = (cadence: Cadence, { from }: Period): Period => periodOf(cadence, dayOf(ordinalOf(from) - 1))

/** The last period that has ended, or ends today. */
export function lastEnded(cadence: Cadence, today: Day): Period {
  const current = periodOf(cadence, today)
  return current.to <= today ? current : previousPeriod(cadence, current)
}

/** The last day on which the check-in of a period is in time: the fifth working day after its end. */
export const dueDayOf = (calendar: CompiledCalendar, { to }: Period): Day =>
  // Counted from the last working day of the period, since a free day at its end is none of the five.
  addWorkingDays(calendar, addWorkingDays(calendar, dayOf(ordinalOf(to) + 1), -1), DUE_WORKING_DAYS)

/** What a KPI is asked for: nothing before `from`, a check-in until `dueDay`, and then it is overdue. */
export type Due = {
  readonly state: "later" | "due" | "overdue"
  /** The newest period to check in for. */
  readonly period: Period
  /** The last day in time of the oldest period that has no check-in. */
  readonly dueDay: Day
}

/**
 * When the next check-in of a KPI is due. A period that was missed keeps it overdue until a later check-in.
 * @param since the day from which check-ins are asked for; the period that it lies in is the first one
 * @param last the day of the newest check-in
 */
export function dueOf(
  calendar: CompiledCalendar,
  cadence: Cadence,
  { since, last, today }: { readonly since: Day; readonly last: Day | null; readonly today: Day },
): Due {
  const first = last === null ? periodOf(cadence, since) : nextPeriod(cadence, periodOf(cadence, last))
  const dueDay = dueDayOf(calendar, first)
  const ended = lastEnded(cadence, today)
  if (first.to > today) return { state: "later", period: first, dueDay }
  return { state: today > dueDay ? "overdue" : "due", period: ended.from < first.from ? first : ended, dueDay }
}

/** The name of the ISO 8601 week of a day: 2027-01-01 is in 2026-W53. */
export function isoWeekOf(at: Day): string {
  const ordinal = ordinalOf(at)
  const thursday = dayOf(ordinal - weekdayOf(ordinal) + 4)
  const year = thursday.slice(0, 4)
  const week = Math.floor((ordinalOf(thursday) - ordinalOf(day(`${year}-01-01`))) / 7) + 1
  return `${year}-W${String(week).padStart(2, "0")}`
}
