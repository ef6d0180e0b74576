import { dayOf, type Ordinal, ordinalOf, weekdayOf } from "@/lib/base/kernel/day"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { Day } from "@/lib/base/kernel/shapes"

/** The days on which nobody works: ISO weekdays (1 Monday to 7 Sunday) and single days. */
export type WorkingCalendar = { readonly weekend: readonly number[]; readonly holidays: readonly Day[] }

/**
 * A calendar ready to count with. Working days are numbered without gaps; the number of a working day is its *index*.
 * Only differences between indices have a meaning, zero has none. Plain data: it may be sent to a worker.
 */
export type CompiledCalendar = {
  /** Index 0 Monday to 6 Sunday: how many working weekdays come before it in its week; entry 7 is the whole week. */
  readonly before: readonly number[]
  /** The offsets (0 Monday to 6 Sunday) of the working weekdays, rising. */
  readonly offsets: readonly number[]
  /** Holidays that fall on working weekdays, rising and distinct. */
  readonly holidays: readonly Ordinal[]
  /** For each of these holidays the index of the first working day after it. */
  readonly indexAfter: readonly number[]
}

/** 1969-12-29, the Monday of the week that holds ordinal 0. */
const FIRST_MONDAY = -3

/** Prepares a calendar, O(h log h) in its holidays. Refused when every weekday is weekend: no work could ever be done. */
export function compileCalendar(calendar: WorkingCalendar): Result<CompiledCalendar, "no-working-weekday"> {
  const offsets = [0, 1, 2, 3, 4, 5, 6].filter((offset) => !calendar.weekend.includes(offset + 1))
  if (offsets.length === 0) return refuse("no-working-weekday")
  const before = [0, 1, 2, 3, 4, 5, 6, 7].map((end) => offsets.filter((offset) => offset < end).length)
  const holidays = [...new Set(calendar.holidays.map(ordinalOf))]
    .filter((ordinal) => !calendar.weekend.includes(weekdayOf(ordinal)))
    .sort((a, b) => a - b)
  const indexAfter = holidays.map((ordinal, earlier) => weekdaysBefore(before, ordinal) - earlier)
  return ok({ before, offsets, holidays, indexAfter })
}

/** The index of this day, or of the next working day when nobody works on it. O(log holidays), for any ordinal. */
export function workingIndex(calendar: CompiledCalendar, ordinal: Ordinal): number {
  return weekdaysBefore(calendar.before, ordinal) - countWhile(calendar.holidays, (holiday) => holiday < ordinal)
}

/** The working day that has this index (a whole number); the inverse of `workingIndex` on working days. */
export function workingDayAt(calendar: CompiledCalendar, index: number): Ordinal {
  const weekday = index + countWhile(calendar.indexAfter, (after) => after <= index)
  const perWeek = calendar.offsets.length
  const week = Math.floor(weekday / perWeek)
  return FIRST_MONDAY + week * 7 + (calendar.offsets[weekday - week * perWeek] ?? 0)
}

export function isWorkingDay(calendar: CompiledCalendar, date: Day): boolean {
  const ordinal = ordinalOf(date)
  return workingIndex(calendar, ordinal + 1) > workingIndex(calendar, ordinal)
}

/** The first working day on or after a day. @throws RangeError after 2199. */
export function nextWorkingDay(calendar: CompiledCalendar, date: Day): Day {
  return dayOf(workingDayAt(calendar, workingIndex(calendar, ordinalOf(date))))
}

/**
 * The working day that lies a whole number of working days after (or, negative, before) the first working day on or
 * after a day; 0 gives that day itself. @throws RangeError outside 1900 to 2199.
 */
export function addWorkingDays(calendar: CompiledCalendar, date: Day, workingDays: number): Day {
  return dayOf(workingDayAt(calendar, workingIndex(calendar, ordinalOf(date)) + workingDays))
}

/** How many working days lie from one day up to, not including, another; negative when the other is earlier. */
export function workingDaysBetween(calendar: CompiledCalendar, from: Day, until: Day): number {
  return workingIndex(calendar, ordinalOf(until)) - workingIndex(calendar, ordinalOf(from))
}

function weekdaysBefore(before: readonly number[], ordinal: Ordinal): number {
  const week = Math.floor((ordinal - FIRST_MONDAY) / 7)
  const weekday = ordinal - FIRST_MONDAY - week * 7
  return week * (before[7] ?? 0) + (before[weekday] ?? 0)
}

/** The length of the front part of a list that holds, by bisection. */
function countWhile(list: readonly number[], holds: (entry: number) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(list[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return low
}
