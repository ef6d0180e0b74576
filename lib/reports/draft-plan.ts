import { compileCalendar, type WorkingCalendar } from "@/lib/base/calendar/working-calendar"
import type { Day } from "@/lib/base/kernel/day"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { ReleaseOutline, WorkstreamOutline } from "@/lib/pack/outline"
import { keptStages, type LeftOut } from "@/lib/plan/roadmap/preview"
import { schedule } from "@/lib/plan/schedule/forward-pass"
import type { Network, NetworkItem, NetworkLink, NodeRef } from "@/lib/plan/schedule/network"
import { lengthInWeeks } from "@/lib/plan/schedule/planned-dates"

/** A phase as a new programme would be planned. Weeks of five working days, from its first start to its last finish. */
export type DraftPhase = {
  readonly number: number
  readonly name: string
  readonly planned: { readonly start: Day; readonly finish: Day; readonly weeks: number } | null
  /** The usual length in weeks; null for a phase that goes on. */
  readonly usual: { readonly from: number; readonly to: number } | null
  readonly gate: { readonly name: string; readonly day: Day } | null
}
export type DraftPlan = { readonly phases: readonly DraftPhase[] }

type Draft = {
  readonly outline: ReleaseOutline
  readonly leftOut: LeftOut
  readonly calendar: WorkingCalendar
  readonly startDay: Day
  /** Nothing is planned before it, even when the programme started earlier. */
  readonly today: Day
}

/**
 * When the work of a new programme would be planned, by the forward pass over likely durations. A gate is there only
 * when its phase has work. Refused when no weekday is worked, or when the links cannot be planned.
 */
export function draftPlan(draft: Draft): Result<DraftPlan, "no-working-weekday" | "no-plan"> {
  const calendar = compileCalendar(draft.calendar)
  if (!calendar.ok) return calendar
  const planned = schedule(networkOf(draft.outline, draft.leftOut), {
    programmeStart: draft.startDay,
    statusDate: draft.today,
    calendar: calendar.value,
  })
  if (!planned.ok) return refuse("no-plan")
  const phases = draft.outline.phases.map(({ key, number, name, weeks, gate }) => {
    const dates = planned.value.phases.get(key)
    const day = gate && dates ? planned.value.gates.get(gate.key) : undefined
    return {
      number,
      name,
      planned: dates ? { ...dates, weeks: lengthInWeeks(dates.start, dates.finish, calendar.value) } : null,
      usual: weeks,
      gate: gate && day ? { name: gate.name, day } : null,
    }
  })
  return ok({ phases })
}

function networkOf(outline: ReleaseOutline, leftOut: LeftOut): Network {
  const workstreams = keptStages(outline, leftOut).flatMap((stage) => stage.workstreams)
  const gates = outline.phases.flatMap(({ key, gate }) => (gate ? [{ id: gate.key, phaseId: key }] : []))
  const kinds = new Map<string, NodeRef["kind"]>()
  for (const { key, activities } of workstreams) {
    kinds.set(key, "workstream")
    for (const activity of activities) kinds.set(activity.key, "item")
  }
  for (const { id } of gates) kinds.set(id, "gate")
  const ends = (from: string, to: string) => {
    const [first, second] = [kinds.get(from), kinds.get(to)]
    return first && second ? { from: { kind: first, id: from }, to: { kind: second, id: to } } : null
  }
  const links = outline.links.flatMap(({ from, to, type, lag }, index): NetworkLink[] => {
    const both = ends(from, to)
    return both ? [{ id: `link-${index}`, ...both, type, lag }] : []
  })
  return {
    items: workstreams.flatMap(itemsOf),
    workstreams: workstreams.map(({ key, phase }) => ({ id: key, phaseId: phase, likely: null })),
    gates,
    links: [...links, ...workstreams.flatMap(innerLinks)],
  }
}

const itemsOf = (workstream: WorkstreamOutline): NetworkItem[] =>
  workstream.activities.map(({ key, likely, phase }) => ({
    id: key,
    workstreamId: workstream.key,
    phaseId: phase,
    likely,
    percent: 0,
    status: "not_started",
    startNoEarlierThan: null,
    actualStart: null,
    actualFinish: null,
  }))

const innerLinks = (workstream: WorkstreamOutline): NetworkLink[] =>
  workstream.activities.flatMap(({ key, after }) =>
    after.map((earlier) => ({
      id: `${earlier}>${key}`,
      from: { kind: "item", id: earlier },
      to: { kind: "item", id: key },
      type: "FS",
      lag: 0,
    })),
  )
