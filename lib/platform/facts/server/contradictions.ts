import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import type { Transaction } from "@/lib/base/db/client"
import { fromDayColumn } from "@/lib/base/db/day-column"
import type { Day } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import { type At, isContradicted } from "../contradiction"
import { findVerdicts } from "./past-verdicts"

type Reader = Pick<Transaction, "programme" | "verdict">

/** Which of these checks are contradicted on a day of their programme. */
export async function contradictedAt(
  reader: Reader,
  programmeId: Id,
  today: Day,
  checkIds: readonly Id[],
): Promise<ReadonlySet<Id>> {
  if (checkIds.length === 0) return new Set()
  const at = await findCalendar(reader, programmeId, today)
  const histories = await findVerdicts(reader, programmeId, checkIds)
  return new Set([...histories].flatMap(([checkId, history]) => (isContradicted(history, at) ? [checkId] : [])))
}

async function findCalendar(reader: Reader, programmeId: Id, day: Day): Promise<At> {
  const programme = await reader.programme.findFirstOrThrow({
    where: { id: programmeId },
    select: { timeZone: true, weekend: true, holidays: { select: { day: true } } },
  })
  const holidays = programme.holidays.map((each) => fromDayColumn(each.day))
  const calendar = compileCalendar({ weekend: programme.weekend, holidays })
  if (!calendar.ok) throw new Error("a programme without a working weekday")
  return { day, timeZone: programme.timeZone, calendar: calendar.value }
}
