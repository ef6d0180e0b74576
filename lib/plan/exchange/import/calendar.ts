import { cut } from "@/lib/base/kernel/cut"
import { type Day, dayOf, ordinalOf, weekdayOf } from "@/lib/base/kernel/day"
import { visible } from "@/lib/base/kernel/visible-text"
import { exceptionDays } from "../mspdi/exception-days"
import { dayAt } from "../mspdi/values"
import { baseChain, shiftsOf } from "../mspdi/work-clock"
import type { NewCalendar } from "./import-plan"
import type { Reading } from "./reading"
import { counted } from "./remarks"

const MOST_HOLIDAYS = 400
const MOST_NAME = 80
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
      "A programme has one calendar; task and resource calendars are skipped.",
    )
  if (!base) return null
  const weekend = [1, 2, 3, 4, 5, 6, 7].filter((weekday) => weekShifts(reading, weekday).length === 0)
  const start = file.start === null ? plan.programme.startDay : dayAt(file.start)
  const first = ordinalOf(start) - DAYS_BEFORE
  const shiftsOn = shiftsOf(file, file.calendarUid)
  const near = Array.from({ length: DAYS_BEFORE + DAYS_AFTER + 1 }, (_, at) => first + at)
  const off = near.filter((day) => !weekend.includes(weekdayOf(day)) && shiftsOn(day).length === 0)
  const exceptions = chain.map((calendar) => exceptionDays(calendar.exceptions))
  const exceptionOn = (day: number) => exceptions.map((days) => days.get(day)).find((each) => each !== undefined)
  const special = near.filter((day) => (exceptionOn(day)?.shifts.length ?? 0) > 0).length
  if (special > 0)
    remarks.leave(
      null,
      counted(special, "day with hours of its own", "days with hours of their own"),
      "Days are either working or non-working.",
    )
  if (weekend.length === 7) return null
  if (off.length > MOST_HOLIDAYS)
    remarks.leave(
      null,
      counted(off.length - MOST_HOLIDAYS, "later day off", "later days off"),
      `At most ${MOST_HOLIDAYS} days off are taken, from ${dayOf(first)} on.`,
    )
  const holidays = off.slice(0, MOST_HOLIDAYS).map((day) => ({
    day: dayOf(day),
    name: cut(visible(exceptionOn(day)?.name ?? "", { lines: false }) || "Holiday", MOST_NAME),
  }))
  if (isSame(reading, weekend, holidays)) return null
  if (!options.takeCalendar) remarks.leave(null, `The calendar "${base.name}"`, "The programme keeps its own calendar.")
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

function isSame({ plan }: Reading, weekend: readonly number[], holidays: readonly { day: Day }[]): boolean {
  const own = new Set(
    plan.programme.holidays.map(({ day }) => day).filter((day) => !weekend.includes(weekdayOf(ordinalOf(day)))),
  )
  const isSameWeek = weekend.join() === [...plan.programme.weekend].sort().join()
  return isSameWeek && own.size === holidays.length && holidays.every(({ day }) => own.has(day))
}
