import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import { database } from "@/lib/base/db/client"
import { fromDayColumn } from "@/lib/base/db/day-column"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { loadRelease } from "@/lib/pack/server/releases"
import { findPlanParts, findSchedule } from "@/lib/plan/roadmap/server/schedule"
import { capacityOf } from "../capacity"
import { daysOf, type Staffing } from "../person-days"
import { sayShortage, sayUnknown } from "../say-capacity"

type Mutable = { [Part in keyof Staffing]: Staffing[Part][number][] }
type Row = {
  readonly personId: string | null
  readonly startDay: Date
  readonly finishDay: Date
  readonly share: number
}

/** What is known of people's days. Of other programmes only how much they take, of whoever has the same account. */
export async function findStaffing({ programmeId }: ProgrammeActor): Promise<Mutable> {
  const { prisma } = database()
  const where = { programmeId, removedAt: null }
  const [schedules, off, people] = await Promise.all([
    prisma.workSchedule.findMany({ where, orderBy: [{ startDay: "asc" }, { number: "asc" }] }),
    prisma.timeOff.findMany({ where, orderBy: { number: "asc" } }),
    prisma.person.findMany({ where: { ...where, userId: { not: null } }, select: { id: true, userId: true } }),
  ])
  const here = new Map(people.map(({ id, userId }) => [userId, id]))
  const taken = await prisma.allocation.findMany({
    where: {
      ...{ removedAt: null, certainty: "confirmed", programmeId: { not: programmeId } },
      person: { userId: { in: people.flatMap(({ userId }) => userId ?? []) }, removedAt: null },
    },
    include: { person: { select: { userId: true } } },
    orderBy: { id: "asc" },
  })
  const period = ({ personId, startDay, finishDay, share }: Row) =>
    personId ? [{ personId, startDay: fromDayColumn(startDay), finishDay: fromDayColumn(finishDay), share }] : []
  return {
    schedules: schedules.map(({ personId, startDay, share }) => ({
      personId,
      startDay: fromDayColumn(startDay),
      share,
    })),
    timeOff: off.flatMap(period),
    elsewhere: taken.flatMap((row) => period({ ...row, personId: here.get(row.person?.userId ?? null) ?? null })),
  }
}

/** Half a year ahead, as the page shows it at first. */
const WEEKS = 26

/** The sentence of Capacity for other pages: from the same figures. */
export async function findShortage(actor: ProgrammeActor) {
  const { prisma } = database()
  const { programmeId } = actor
  const [parts, schedule, staffing, people, hires] = await Promise.all([
    findPlanParts(programmeId),
    findSchedule(actor),
    findStaffing(actor),
    prisma.person.findMany({ where: { programmeId } }),
    prisma.allocation.findMany({ where: { programmeId, removedAt: null, personId: null } }),
  ])
  const { weekend, holidays, packRelease } = parts.programme
  const calendar = compileCalendar({ weekend, holidays: holidays.map(({ day }) => day) })
  if (!calendar.ok) return { sentence: null, unknown: null }
  const { today } = actor.membership
  const capacity = capacityOf({
    roadmap: {
      ...{ today, workstreams: parts.workstreams, deliveryRoles: loadRelease(packRelease).roles },
      people: people.map(({ id, name, roleKey, removedAt }) => ({
        ...{ id, name, roleKey, member: null, removed: removedAt !== null },
      })),
    },
    items: parts.items,
    dates: new Map(schedule.items.map(({ id, ...dates }) => [id, dates])),
    calendar: calendar.value,
    personDays: daysOf(staffing),
    hires: hires.map(({ id, name, roleKey, startDay, finishDay, share, certainty }) => ({
      ...{ id, name, roleKey, share, tentative: certainty === "tentative" },
      ...{ startDay: fromDayColumn(startDay), finishDay: fromDayColumn(finishDay) },
    })),
    weekCount: WEEKS,
  })
  return { sentence: sayShortage(capacity, today), unknown: sayUnknown(capacity) }
}
