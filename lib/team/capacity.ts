import { type CompiledCalendar, isWorkingDay, nextWorkingDay } from "@/lib/base/calendar/working-calendar"
import { type Day, dayOf, ordinalOf, weekdayOf } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { remainingEffortOf } from "@/lib/work/effort"
import { type DayOfPerson, SUPPORT_SHARE, supplyOf, tenths } from "@/lib/work/supply"
import { type Unmet, unmetOf } from "./feasibility"

/** Remaining effort of an item over its planned days, in person-days. */
export type Demand = {
  readonly item: WorkItemView
  readonly effort: number
  readonly from: Day
  readonly to: Day
  readonly roleKey: string | null
  readonly ownerId: Id | null
}
/** A placeholder: somebody not found yet. */
export type Hire = { readonly id: Id; readonly name: string; readonly roleKey: string | null } & {
  readonly startDay: Day
  readonly finishDay: Day
  readonly share: number
  readonly tentative: boolean
}

export type CapacityCell = {
  /** Person-days. */
  readonly demand: number
  readonly supply: number
  /** Whether work of this week cannot be done in its days. */
  readonly over: boolean
}
export type PersonRow = { readonly id: Id; readonly name: string; readonly cells: readonly CapacityCell[] }
export type RoleRow = {
  readonly key: string | null
  readonly name: string
  readonly cells: readonly CapacityCell[]
  readonly people: readonly PersonRow[]
  readonly hires: readonly (Hire & { readonly cells: readonly CapacityCell[] })[]
  /** Person-days of work without an owner, by week. */
  readonly noOne: readonly number[]
  /** Items whose effort nobody gave; they are in no cell. */
  readonly unknown: number
  /** Person-days that cannot be done, by month (`2027-03`), and a full-time person's in it. */
  readonly short: ReadonlyMap<string, { readonly days: number; readonly full: number }>
}
export type Capacity = { readonly weeks: readonly Day[]; readonly roles: readonly RoleRow[] }

type Parts = {
  readonly roadmap: Pick<RoadmapView, "people" | "deliveryRoles" | "workstreams" | "today">
  readonly items: readonly WorkItemView[]
  /** Planned dates of items. */
  readonly dates: ReadonlyMap<Id, { readonly start: Day; readonly finish: Day }>
  readonly calendar: CompiledCalendar
  readonly personDays: (personId: Id) => (day: Day) => DayOfPerson
  readonly hires: readonly Hire[]
  readonly weekCount: number
}

const WEEK = 7
const mondayOf = (day: Day) => dayOf(ordinalOf(day) - (weekdayOf(ordinalOf(day)) - 1))

/** Open work whose effort is known, over the planned days that are left; the owner's role where it has none of its own. */
export function demandsOf({ roadmap, items, dates, calendar }: Omit<Parts, "personDays" | "hires" | "weekCount">) {
  const roleOf = new Map(roadmap.people.map(({ id, roleKey }) => [id, roleKey]))
  const streamRole = new Map(roadmap.workstreams.map(({ id, roleKey }) => [id, roleKey]))
  const demands: Demand[] = []
  const unknown = new Map<string | null, number>()
  for (const item of items) {
    if (item.status === "done" || item.status === "dropped") continue
    const owned = item.ownerId ? (roleOf.get(item.ownerId) ?? null) : null
    const roleKey = owned ?? item.roleKey ?? streamRole.get(item.workstreamId) ?? null
    const effort = remainingEffortOf(item)
    const planned = dates.get(item.id)
    if (effort === null || !planned) {
      unknown.set(roleKey, (unknown.get(roleKey) ?? 0) + 1)
      continue
    }
    if (effort === 0) continue
    const from = nextWorkingDay(calendar, planned.start > roadmap.today ? planned.start : roadmap.today)
    const to = planned.finish > from ? planned.finish : from
    demands.push({ item, effort, from, to, roleKey, ownerId: item.ownerId })
  }
  return { demands, unknown }
}

/** Person-days of each demand by week, spread evenly over its working days; the weeks sum up to the effort. */
export function spreadOf({ effort, from, to }: Pick<Demand, "effort" | "from" | "to">, calendar: CompiledCalendar) {
  const days = workingDaysIn(calendar, from, to)
  const weeks = new Map<Day, number>()
  for (const day of days) {
    const week = mondayOf(day)
    weeks.set(week, (weeks.get(week) ?? 0) + effort / days.length)
  }
  return weeks
}

function workingDaysIn(calendar: CompiledCalendar, from: Day, to: Day): readonly Day[] {
  const days: Day[] = []
  for (let at = ordinalOf(from); at <= ordinalOf(to); at += 1)
    if (isWorkingDay(calendar, dayOf(at))) days.push(dayOf(at))
  return days.length > 0 ? days : [from]
}

/** What a hire can give in a period, as anybody else. */
const hireDay =
  ({ startDay, finishDay, share }: Hire) =>
  (day: Day): DayOfPerson => ({ worked: startDay <= day && day <= finishDay ? share : 0 })

/** Demand against supply by role, person and week, from this week on. */
export function capacityOf(parts: Parts): Capacity {
  const { roadmap, calendar, personDays, hires, weekCount } = parts
  const first = ordinalOf(mondayOf(roadmap.today))
  const weeks = Array.from({ length: weekCount }, (_, turn) => dayOf(first + turn * WEEK))
  const { demands, unknown } = demandsOf(parts)
  const spreads = new Map(demands.map((each) => [each, spreadOf(each, calendar)]))
  const sumIn = (own: readonly Demand[], week: Day) =>
    tenths(own.reduce((sum, each) => sum + (spreads.get(each)?.get(week) ?? 0), 0))
  const periodOf = (week: Day) => ({
    from: week < roadmap.today ? roadmap.today : week,
    to: dayOf(ordinalOf(week) + WEEK - 1),
  })
  const rowOf = (own: readonly Demand[], supplies: readonly ((day: Day) => DayOfPerson)[]) => {
    const supplyIn = (from: Day, to: Day) =>
      tenths(supplies.reduce((sum, each) => sum + supplyOf(calendar, { from, to }, SUPPORT_SHARE, each), 0))
    const unmet = unmetOf(
      own.map(({ item: { id }, effort, from, to }) => ({ id, effort, from: ordinalOf(from), to: ordinalOf(to) })),
      (day) => supplyIn(dayOf(day), dayOf(day)),
    )
    const plain = weeks.map((week) => {
      const { from, to } = periodOf(week)
      return { demand: sumIn(own, week), supply: supplyIn(from, to) }
    })
    const failing = own.filter(({ item }) => unmet.has(item.id))
    const taken = failing.map(({ item, to }) => ({ from: dayOf(unmet.get(item.id)?.since ?? ordinalOf(to)), to }))
    return { cells: withFailures(plain, taken, weeks), unmet, failing }
  }
  const roles = roadmap.deliveryRoles.map(({ key, name }): { key: string | null; name: string } => ({ key, name }))
  const rows = [...roles, { key: null, name: "No role" }].flatMap(({ key, name }): readonly RoleRow[] => {
    const members = roadmap.people.filter(({ removed, roleKey }) => !removed && roleKey === key)
    const own = demands.filter(({ roleKey }) => roleKey === key)
    const ownHires = hires.filter(({ roleKey }) => roleKey === key)
    const missing = unknown.get(key) ?? 0
    if (own.length + ownHires.length + missing === 0 && (members.length === 0 || key === null)) return []
    const people = members.map(({ id, name: called }) => {
      const mine = own.filter(({ ownerId }) => ownerId === id)
      return { id, name: called, cells: rowOf(mine, [personDays(id)]).cells }
    })
    const { cells, unmet, failing } = rowOf(own, [...members.map(({ id }) => personDays(id)), ...ownHires.map(hireDay)])
    const withoutOwner = own.filter(({ ownerId }) => ownerId === null)
    return [
      {
        ...{ key, name, cells, people, unknown: missing },
        hires: ownHires.map((hire) => ({ ...hire, cells: rowOf([], [hireDay(hire)]).cells })),
        noOne: weeks.map((week) => sumIn(withoutOwner, week)),
        short: shortByMonth(failing, unmet, calendar),
      },
    ]
  })
  return { weeks, roles: rows }
}

/** A week is over where everything is taken until work that cannot be done ends, and it asks more than there is; else the last one. */
function withFailures(
  plain: readonly { readonly demand: number; readonly supply: number }[],
  failing: readonly { readonly from: Day; readonly to: Day }[],
  weeks: readonly Day[],
): readonly CapacityCell[] {
  const over = new Set<number>()
  for (const { from, to } of failing) {
    const inside = weeks.flatMap((week, at) => (mondayOf(from) <= week && week <= to ? [at] : []))
    const full = inside.filter((at) => (plain[at]?.demand ?? 0) > (plain[at]?.supply ?? 0) + 1e-6)
    for (const at of full.length > 0 ? full : inside.slice(-1)) over.add(at)
  }
  return plain.map((cell, at) => ({ ...cell, over: over.has(at) }))
}

/** Work that cannot be done, spread over its days, by month, with what a full-time person has in that month. */
function shortByMonth(failing: readonly Demand[], unmet: ReadonlyMap<string, Unmet>, calendar: CompiledCalendar) {
  const short = new Map<string, { days: number; full: number }>()
  for (const { item, from, to } of failing) {
    const days = workingDaysIn(calendar, from, to)
    for (const day of days) {
      const month = day.slice(0, 7)
      const known = short.get(month) ?? { days: 0, full: fullIn(calendar, day) }
      short.set(month, { ...known, days: known.days + (unmet.get(item.id)?.left ?? 0) / days.length })
    }
  }
  return short
}

/** What a full-time person has in the month of a day, in person-days. */
function fullIn(calendar: CompiledCalendar, day: Day): number {
  const first = ordinalOf(day) - (Number(day.slice(8)) - 1)
  let last = first + 27
  while (dayOf(last + 1).slice(0, 7) === day.slice(0, 7)) last += 1
  return supplyOf(calendar, { from: dayOf(first), to: dayOf(last) })
}
