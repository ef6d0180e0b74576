import { addWorkingDays, type CompiledCalendar, workingDaysBetween } from "@/lib/base/calendar/working-calendar"
import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import type { ActualDates } from "./actual-dates"
import { type SprintAct, sprintActs } from "./sprint-acts"
import { leadName, ownerOf } from "./story/cast"
import { estimates } from "./story/programme"
import { withoutEffort } from "./story/sprints"
import type { Days, StoryEvent, When } from "./story/story-event"

/** One thing that somebody did on a day of the story. */
export type Act = SprintAct | DailyAct
type DailyAct = { readonly day: Day; readonly who: string } & (
  | { readonly does: "lead"; readonly workstream: string; readonly owner: string }
  | { readonly does: "own"; readonly items: readonly string[]; readonly owner: string }
  | { readonly does: "plan"; readonly item: string; readonly days: Days; readonly effortDays: number | null }
  | { readonly does: "start" | "done"; readonly item: string }
  | { readonly does: "progress"; readonly item: string; readonly percent: number }
  | { readonly does: "beat"; readonly event: StoryEvent }
)

/** A work item of the pack as far as the story knows it. */
export type Told = {
  readonly item: string
  readonly workstream: string
  readonly phase: string
  readonly roleKey: string | null
  readonly owner: string
  /** What the pack says. */
  readonly days: Days
}

/** On one day work gets its owner before it is planned, planned before it starts, and so on. */
const order = [
  ...["lead", "own", "plan", "begin-sprint", "into-sprint", "start", "progress", "beat", "done", "out-of-sprint"],
  "end-sprint",
] as const

/** Working days between two reports on the same work. */
const REPORT_EVERY = 5

/** People without an account, and those who only read, have their lead report for them. */
export type Reporter = (owner: string) => string

type Parts = {
  readonly items: readonly Told[]
  /** The delivery role of every workstream, by key. */
  readonly workstreams: ReadonlyMap<string, string | null>
  readonly actualDates: ActualDates
  readonly storyEvents: readonly StoryEvent[]
  readonly startDay: Day
  readonly today: Day
  readonly calendar: CompiledCalendar
  readonly reporter: Reporter
}

/** Everything that happened until today, in order. Deterministic: the same day gives the same story. */
export function actsOf(parts: Parts): readonly Act[] {
  const { actualDates, storyEvents, today } = parts
  const dropped = new Set(storyEvents.flatMap((event) => (event.does === "drop" ? [event.item] : [])))
  const daily = parts.items.flatMap((item) => {
    const dates = actualDates.get(item.item)
    return dates && !dropped.has(item.item) ? workOf(parts, item, dates) : []
  })
  const special = storyEvents.map(
    (event): Act => ({ day: dayOfEvent(parts, event.when), who: event.who, does: "beat", event }),
  )
  return [...ownings(parts), ...plannings(parts), ...sprintActs(parts), ...daily, ...special]
    .filter(({ day }) => day <= today)
    .map((act, place) => ({ act, place, rank: order.indexOf(act.does) }))
    .sort((a, b) => ordinalOf(a.act.day) - ordinalOf(b.act.day) || a.rank - b.rank || a.place - b.place)
    .map(({ act }) => act)
}

/** Work gets its owner about three weeks before it begins, a workstream at a time; the first of it names who leads it. */
function ownings({ items, workstreams, actualDates, startDay, calendar }: Parts): Act[] {
  const groups = new Map<string, { workstream: string; owner: string; items: string[]; start: Day }>()
  for (const { item, workstream, owner } of items) {
    const start = actualDates.get(item)?.start
    if (!start) continue
    const key = `${workstream} ${owner}`
    const group = groups.get(key) ?? { workstream, owner, items: [], start }
    group.items.push(item)
    groups.set(key, { ...group, start: start < group.start ? start : group.start })
  }
  const days = [...groups.values()].map((group) => {
    const day = addWorkingDays(calendar, group.start, -15)
    return { ...group, day: day < startDay ? startDay : day }
  })
  const first = new Map<string, Day>()
  for (const { workstream, day } of days) {
    const known = first.get(workstream)
    first.set(workstream, known && known < day ? known : day)
  }
  const leads = [...first].map(
    ([workstream, day]): Act => ({
      ...{ day, who: leadName, does: "lead", workstream },
      owner: ownerOf(workstreams.get(workstream) ?? null, 0),
    }),
  )
  const owns = days.map(
    ({ day, items: owned, owner }): Act => ({ day, who: leadName, does: "own", items: owned, owner }),
  )
  return [...leads, ...owns]
}

/** The work of a phase is estimated anew when it is near: people have other work beside this. */
function plannings({ items, startDay, calendar }: Parts): Act[] {
  return items.flatMap(({ item, phase, days }): Act[] => {
    const anew = estimates[phase]
    if (!anew) return []
    const [optimistic, likely, pessimistic] = days
    const longer = (each: number) => roundDays(each * anew.factor)
    return [
      {
        ...{ day: workingDayBy(calendar, startDay, anew.daysIn), who: leadName, does: "plan", item },
        days: [longer(optimistic), longer(likely), longer(pessimistic)],
        // People have other work beside this: the pack's own duration is what it takes of them.
        effortDays: withoutEffort.has(item) ? null : likely,
      },
    ]
  })
}

/** Whole days from ten on, half days below. */
const roundDays = (days: number): number => (days >= 10 ? Math.round(days) : Math.round(days * 2) / 2)

function workOf(parts: Parts, { item, owner }: Told, { start, finish }: { start: Day; finish: Day }): Act[] {
  const { calendar, reporter, today } = parts
  const who = reporter(owner)
  const length = workingDaysBetween(calendar, start, finish) + 1
  const reports: Act[] = []
  for (let day = REPORT_EVERY; day < length; day += REPORT_EVERY) {
    const percent = Math.round((day / length) * 18) * 5
    if (percent > 0) reports.push({ day: addWorkingDays(calendar, start, day), who, does: "progress", item, percent })
  }
  const begin: Act = { day: start, who, does: "start", item }
  const end: Act = { day: finish, who, does: "done", item }
  return finish < today ? [begin, ...reports, end] : [begin, ...reports]
}

/** The last working day up to so many days after a day. */
const workingDayBy = (calendar: CompiledCalendar, from: Day, days: number): Day =>
  addWorkingDays(calendar, dayOf(ordinalOf(from) + days + 1), -1)

function dayOfEvent({ actualDates, startDay, today, calendar }: Parts, when: When): Day {
  if ("daysIn" in when) return workingDayBy(calendar, startDay, when.daysIn)
  if ("daysAgo" in when) return workingDayBy(calendar, today, -when.daysAgo)
  const dates = actualDates.get(when.of)
  if (!dates) throw new Error(`the story tells of ${when.of}, which is not in the programme`)
  return addWorkingDays(calendar, dates[when.after], when.days)
}
