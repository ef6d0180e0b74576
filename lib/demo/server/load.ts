// Where records lie, so that others can point at them.
import "@/lib/design/catalogue/server/operations"
import "@/lib/design/decisions/server/operations"
import "@/lib/design/environments/server/operations"
import "@/lib/design/gaps/server/operations"
import "@/lib/design/landscape/server/operations"
import "@/lib/design/use-cases/server/operations"
import "@/lib/people/accounts/server/operations"
import "@/lib/plan/roadmap/server/operations"
import "@/lib/team/server/operations"
import "@/lib/value/server/operations"
import "@/lib/work/server/operations"
import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import { database } from "@/lib/base/db/client"
import { type Day, dayIn, dayOf, ordinalOf, weekdayOf } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import { loadRelease } from "@/lib/pack/server/releases"
import { publicHolidays } from "@/lib/plan/roadmap/calendars/public-holidays"
import { addDemoProgramme } from "@/lib/plan/roadmap/server/add-programme"
import { findPlanParts } from "@/lib/plan/roadmap/server/schedule"
import { actsOf } from "../acts"
import { actualDatesOf } from "../actual-dates"
import { cast, leadName, ownerOf } from "../story/cast"
import { neverMeant, packRelease, programmeOf } from "../story/programme"
import { storyEvents } from "../story/story-events"
import { carryOut } from "./carry-out"
import type { Names } from "./scene"
import { founder, Stage, told } from "./stage"

const WEEKS_OF_HISTORY = 52
const MINUTE = 60_000

/** The demo programme that is here already, or null. */
export const findDemo = () => database().prisma.programme.findFirst({ where: { demo: true }, select: { id: true } })

/**
 * Tells the story of the demo programme through the product's own commands, each at the time at which it happened.
 * @param adminId who sets it up and leads it: an admin of the installation
 * @param now the present: the story ends here
 * @param progress hears how many of the acts are done
 */
export async function loadDemo(
  adminId: Id,
  now: Date,
  progress: (done: number, all: number) => void = () => {},
): Promise<{ programmeId: Id; acts: number }> {
  const today = dayIn("Europe/Berlin", now)
  const startDay = mondayBefore(dayOf(ordinalOf(today) - WEEKS_OF_HISTORY * 7))
  const input = programmeOf(
    startDay,
    yearsFrom(startDay).flatMap((year) => publicHolidays("germany", year)),
    leftOut(),
  )
  const first = momentOf(startDay, 0)
  const { id: programmeId } = told("the programme", await addDemoProgramme(founder(adminId, first), input))
  const stage = new Stage(programmeId, input.timeZone, adminId)
  await stage.cast(new Date(first.getTime() + 30 * MINUTE))
  const { names, acts } = await scriptOf(programmeId, startDay, today)
  const moments = momentsOf(acts, now)
  for (const [i, act] of acts.entries()) {
    await carryOut({ stage, names, startDay, at: moments[i] ?? now }, act)
    if (i % 50 === 0) progress(i, acts.length)
  }
  progress(acts.length, acts.length)
  return { programmeId, acts: acts.length }
}

/** Who says how work stands: whoever does it, if they may; else the lead. */
const reporter = (owner: string): string => {
  const access = cast.get(owner)?.access
  return access === "contributor" || access === "architect" ? owner : leadName
}

async function scriptOf(programmeId: Id, startDay: Day, today: Day) {
  const parts = await findPlanParts(programmeId)
  const { weekend, holidays } = parts.programme
  const calendar = compileCalendar({ weekend, holidays: holidays.map(({ day }) => day) })
  if (!calendar.ok) throw new Error("the demo's calendar has no working day")
  const phases = await database().prisma.phase.findMany({ where: { programmeId } })
  const criteria = await database().prisma.criterion.findMany({ where: { programmeId } })
  const told = toldOf(parts, new Map(phases.map(({ id, key }) => [id, key])))
  const keys = new Map(told.map(({ id, item, phase, owner }) => [id, { key: item, phase, owner }]))
  const gates = parts.gates.map(({ id, phaseId }) => ({ id, phaseId, passedOn: null }))
  const items = parts.items.toSorted((a, b) => a.number - b.number)
  const network = { items, workstreams: parts.workstreams, gates, links: parts.links }
  const actualDates = actualDatesOf({ network, keys, startDay, calendar: calendar.value })
  const workstreams = new Map(parts.workstreams.map(({ key, roleKey }) => [key, roleKey]))
  const names: Names = {
    items: new Map(told.map(({ id, item }) => [item, id])),
    workstreams: new Map(parts.workstreams.map(({ id, key }) => [key, id])),
    gates: new Map(parts.gates.map(({ id, key }) => [key, id])),
    criteria: new Map(criteria.map(({ id, key }) => [key, id])),
    entries: new Map(),
    kpis: new Map(),
  }
  const script = {
    items: told,
    workstreams,
    actualDates,
    storyEvents,
    startDay,
    today,
    calendar: calendar.value,
    reporter,
  }
  return { names, acts: actsOf(script) }
}

/** The items in the order of their numbers, which decides whose turn it is. */
function toldOf(parts: Awaited<ReturnType<typeof findPlanParts>>, phases: ReadonlyMap<Id, string>) {
  const workstreams = new Map(parts.workstreams.map((each) => [each.id, each]))
  return parts.items
    .toSorted((a, b) => a.number - b.number)
    .map(({ id, packKey, workstreamId, phaseId, roleKey, optimistic, likely, pessimistic }, turn) => {
      const workstream = workstreams.get(workstreamId)
      const days = [optimistic ?? 1, likely ?? 1, pessimistic ?? 1] as const
      return {
        ...{ id, item: packKey ?? id, roleKey, owner: ownerOf(roleKey, turn), days },
        ...{ workstream: workstream?.key ?? "", phase: phases.get(phaseId ?? workstream?.phaseId ?? "") ?? "" },
      }
    })
}

/** Work of other clouds than Azure, and what the bank never meant to do. */
function leftOut(): string[] {
  const activities = loadRelease(packRelease).stages.flatMap(({ workstreams }) =>
    workstreams.flatMap((each) => each.activities),
  )
  const elsewhere = activities.filter(({ clouds }) => clouds.length > 0 && !clouds.includes("azure"))
  return [...new Set([...elsewhere.map(({ key }) => key), ...neverMeant])]
}

const mondayBefore = (day: Day): Day => dayOf(ordinalOf(day) - (weekdayOf(ordinalOf(day)) - 1))

function yearsFrom(startDay: Day): number[] {
  const year = Number(startDay.slice(0, 4))
  return [year, year + 1, year + 2]
}

/** Half past seven in the morning of Berlin's winter, and so many minutes later. */
const momentOf = (day: Day, minutes: number): Date => new Date(Date.parse(`${day}T06:30:00Z`) + minutes * MINUTE)

/** Moments that rise within each day and never pass the present. */
function momentsOf(acts: readonly { readonly day: Day }[], now: Date): Date[] {
  const perDay = new Map<Day, number>()
  return acts.map(({ day }) => {
    const turn = perDay.get(day) ?? 0
    perDay.set(day, turn + 1)
    const moment = momentOf(day, 60 + turn * 7)
    return moment < now ? moment : now
  })
}
