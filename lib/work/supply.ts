import { type CompiledCalendar, isWorkingDay } from "@/lib/base/calendar/working-calendar"
import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"

/** The share of working time that goes to support and meetings, unless a programme says otherwise. */
export const SUPPORT_SHARE = 0.2

/** How much of one working day somebody has, 0 to 1; each is none of it or all of it where nothing is known. */
export type DayOfPerson = {
  /** Work schedule: the share of a full day that is worked; 1 unless told. */
  readonly worked?: number
  /** Share of a full day that is time off. */
  readonly timeOff?: number
  /** Share of a full day that other allocations take. */
  readonly elsewhere?: number
}

/**
 * What a person can give in a period, in person-days: (work schedule - holidays - time off - other allocations) x
 * (1 - support), each day by itself and never below 0. Holidays and weekends are those of the calendar.
 * @param dayOfPerson what is known of a day; without it every working day is a full one
 */
export function supplyOf(
  calendar: CompiledCalendar,
  { from, to }: { readonly from: Day; readonly to: Day },
  support: number = SUPPORT_SHARE,
  dayOfPerson: (day: Day) => DayOfPerson = () => ({}),
): number {
  let sum = 0
  for (let ordinal = ordinalOf(from); ordinal <= ordinalOf(to); ordinal += 1) {
    const day = dayOf(ordinal)
    if (!isWorkingDay(calendar, day)) continue
    const { worked = 1, timeOff = 0, elsewhere = 0 } = dayOfPerson(day)
    sum += Math.max(0, worked - timeOff - elsewhere) * Math.max(0, 1 - support)
  }
  return tenths(sum)
}

/** Person-days without the dust of floating point. */
export const tenths = (days: number): number => Number(days.toFixed(6))
