import { type Day, dayOf, ordinalOf, weekdayOf } from "@/lib/base/kernel/day"
import { exceptionDays } from "../mspdi/exception-days"
import { dayAt } from "../mspdi/values"
import { baseChain } from "../mspdi/work-clock"
import type { NewCalendar } from "./import-plan"
import type { Reading } from "./reading"
import { counted } from "./remarks"

const MOST_HOLIDAYS = 400
const DAYS_BEFORE = 366
const DAYS_AFTER = 3_660

/** The weekend and the days off of the file's own calendar; null where they are those of the programme. */
export function calendarOf(reading: Reading): NewCalendar | null {
  const { file, plan, remarks, options } = reading
  const chain = baseChain(file, file.calendarUid)
  const base = chain[0]
  const others = file.calendars.length - chain.length
  if (others > 0)
    remarks.leave(
      null,
      counted(others, "further calendar"),
      "A programme has one; calendars of tasks and people are left out.",
    )
  if (!base) return null
  const weekend = [1, 2, 3, 4, 5, 6, 7].filter((weekday) => weekShifts(reading, weekday).length === 0)
  const start = file.start === null ? plan.programme.startDay : dayAt(file.start)
  const days = chain.flatMap((calendar) => [...exceptionDays(calendar.exceptions)])
  const isNear = (ordinal: number) =>
    ordinal >= ordinalOf(start) - DAYS_BEFORE && ordinal <= ordinalOf(start) + DAYS_AFTER
  const off = days.filter(
    ([ordinal, shifts]) => isNear(ordinal) && shifts.length === 0 && !weekend.includes(weekdayOf(ordinal)),
  )
  const special = days.filter(([ordinal, shifts]) => isNear(ordinal) && shifts.length > 0).length
  if (special > 0)
    remarks.leave(
      null,
      counted(special, "day with hours of its own", "days with hours of their own"),
      "A day is worked or not here.",
    )
  if (weekend.length === 7) return null
  const names = nameFinder(reading)
  const holidays = [...new Set(off.map(([ordinal]) => ordinal))]
    .sort((a, b) => a - b)
    .slice(0, MOST_HOLIDAYS)
    .map((ordinal) => ({ day: dayOf(ordinal), name: names(ordinal) }))
  if (isSame(reading, weekend, holidays)) return null
  if (!options.takeCalendar)
    remarks.leave(null, `The calendar "${base.name}"`, "The programme keeps its own; dates are counted in that.")
  return { weekend, holidays }
}

/** A week without exceptions is worked as the calendar's own week says. */
function weekShifts({ file }: Reading, weekday: number) {
  for (const { week } of baseChain(file, file.calendarUid)) {
    const shifts = week[weekday % 7]
    if (shifts) return shifts
  }
  return []
}

function nameFinder({ file }: Reading): (ordinal: number) => string {
  const exceptions = baseChain(file, file.calendarUid).flatMap((each) => each.exceptions)
  return (ordinal) =>
    (exceptions.find(({ from, to, name }) => name && ordinal >= from && ordinal <= to)?.name ?? "Day off").slice(0, 80)
}

function isSame({ plan }: Reading, weekend: readonly number[], holidays: readonly { day: Day }[]): boolean {
  const own = new Set(
    plan.programme.holidays.map(({ day }) => day).filter((day) => !weekend.includes(weekdayOf(ordinalOf(day)))),
  )
  const isSameWeek = weekend.join() === [...plan.programme.weekend].sort().join()
  return isSameWeek && own.size === holidays.length && holidays.every(({ day }) => own.has(day))
}
