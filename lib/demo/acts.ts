import { addWorkingDays, type CompiledCalendar, workingDaysBetween } from "@/lib/calendar/working-calendar"
import { type Day, dayOf, ordinalOf } from "@/lib/kernel/day"
import type { Beat, When } from "./story/beats"
import { leadName, ownerOf } from "./story/cast"
import type { Truth } from "./truth"

/** One thing that somebody did on a day of the story. */
export type Act = { readonly day: Day; readonly who: string } & (
  | { readonly does: "own"; readonly items: readonly string[]; readonly owner: string }
  | { readonly does: "start" | "done"; readonly item: string }
  | { readonly does: "progress"; readonly item: string; readonly percent: number }
  | { readonly does: "beat"; readonly beat: Beat }
)

export type Told = {
  readonly item: string
  readonly workstream: string
  readonly roleKey: string | null
}

/** Working days between two reports on the same work. */
const REPORT_EVERY = 5

/** People without an account, and those who only read, have their lead report for them. */
export type Reporter = (owner: string) => string

type Parts = {
  readonly items: readonly Told[]
  readonly truth: Truth
  readonly beats: readonly Beat[]
  readonly startDay: Day
  readonly today: Day
  readonly calendar: CompiledCalendar
  readonly reporter: Reporter
}

/** Everything that happened until today, in order. Deterministic: the same day gives the same story. */
export function actsOf(parts: Parts): readonly Act[] {
  const { truth, beats, today } = parts
  const dropped = new Set(beats.flatMap((beat) => (beat.does === "drop" ? [beat.item] : [])))
  const daily = parts.items.flatMap((item, turn) => {
    const dates = truth.get(item.item)
    return dates && !dropped.has(item.item) ? workOf(parts, item, turn, dates) : []
  })
  const special = beats.map((beat): Act => ({ day: dayOfBeat(parts, beat.when), who: beat.who, does: "beat", beat }))
  const rank = (act: Act) => ["own", "start", "progress", "beat", "done"].indexOf(act.does)
  return [...ownings(parts), ...daily, ...special]
    .filter(({ day }) => day <= today)
    .map((act, i) => ({ act, i }))
    .sort((a, b) => ordinalOf(a.act.day) - ordinalOf(b.act.day) || rank(a.act) - rank(b.act) || a.i - b.i)
    .map(({ act }) => act)
}

/** Work gets its owner about three weeks before it begins, a workstream at a time. */
function ownings({ items, truth, calendar, startDay }: Parts): Act[] {
  const groups = new Map<string, { owner: string; items: string[]; start: Day }>()
  items.forEach(({ item, workstream, roleKey }, turn) => {
    const start = truth.get(item)?.start
    if (!start) return
    const owner = ownerOf(roleKey, turn)
    const group = groups.get(`${workstream} ${owner}`) ?? { owner, items: [], start }
    group.items.push(item)
    groups.set(`${workstream} ${owner}`, { ...group, start: start < group.start ? start : group.start })
  })
  const early = (start: Day) => addWorkingDays(calendar, start, -15)
  return [...groups.values()].map(({ owner, items: owned, start }) => ({
    day: early(start) < startDay ? startDay : early(start),
    who: leadName,
    does: "own",
    items: owned,
    owner,
  }))
}

function workOf(parts: Parts, item: Told, turn: number, { start, finish }: { start: Day; finish: Day }): Act[] {
  const { calendar, reporter, today } = parts
  const who = reporter(ownerOf(item.roleKey, turn))
  const length = workingDaysBetween(calendar, start, finish) + 1
  const reports: Act[] = []
  for (let day = REPORT_EVERY; day < length; day += REPORT_EVERY) {
    const percent = Math.round((day / length) * 18) * 5
    if (percent > 0)
      reports.push({ day: addWorkingDays(calendar, start, day), who, does: "progress", item: item.item, percent })
  }
  const begin: Act = { day: start, who, does: "start", item: item.item }
  const end: Act = { day: finish, who, does: "done", item: item.item }
  return finish < today ? [begin, ...reports, end] : [begin, ...reports]
}

function dayOfBeat({ truth, today, calendar }: Parts, when: When): Day {
  if ("daysAgo" in when) return dayOf(ordinalOf(today) - when.daysAgo)
  const dates = truth.get(when.of)
  if (!dates) throw new Error(`the story tells of ${when.of}, which is not in the programme`)
  return addWorkingDays(calendar, dates[when.after], when.days)
}
