import { addWorkingDays, type CompiledCalendar, workingDaysBetween } from "@/lib/base/calendar/working-calendar"
import type { Day } from "@/lib/base/kernel/day"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import type { Schedule } from "@/lib/plan/schedule/network"
import { lengthInWorkingDays, plannedPercent } from "@/lib/plan/schedule/planned-dates"

/** Where one item lay in the baseline; a likely length of null counts as one day. */
export type BaselineItem = {
  readonly id: string
  readonly start: Day
  readonly finish: Day
  readonly likely: number | null
}
export type CurvePoint = {
  readonly day: Day
  /** Baseline days that were to be done by the end of the day. */
  readonly planned: number
  /** Baseline days earned by then, by actual dates; null after the status date. */
  readonly earned: number | null
  /** Baseline days done by then if all goes on as is planned now; null before the status date. */
  readonly outlook: number | null
}
export type EarnedSchedule = {
  /** Baseline days of all work that is still in the plan. */
  readonly total: number
  readonly planned: number
  readonly earned: number
  /** Earned less planned baseline days: negative is behind. */
  readonly variance: number
  /** Working days from the baseline's first day to the status date, both counted. */
  readonly actualTime: number
  /** The working day of the baseline by which it had planned what is earned now, from its first, with its fraction. */
  readonly earnedTime: number
  /** Earned less actual time, in working days: negative is behind. */
  readonly timeVariance: number
  /** Earned over actual time; null before the baseline begins. */
  readonly timeIndex: number | null
  /** Work that came since, which earns nothing of the baseline: items, and their likely days. */
  readonly added: { readonly items: number; readonly days: number }
  /** Work of the baseline that was dropped or removed since and so counts for nothing. */
  readonly gone: { readonly items: number; readonly days: number }
  readonly curve: readonly CurvePoint[]
}

type Counted = { readonly item: WorkItemView; readonly base: BaselineItem; readonly days: number }
const MOST_POINTS = 60

/**
 * Earned schedule (W. Lipke, Schedule is different, The Measurable News, 2003): earned value measured in time instead of
 * money. Work earns its baseline days times its claimed percent; what was earned when is told by actual dates, linear
 * between them. All in working days of today's calendar. Null for a baseline with no work that is still there.
 * O(items x points).
 */
export function earnedSchedule(
  baseline: readonly BaselineItem[],
  items: readonly WorkItemView[],
  dates: Pick<Schedule, "items">,
  statusDay: Day,
  calendar: CompiledCalendar,
): EarnedSchedule | null {
  const known = new Map(items.map((item) => [item.id, item]))
  const counted = baseline.flatMap((base): Counted[] => {
    const item = known.get(base.id)
    return item && item.status !== "dropped" ? [{ item, base, days: base.likely ?? 1 }] : []
  })
  const total = sum(counted.map(({ days }) => days))
  if (total <= 0) return null
  const ids = new Set(baseline.map(({ id }) => id))
  const gone = baseline.filter(({ id }) => (known.get(id)?.status ?? "dropped") === "dropped")
  const added = items.filter(({ id, status }) => !ids.has(id) && status !== "dropped")
  const first = least(counted.map(({ base }) => base.start))
  const plannedBy = (day: Day) =>
    sum(counted.map(({ base, days }) => (days * plannedPercent(base, day, calendar)) / 100))
  const earnedNow = sum(counted.map(({ item, days }) => (days * claimed(item)) / 100))
  const planned = plannedBy(statusDay)
  const actualTime = Math.max(0, lengthInWorkingDays(first, statusDay, calendar))
  const earnedTime = timeOf(earnedNow, { total, first, calendar, plannedBy })
  return {
    ...{ total, planned, earned: earnedNow, variance: earnedNow - planned },
    ...{ actualTime, earnedTime, timeVariance: earnedTime - actualTime },
    timeIndex: actualTime > 0 ? earnedTime / actualTime : null,
    added: { items: added.length, days: sum(added.map(({ likely }) => likely ?? 1)) },
    gone: { items: gone.length, days: sum(gone.map(({ likely }) => likely ?? 1)) },
    curve: curveOf(counted, dates, { first, statusDay, calendar, plannedBy }),
  }
}

const claimed = ({ status, percent }: WorkItemView): number => (status === "done" ? 100 : percent)
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
const least = (days: readonly Day[]): Day => days.reduce((first, day) => (day < first ? day : first))
const latest = (days: readonly Day[]): Day => days.reduce((last, day) => (day > last ? day : last))

type Timing = {
  readonly total: number
  readonly first: Day
  readonly calendar: CompiledCalendar
  readonly plannedBy: (day: Day) => number
}

/** The fewest working days by whose end the baseline had planned what is earned, the last of them by its share. */
function timeOf(earned: number, { total, first, calendar, plannedBy }: Timing): number {
  const wanted = Math.min(earned, total) - 1e-9
  const after = (days: number) => (days === 0 ? 0 : plannedBy(addWorkingDays(calendar, first, days - 1)))
  if (wanted <= 0) return 0
  let [low, high] = [0, 1]
  while (after(high) < wanted) [low, high] = [high, high * 2]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (after(middle) < wanted) low = middle
    else high = middle
  }
  const [before, then] = [after(low), after(high)]
  return low + Math.min(1, (earned - before) / (then - before))
}

type Curving = Omit<Timing, "total"> & { readonly statusDay: Day }

function curveOf(
  counted: readonly Counted[],
  dates: Pick<Schedule, "items">,
  { first, statusDay, calendar, plannedBy }: Curving,
): CurvePoint[] {
  const ends = counted.flatMap(({ item, base }) => [base.finish, dates.items.get(item.id)?.finish ?? base.finish])
  const length = Math.max(1, workingDaysBetween(calendar, first, latest([...ends, statusDay])))
  const step = Math.max(1, Math.ceil(length / MOST_POINTS))
  const days = Array.from({ length: Math.floor(length / step) + 1 }, (_, at) =>
    addWorkingDays(calendar, first, at * step),
  )
  const all = [...new Set([...days, statusDay, addWorkingDays(calendar, first, length)])].sort()
  return all.map((day) => ({
    day,
    planned: plannedBy(day),
    earned: day > statusDay ? null : sum(counted.map((each) => earnedBy(each, day, statusDay, calendar))),
    outlook: day < statusDay ? null : sum(counted.map((each) => outlookBy(each, day, { dates, statusDay, calendar }))),
  }))
}

/** What an item had earned by the end of a day: by its actual dates; without a start all at the end of its work. */
function earnedBy({ item, days }: Counted, day: Day, statusDay: Day, calendar: CompiledCalendar): number {
  const percent = claimed(item)
  if (percent === 0) return 0
  const finish = item.status === "done" && item.actualFinish ? item.actualFinish : statusDay
  const start = item.actualStart ?? finish
  const share = start > finish ? Number(day >= finish) : plannedPercent({ start, finish }, day, calendar) / 100
  return (days * percent * share) / 100
}

type Looking = { readonly dates: Pick<Schedule, "items">; readonly statusDay: Day; readonly calendar: CompiledCalendar }

/** What is earned now, and the rest as it is planned from the status date on. */
function outlookBy({ item, days }: Counted, day: Day, { dates, statusDay, calendar }: Looking): number {
  const now = (days * claimed(item)) / 100
  const span = dates.items.get(item.id)
  if (!span || item.status === "done" || day <= statusDay) return now
  const start = span.start < statusDay ? statusDay : span.start
  return now + (days - now) * (plannedPercent({ start, finish: span.finish }, day, calendar) / 100)
}
