import type { Ordinal } from "@/lib/base/kernel/day"
import { exceptionDays, sundayBased } from "./exception-days"
import type { FileCalendar, ProjectFile, Shifts } from "./project-file"
import { usualShifts } from "./read-calendar"
import { type LocalMinute, MINUTES_PER_DAY, minuteOfDay, ordinalAt } from "./values"

/** Working time of a calendar of the file, in minutes counted from its first day; both directions, to the minute. */
export type WorkClock = {
  /** Working minutes before this moment. */
  readonly minutesAt: (moment: LocalMinute) => number
  /** The moment at which the next working minute begins. */
  readonly startAt: (minutes: number) => LocalMinute
  /** The moment at which the last of so many working minutes ended. */
  readonly finishAt: (minutes: number) => LocalMinute
  readonly shiftsOn: (day: Ordinal) => Shifts
}

/** Longer nobody pauses: a calendar with fewer working days counts as one without any. */
const LONGEST_PAUSE = 3_000

type Calendars = Pick<ProjectFile, "calendars">

/** What is worked on a day: own exceptions, then the base's, then own weeks and weekdays, then the base's. */
export function shiftsOf(file: Calendars, uid: number | null): (day: Ordinal) => Shifts {
  const chain = baseChain(file, uid).map((calendar) => ({ calendar, days: exceptionDays(calendar.exceptions) }))
  if (chain.length === 0) return (day) => (sundayBased(day) % 6 === 0 ? [] : usualShifts)
  return (day) => {
    for (const { days } of chain) {
      const special = days.get(day)
      if (special) return special.shifts
    }
    const weekday = sundayBased(day)
    for (const { calendar } of chain) {
      const own = calendar.workWeeks.find(({ from, to }) => day >= from && day <= to)?.week[weekday]
      const usual = own ?? calendar.week[weekday]
      if (usual) return usual
    }
    return []
  }
}

/** A calendar, its base, the base of that; a circle of bases ends. */
export function baseChain(file: Calendars, uid: number | null): readonly FileCalendar[] {
  const chain: FileCalendar[] = []
  let next = uid
  while (next !== null) {
    const found: FileCalendar | undefined = file.calendars.find((each) => each.uid === next)
    if (!found || chain.includes(found)) break
    chain.push(found)
    next = found.baseUid
  }
  return chain
}

/**
 * A clock over a calendar of the file, from a day on; null for the calendar that Project calls Standard. Days are looked up once,
 * when first needed.
 */
export function workClock(shiftsOn: (day: Ordinal) => Shifts, firstDay: Ordinal): WorkClock {
  /** Working minutes before each day; one entry more than days. */
  const before = [0]
  const kept: Shifts[] = []
  const extend = () => {
    const shifts = shiftsOn(firstDay + kept.length)
    kept.push(shifts)
    before.push((before.at(-1) ?? 0) + shifts.reduce((sum, { from, to }) => sum + to - from, 0))
  }
  const minutesAt = (moment: LocalMinute): number => {
    const at = Math.min(ordinalAt(moment) - firstDay, 200_000)
    if (at < 0) return 0
    while (kept.length <= at) extend()
    const minute = minuteOfDay(moment)
    const worked = (kept[at] ?? []).reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, minute) - from), 0)
    return (before[at] ?? 0) + worked
  }
  /** The day on which the total of minutes goes beyond (or reaches) a number. */
  const dayOf = (isThere: (total: number) => boolean): number => {
    let pause = 0
    while (!isThere(before.at(-1) ?? 0) && pause < LONGEST_PAUSE && kept.length < 200_000) {
      extend()
      pause = (kept.at(-1) ?? []).length === 0 ? pause + 1 : 0
    }
    let [low, high] = [0, kept.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (isThere(before[middle + 1] ?? Infinity)) high = middle
      else low = middle + 1
    }
    return low
  }
  const within = (day: number, minutes: number, isEnd: boolean): LocalMinute => {
    let left = minutes - (before[day] ?? 0)
    for (const { from, to } of kept[day] ?? []) {
      if (isEnd ? left <= to - from : left < to - from) return (firstDay + day) * MINUTES_PER_DAY + from + left
      left -= to - from
    }
    return (firstDay + day) * MINUTES_PER_DAY
  }
  return {
    minutesAt,
    startAt: (minutes) =>
      within(
        dayOf((total) => total > minutes),
        minutes,
        false,
      ),
    finishAt: (minutes) =>
      minutes <= 0
        ? within(0, 0, false)
        : within(
            dayOf((total) => total >= minutes),
            minutes,
            true,
          ),
    shiftsOn,
  }
}
