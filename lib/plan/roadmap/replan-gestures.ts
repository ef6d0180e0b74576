import { addWorkingDays } from "@/lib/base/calendar/working-calendar"
import type { Day } from "@/lib/base/kernel/day"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { cycleClosedBy } from "@/lib/plan/schedule/cycles"
import { hasBegun } from "@/lib/plan/schedule/item-timing"
import type { NodeRef } from "@/lib/plan/schedule/network"
import { lengthInWorkingDays } from "@/lib/plan/schedule/planned-dates"
import { type Plan, planOf } from "./plan"
import { estimateOf, noChange, type ReplanParts } from "./replan"
import type { ItemReplan, PlanChange } from "./replan-shapes"
import type { LinkView } from "./views"
import type { Estimate, WorkItemView } from "./work-item-shapes"

/** A bar that a hand can take. */
export type Bar = { readonly kind: "item" | "workstream" | "phase"; readonly id: string }

/** Why a gesture does less than was asked. */
export type ReplanNote =
  /** Work that is under way or done holds its dates. */
  | { readonly kind: "begun"; readonly ids: readonly string[] }
  /** It lies as early as today, the programme's start or its links allow, which is later than asked. */
  | { readonly kind: "clamped"; readonly id: string; readonly day: Day; readonly by: "today" | "start" | "links" }
  /** It has no work that could be moved; its dates follow from what it waits for. */
  | { readonly kind: "no-work"; readonly id: string }
  /** Its length follows from its work. */
  | { readonly kind: "summary"; readonly id: string }

/** A change, and in what it falls short of what was asked. */
export type Replan = { readonly change: PlanChange; readonly notes: readonly ReplanNote[] }

/**
 * Moves bars by whole working days, later or (negative) earlier: the work under them that has not begun starts no
 * earlier than where it then lies. Only what does not get there by its links is held there, and what gets there without
 * it is let go. At most three plans are computed.
 */
export function moveBy(parts: ReplanParts, plan: Plan, bars: readonly Bar[], workingDays: number): Replan {
  const under = workUnder(parts, bars)
  const notes = notesOn(bars, under)
  const movable = new Map<string, Goal>()
  for (const item of under.all) {
    const dates = plan.dates.items.get(item.id)
    if (hasBegun(item) || !dates || workingDays === 0) continue
    movable.set(item.id, { item, from: dates.start, day: addWorkingDays(plan.calendar, dates.start, workingDays) })
  }
  if (movable.size === 0) return { change: noChange, notes }
  const held = placed(parts, plan, movable, workingDays > 0)
  const items = [...movable.values()].flatMap(({ item }): ItemReplan[] => {
    const startNoEarlierThan = held.starts.get(item.id) ?? null
    return startNoEarlierThan === item.startNoEarlierThan
      ? []
      : [{ id: item.id, version: item.version, startNoEarlierThan }]
  })
  return { change: { ...noChange, items }, notes: [...notes, ...clampedAt(parts, plan, held.plan, movable)] }
}

type Goal = { readonly item: WorkItemView; readonly from: Day; readonly day: Day }
type Goals = ReadonlyMap<string, Goal>
type Held = { readonly starts: ReadonlyMap<string, Day | null>; readonly plan: Plan }

/** The constraints that put work where it should lie: first on what nothing else that moves leads to, then on the rest. */
function placed(parts: ReplanParts, plan: Plan, goals: Goals, isLater: boolean): Held {
  const starts = new Map(
    Array.from(goals, ([id, { item, day }]) => {
      const kept = item.startNoEarlierThan
      return [id, kept !== null && kept > day ? null : kept] as const
    }),
  )
  const first = planWith(parts, plan, starts)
  const isLagging = (from: Plan) => (id: string) => (from.dates.items.get(id)?.start ?? "") < (goals.get(id)?.day ?? "")
  const lagging = [...goals.keys()].filter(isLagging(first))
  const led = ledBy(parts.links, new Set(lagging))
  for (const id of lagging) if (!led.has(id) || starts.get(id)) starts.set(id, goals.get(id)?.day ?? null)
  // All of them are held where they were put, and nothing that moves later is clamped.
  if (isLater && lagging.every((id) => starts.get(id) === goals.get(id)?.day)) return { starts, plan: first }
  const second = lagging.length > 0 ? planWith(parts, plan, starts) : first
  const rest = lagging.filter(isLagging(second))
  for (const id of rest) starts.set(id, goals.get(id)?.day ?? null)
  return { starts, plan: rest.length > 0 ? planWith(parts, plan, starts) : second }
}

function planWith(parts: ReplanParts, plan: Plan, starts: ReadonlyMap<string, Day | null>): Plan {
  let same = true
  const items = parts.items.map((item) => {
    const startNoEarlierThan = starts.get(item.id)
    if (startNoEarlierThan === undefined || startNoEarlierThan === item.startNoEarlierThan) return item
    same = false
    return { ...item, startNoEarlierThan }
  })
  if (same) return plan
  const found = planOf({ ...parts, items }, plan.day)
  return found.ok ? found.value : plan
}

/** The work that waits for other work of a set. */
const ledBy = (links: readonly LinkView[], ids: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(links.filter(({ from, to }) => ids.has(from.id) && ids.has(to.id)).map(({ to }) => to.id))

function clampedAt(parts: ReplanParts, plan: Plan, after: Plan, goals: Goals): ReplanNote[] {
  return Array.from(goals, ([id, { day, from }]): ReplanNote | null => {
    const start = after.dates.items.get(id)?.start
    if (!start || start <= day || day > from) return null
    const first = addWorkingDays(plan.calendar, plan.day, 0)
    const beginning = addWorkingDays(plan.calendar, parts.programme.startDay, 0)
    const by = start > first && start > beginning ? "links" : first >= beginning ? "today" : "start"
    return { kind: "clamped", id, day: start, by }
  }).filter((note) => note !== null)
}

type Under = { readonly all: readonly WorkItemView[]; readonly byBar: ReadonlyMap<string, readonly WorkItemView[]> }

/** The work under bars that is not dropped; each piece once. */
function workUnder({ items, workstreams }: ReplanParts, bars: readonly Bar[]): Under {
  const phaseOf = new Map(workstreams.map(({ id, phaseId }) => [id, phaseId]))
  const work = items.filter(({ status }) => status !== "dropped")
  const isUnder = ({ kind, id }: Bar, item: WorkItemView) =>
    kind === "item"
      ? item.id === id
      : kind === "workstream"
        ? item.workstreamId === id
        : (item.phaseId ?? phaseOf.get(item.workstreamId)) === id
  const byBar = new Map(bars.map((bar) => [bar.id, work.filter((item) => isUnder(bar, item))]))
  return { all: [...new Set([...byBar.values()].flat())], byBar }
}

function notesOn(bars: readonly Bar[], under: Under): ReplanNote[] {
  const ids = under.all.filter(hasBegun).map(({ id }) => id)
  const without = bars.filter(({ id }) => under.byBar.get(id)?.length === 0)
  return [
    ...(ids.length > 0 ? [{ kind: "begun" as const, ids }] : []),
    ...without.map(({ id }) => ({ kind: "no-work" as const, id })),
  ]
}

/**
 * Gives a piece of work, or a workstream without work, another length from its first to its last day. The three points
 * of its estimate keep their shape around the new likely one; of work that is under way only what is left becomes longer.
 * @param workingDays at least one
 */
export function resizeTo(parts: ReplanParts, plan: Plan, bar: Bar, workingDays: number): Replan {
  const item = parts.items.find(({ id }) => id === bar.id)
  const workstream = parts.workstreams.find(({ id }) => id === bar.id)
  if (item) return resizedItem(item, plan, workingDays)
  if (!workstream || workUnder(parts, [bar]).all.length > 0)
    return { change: noChange, notes: [{ kind: "summary", id: bar.id }] }
  const { id, version } = workstream
  return {
    change: { ...noChange, workstreams: [{ id, version, estimate: scaled(workstream, workingDays) }] },
    notes: [],
  }
}

function resizedItem(item: WorkItemView, plan: Plan, workingDays: number): Replan {
  const { id, version, percent } = item
  const dates = plan.dates.items.get(id)
  if (!dates || item.status === "done") return { change: noChange, notes: [{ kind: "begun", ids: [id] }] }
  const longer = workingDays - lengthInWorkingDays(dates.start, dates.finish, plan.calendar)
  const left = 1 - percent / 100
  const known = item.likely ?? 1
  const likely = hasBegun(item) ? (left > 0 ? known + longer / left : known) : workingDays
  const estimate = scaled(item, likely)
  if (estimate.likely === item.likely) return { change: noChange, notes: [] }
  return { change: { ...noChange, items: [{ id, version, estimate }] }, notes: [] }
}

const LEAST = 0.25
const MOST = 2000

/** An estimate in the shape of another around a new likely one, to a hundredth of a working day. */
function scaled(known: Parameters<typeof estimateOf>[0], likely: number): Estimate {
  const middle = Math.min(MOST, Math.max(LEAST, hundredths(likely)))
  const { optimistic, likely: was, pessimistic } = estimateOf(known) ?? { optimistic: 1, likely: 1, pessimistic: 1 }
  return {
    optimistic: Math.min(middle, Math.max(0.01, hundredths((optimistic * middle) / was))),
    likely: middle,
    pessimistic: Math.min(MOST, Math.max(middle, hundredths((pessimistic * middle) / was))),
  }
}

const hundredths = (days: number): number => Math.round(days * 100) / 100

/** Lets one thing wait for another; refused with the members of the circle that it would close. */
export function linkFrom(
  { items, workstreams, gates, links }: ReplanParts,
  link: { readonly from: NodeRef; readonly to: NodeRef; readonly type?: LinkView["type"]; readonly lag?: number },
): Result<PlanChange, "same-end" | "already-linked" | "would-circle"> {
  const { from, to, type = "FS", lag = 0 } = link
  if (from.id === to.id) return refuse("same-end")
  if (links.some((each) => each.from.id === from.id && each.to.id === to.id && each.type === type))
    return refuse("already-linked")
  const known = new Set([...items, ...workstreams, ...gates].map(({ id }) => id))
  const there = links.filter((each) => known.has(each.from.id) && known.has(each.to.id))
  const members = cycleClosedBy({ items, workstreams, gates, links: there }, { from, to, type })
  return members ? refuse("would-circle", { members }) : ok({ ...noChange, links: [{ add: { from, to, type, lag } }] })
}
