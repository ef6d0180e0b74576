import { type Ordinal, weekdayOf } from "@/lib/base/kernel/day"
import type { CalendarException, Repeat } from "./project-file"

/** No calendar is looked up beyond so many days of all its exceptions. */
const MOST_DAYS = 120_000
const MS_PER_DAY = 86_400_000

/** 0 Sunday to 6 Saturday, as Project counts. */
export const sundayBased = (ordinal: Ordinal): number => weekdayOf(ordinal) % 7
const isWeekend = (ordinal: Ordinal): boolean => sundayBased(ordinal) % 6 === 0

/**
 * Which exception holds on every day that is one. What names a single day or a plain range wins over what repeats, and of
 * those the shorter range; of what repeats every so many days wins over yearly, monthly and weekly, as in other readers
 * of these files. Ranges are cut after 300 years.
 */
export function exceptionDays(exceptions: readonly CalendarException[]): ReadonlyMap<Ordinal, CalendarException> {
  const left = { days: MOST_DAYS }
  const ordered = exceptions
    .map((exception) => {
      const days = daysOf(exception, left)
      const isPlain = exception.repeats === null || days.length === 1
      const width = isPlain ? days.length : exception.to - exception.from
      return { exception, days, width, rank: isPlain ? 0 : (ranks[exception.repeats?.type ?? 0] ?? 1) }
    })
    .sort((a, b) => a.rank - b.rank || a.width - b.width)
  const found = new Map<Ordinal, CalendarException>()
  for (const { exception, days } of ordered) for (const day of days) if (!found.has(day)) found.set(day, exception)
  return found
}

/** In the order of Project's codes: none, daily, yearly twice, monthly twice, weekly, by days, by weekdays. */
const ranks = [0, 1, 2, 2, 3, 3, 4, 1, 1]

function daysOf({ from, to, repeats, occurrences }: CalendarException, left: { days: number }): Ordinal[] {
  const days: Ordinal[] = []
  for (let day = from; day <= to && left.days > 0 && days.length < (occurrences ?? Infinity); day++, left.days--)
    if (repeats === null || falls(repeats, from, day)) days.push(day)
  return days
}

/** Does the rule, counted from its first day, name this day? */
function falls(rule: Repeat, from: Ordinal, day: Ordinal): boolean {
  const date = new Date(day * MS_PER_DAY)
  const first = new Date(from * MS_PER_DAY)
  const years = date.getUTCFullYear() - first.getUTCFullYear()
  const months = years * 12 + date.getUTCMonth() - first.getUTCMonth()
  switch (rule.type) {
    case 2:
      return date.getUTCMonth() === rule.month && isOnDate(rule, date)
    case 3:
      return date.getUTCMonth() === rule.month && isAtPosition(rule, day)
    case 4:
      return months % rule.period === 0 && isOnDate(rule, date)
    case 5:
      return months % rule.period === 0 && isAtPosition(rule, day)
    case 6: {
      const weeks = Math.floor((day - (from - sundayBased(from))) / 7)
      return weeks % rule.period === 0 && ((rule.daysOfWeek >> sundayBased(day)) & 1) === 1
    }
    case 8:
      return !isWeekend(day) && weekdaysBetween(from, day) % rule.period === 0
    default:
      return (day - from) % rule.period === 0
  }
}

const lengthOfMonth = (date: Date): number =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()

/** A month that is too short for a day has it at its end. */
const isOnDate = ({ monthDay }: Repeat, date: Date): boolean =>
  date.getUTCDate() === Math.min(monthDay, lengthOfMonth(date))

/** How many Mondays to Fridays lie from one day up to, not including, another. */
function weekdaysBetween(from: Ordinal, until: Ordinal): number {
  let count = Math.floor((until - from) / 7) * 5
  for (let day = until - ((until - from) % 7); day < until; day++) if (!isWeekend(day)) count += 1
  return count
}

/** Is the day the first to fourth (0 to 3) or last (4) of its kind in its month? */
function isAtPosition({ monthPosition, monthItem }: Repeat, day: Ordinal): boolean {
  if (!isOfKind(monthItem, day)) return false
  const date = new Date(day * MS_PER_DAY)
  const at = date.getUTCDate()
  const count = (from: number, to: number) => {
    let kinds = 0
    for (let each = from; each <= to; each++) if (isOfKind(monthItem, day - at + each)) kinds += 1
    return kinds
  }
  return monthPosition >= 4 ? count(at + 1, lengthOfMonth(date)) === 0 : count(1, at) === monthPosition + 1
}

/** 0 any day, 1 Monday to Friday, 2 Saturday and Sunday, 3 Sunday to 9 Saturday. */
function isOfKind(item: number, day: Ordinal): boolean {
  if (item === 0) return true
  if (item <= 2) return isWeekend(day) === (item === 2)
  return sundayBased(day) === item - 3
}
