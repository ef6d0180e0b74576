import { type CompiledCalendar, workingDayAt, workingIndex } from "@/lib/base/calendar/working-calendar"
import { type Day, dayOf, day as daySaid, ordinalOf } from "@/lib/base/kernel/day"

/**
 * A moment in working time, counted in whole ticks. A working day has 480 of them (the minutes of eight hours), so
 * that halves, thirds, and hundredths of a percent of a five-day week add up without rounding drift. The moment
 * at which one working day ends is the moment at which the next begins.
 */
export type Ticks = number

export const TICKS_PER_DAY = 480
/** Before every moment: what nothing waits for. */
export const ANY_TIME: Ticks = Number.NEGATIVE_INFINITY

/** A number of working days, to the nearest tick. */
export const ticks = (workingDays: number): Ticks => Math.round(workingDays * TICKS_PER_DAY)

/** Between days and moments of working time; keeps what it has looked up. */
export type WorkTime = {
  /** The beginning of a day, or of the next working day. */
  readonly beginning: (date: Day) => Ticks
  /** The end of a day, or of the last working day before it. */
  readonly end: (date: Day) => Ticks
  /** The day on which something lies that begins at this moment. */
  readonly dayBeginning: (moment: Ticks) => Day
  /** The day on which something lies that ends at this moment. */
  readonly dayEnding: (moment: Ticks) => Day
  /** So many calendar days after a moment, at the same time of day; where nobody works then, the next beginning. */
  readonly elapsed: (moment: Ticks, calendarDays: number, isEnd: boolean) => Ticks
  /** False where `dayBeginning` or `dayEnding` would throw a RangeError. */
  readonly covers: (moment: Ticks) => boolean
  /** The moment itself, or the first or last that is covered. */
  readonly nearest: (moment: Ticks) => Ticks
}

export function workTime(calendar: CompiledCalendar): WorkTime {
  const days = new Map<number, Day>()
  const dayAt = (index: number): Day => {
    const known = days.get(index)
    if (known) return known
    const found = dayOf(workingDayAt(calendar, index))
    days.set(index, found)
    return found
  }
  const beginning = (date: Day) => workingIndex(calendar, ordinalOf(date)) * TICKS_PER_DAY
  const end = (date: Day) => workingIndex(calendar, ordinalOf(date) + 1) * TICKS_PER_DAY
  const elapsed = (moment: Ticks, calendarDays: number, isEnd: boolean) => {
    const index = isEnd ? Math.ceil(moment / TICKS_PER_DAY) - 1 : Math.floor(moment / TICKS_PER_DAY)
    const date = dayOf(ordinalOf(dayAt(index)) + Math.round(calendarDays))
    const isWorked = end(date) > beginning(date)
    return isWorked ? beginning(date) + moment - index * TICKS_PER_DAY : beginning(date)
  }
  const first = end(daySaid("1900-01-01"))
  const last = beginning(daySaid("2199-12-31"))
  return {
    beginning,
    end,
    elapsed,
    dayBeginning: (moment) => dayAt(Math.floor(moment / TICKS_PER_DAY)),
    dayEnding: (moment) => dayAt(Math.ceil(moment / TICKS_PER_DAY) - 1),
    covers: (moment) => moment > first && moment < last,
    nearest: (moment) => Math.min(Math.max(moment, first + 1), last - 1),
  }
}
