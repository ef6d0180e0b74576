import type { CalendarException, FileCalendar, Repeat, Shifts } from "./project-file"
import { childrenOf, flagOf, MINUTES_PER_DAY, momentOf, numberOf, ordinalAt, textOf, timeOf } from "./values"
import type { XmlRecord } from "./xml-records"

/** Eight hours with a break at noon: what Project takes where a working day names no hours. */
export const usualShifts: Shifts = [
  { from: 480, to: 720 },
  { from: 780, to: 1020 },
]

function shiftsIn(record: XmlRecord): Shifts {
  if (!flagOf(record, "DayWorking")) return []
  const times = childrenOf(record, "WorkingTimes").flatMap((each) => childrenOf(each, "WorkingTime"))
  const shifts = times.flatMap((time) => {
    const [from, to] = [timeOf(time, "FromTime"), timeOf(time, "ToTime")]
    if (from === null || to === null) return []
    return [{ from, to: to <= from ? MINUTES_PER_DAY : to }]
  })
  return times.length === 0 ? usualShifts : merged(shifts)
}

function merged(shifts: Shifts): Shifts {
  const result: { from: number; to: number }[] = []
  for (const { from, to } of [...shifts].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}

function weekIn(days: readonly XmlRecord[]): (Shifts | undefined)[] {
  const week: (Shifts | undefined)[] = Array.from({ length: 7 })
  for (const each of days) {
    const type = numberOf(each, "DayType") ?? 0
    if (type >= 1 && type <= 7) week[type - 1] = shiftsIn(each)
  }
  return week
}

function rangeIn(record: XmlRecord): { from: number; to: number } | null {
  const period = childrenOf(record, "TimePeriod")[0]
  const from = period ? momentOf(period, "FromDate") : null
  const to = period ? momentOf(period, "ToDate") : null
  return from === null || to === null ? null : { from: ordinalAt(from), to: ordinalAt(Math.max(from, to)) }
}

/** A rule that ends by a count needs no last day; so long it may go on. */
const LONGEST_RULE = 100 * 366

function exceptionIn(record: XmlRecord): CalendarException[] {
  const isCounted = flagOf(record, "EnteredByOccurrences")
  const range = rangeIn(record) ?? (isCounted ? openRangeIn(record) : null)
  if (!range) return []
  const number = (name: string) => numberOf(record, name) ?? 0
  const type = number("Type")
  const repeat: Repeat = {
    ...{ type, period: Math.max(1, number("Period")), daysOfWeek: number("DaysOfWeek"), month: number("Month") },
    ...{ monthDay: number("MonthDay"), monthPosition: number("MonthPosition"), monthItem: number("MonthItem") },
  }
  const isEveryDay = (type === 1 || type === 7) && repeat.period === 1
  const isPlain = type <= 0 || type > 8 || isEveryDay
  const count = number("Occurrences")
  return [
    {
      ...{ name: textOf(record, "Name"), ...range, shifts: shiftsIn(record), repeats: isPlain ? null : repeat },
      occurrences: isCounted && !isPlain && count > 0 ? count : null,
    },
  ]
}

function openRangeIn(record: XmlRecord): { from: number; to: number } | null {
  const period = childrenOf(record, "TimePeriod")[0]
  const from = period ? momentOf(period, "FromDate") : null
  return from === null ? null : { from: ordinalAt(from), to: ordinalAt(from) + LONGEST_RULE }
}

/** Reads a calendar: the week, exceptions in the old form (a weekday of type 0) and the new, and weeks of their own. */
export function readCalendar(record: XmlRecord): FileCalendar | null {
  const uid = numberOf(record, "UID")
  if (uid === null) return null
  const weekDays = childrenOf(record, "WeekDays").flatMap((each) => childrenOf(each, "WeekDay"))
  const base = numberOf(record, "BaseCalendarUID")
  const old = weekDays.filter((each) => (numberOf(each, "DayType") ?? 0) === 0)
  const newer = childrenOf(record, "Exceptions").flatMap((each) => childrenOf(each, "Exception"))
  const workWeeks = childrenOf(record, "WorkWeeks").flatMap((each) => childrenOf(each, "WorkWeek"))
  return {
    ...{ uid, name: textOf(record, "Name") ?? `Calendar ${uid}`, line: record.line, column: record.column },
    baseUid: base === null || base < 0 || base === uid || flagOf(record, "IsBaseCalendar") ? null : base,
    week: weekIn(weekDays),
    exceptions: (newer.length > 0 ? newer : old).flatMap(exceptionIn),
    workWeeks: workWeeks.flatMap((each) => {
      const range = rangeIn(each)
      const days = childrenOf(each, "WeekDays").flatMap((week) => childrenOf(week, "WeekDay"))
      return range ? [{ ...range, week: weekIn(days) }] : []
    }),
  }
}
