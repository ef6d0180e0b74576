import { type Ordinal, weekdayOf } from "@/lib/base/kernel/day"
import type { CalendarException, Repeat, Shifts } from "./project-file"

/** No calendar is looked up beyond so many days of one exception. */
const MOST_DAYS = 120_000
const MS_PER_DAY = 86_400_000

/** 0 Sunday to 6 Saturday, as Project counts. */
export const sundayBased = (ordinal: Ordinal): number => weekdayOf(ordinal) % 7

/**
 * The working time of every day that is an exception; those of a single day or range win over those that repeat.
 * Ranges are cut after 300 years.
 */
export function exceptionDays(exceptions: readonly CalendarException[]): ReadonlyMap<Ordinal, Shifts> {
  const days = new Map<Ordinal, Shifts>()
  const ordered = [...exceptions].sort((a, b) => Number(a.repeats !== null) - Number(b.repeats !== null))
  let left = MOST_DAYS
  for (const { from, to, shifts, repeats } of ordered)
    for (let day = from; day <= to && left > 0; day++, left--)
      if (!days.has(day) && (repeats === null || falls(repeats, from, day))) days.set(day, shifts)
  return days
}

/** Does the rule, counted from its first day, name this day? */
function falls(rule: Repeat, from: Ordinal, day: Ordinal): boolean {
  const date = new Date(day * MS_PER_DAY)
  const first = new Date(from * MS_PER_DAY)
  const years = date.getUTCFullYear() - first.getUTCFullYear()
  const months = years * 12 + date.getUTCMonth() - first.getUTCMonth()
  if (rule.type === 1) return (day - from) % rule.period === 0
  if (rule.type === 2) return date.getUTCMonth() === rule.month && date.getUTCDate() === rule.monthDay
  if (rule.type === 3) return date.getUTCMonth() === rule.month && isAtPosition(rule, day)
  if (rule.type === 4) return months % rule.period === 0 && date.getUTCDate() === rule.monthDay
  if (rule.type === 5) return months % rule.period === 0 && isAtPosition(rule, day)
  const weeks = Math.floor((day - (from - sundayBased(from))) / 7)
  return weeks % rule.period === 0 && ((rule.daysOfWeek >> sundayBased(day)) & 1) === 1
}

/** Is the day the first to fourth (0 to 3) or last (4) of its kind in its month? */
function isAtPosition({ monthPosition, monthItem }: Repeat, day: Ordinal): boolean {
  if (!isOfKind(monthItem, day)) return false
  const date = new Date(day * MS_PER_DAY).getUTCDate()
  const length = new Date(day * MS_PER_DAY - (date - 32) * MS_PER_DAY)
  const last = 32 - length.getUTCDate()
  const count = (from: number, to: number) => {
    let kinds = 0
    for (let at = from; at <= to; at++) if (isOfKind(monthItem, day - date + at)) kinds += 1
    return kinds
  }
  return monthPosition >= 4 ? count(date + 1, last) === 0 : count(1, date) === monthPosition + 1
}

/** 0 any day, 1 Monday to Friday, 2 Saturday and Sunday, 3 Sunday to 9 Saturday. */
function isOfKind(item: number, day: Ordinal): boolean {
  const weekday = sundayBased(day)
  const isWeekend = weekday === 0 || weekday === 6
  if (item === 0) return true
  if (item <= 2) return isWeekend === (item === 2)
  return weekday === item - 3
}
