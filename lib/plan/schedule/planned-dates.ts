import { type CompiledCalendar, workingIndex } from "@/lib/base/calendar/working-calendar"
import { type Day, ordinalOf } from "@/lib/base/kernel/day"
import type { PlannedDates } from "./network"

/** The working days from the first day to the last, both counted. */
export function lengthInWorkingDays(start: Day, finish: Day, calendar: CompiledCalendar): number {
  return workingIndex(calendar, ordinalOf(finish) + 1) - workingIndex(calendar, ordinalOf(start))
}

/** Weeks of five working days, both days counted, whatever the calendar's own week. */
export const lengthInWeeks = (start: Day, finish: Day, calendar: CompiledCalendar): number =>
  lengthInWorkingDays(start, finish, calendar) / 5

/**
 * Where the plan says that work should stand at the end of the status date, 0 to 100: linear in working days from its
 * start to its finish, computed or from a baseline. The tick on the progress bar.
 */
export function plannedPercent(dates: PlannedDates, statusDate: Day, calendar: CompiledCalendar): number {
  if (statusDate >= dates.finish) return 100
  if (statusDate < dates.start) return 0
  const length = lengthInWorkingDays(dates.start, dates.finish, calendar)
  return length === 0 ? 0 : (100 * lengthInWorkingDays(dates.start, statusDate, calendar)) / length
}
