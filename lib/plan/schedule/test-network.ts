import {
  addWorkingDays,
  type CompiledCalendar,
  compileCalendar,
  type WorkingCalendar,
  workingDaysBetween,
} from "@/lib/base/calendar/working-calendar"
import { type Day, day } from "@/lib/base/kernel/day"
import { schedule } from "./forward-pass"
import {
  type LinkType,
  linkTypes,
  type Network,
  type NetworkGate,
  type NetworkItem,
  type NetworkLink,
  type NetworkWorkstream,
  type NodeRef,
  type PlannedDates,
  type Schedule,
  type ScheduleOptions,
} from "./network"

export function calendarOf(calendar: WorkingCalendar): CompiledCalendar {
  const compiled = compileCalendar(calendar)
  if (!compiled.ok) throw new Error(compiled.refusal)
  return compiled.value
}

export const weekdays = calendarOf({ weekend: [6, 7], holidays: [] })
/** A Monday. */
export const monday = day("2026-03-02")
export const fromMonday: ScheduleOptions = { programmeStart: monday, statusDate: monday, calendar: weekdays }

export const item = (id: string, likely: number | null, more: Partial<NetworkItem> = {}): NetworkItem => ({
  id,
  workstreamId: "w",
  likely,
  percent: 0,
  status: "not_started",
  startNoEarlierThan: null,
  actualStart: null,
  actualFinish: null,
  ...more,
})
export const workstream = (id: string, likely: number | null = null, phaseId = "phase"): NetworkWorkstream => ({
  id,
  phaseId,
  likely,
})
/** One whose gate waits for it only where a link says so. */
export const freeWorkstream = (...of: Parameters<typeof workstream>): NetworkWorkstream => ({
  ...workstream(...of),
  holdsGate: false,
})

/** `"a FS2 b"`; a bare name is an item, `w:` and `g:` lead to a workstream and a gate. */
export function link(text: string): NetworkLink {
  const [from = "", relation = "", to = ""] = text.split(" ")
  const type = linkTypes.find((candidate): candidate is LinkType => relation.startsWith(candidate))
  if (!type) throw new Error(`not a link: ${text}`)
  return { id: text, from: ref(from), to: ref(to), type, lag: Number(relation.slice(2)) }
}

export function ref(text: string): NodeRef {
  if (text.startsWith("w:")) return { kind: "workstream", id: text.slice(2) }
  return text.startsWith("g:") ? { kind: "gate", id: text.slice(2) } : { kind: "item", id: text }
}

export function network(parts: {
  items?: readonly NetworkItem[]
  workstreams?: readonly NetworkWorkstream[]
  gates?: readonly NetworkGate[]
  links?: readonly string[]
}): Network {
  return {
    items: parts.items ?? [],
    workstreams: parts.workstreams ?? [workstream("w")],
    gates: parts.gates ?? [],
    links: (parts.links ?? []).map(link),
  }
}

export function planned(of: Network, options: ScheduleOptions = fromMonday): Schedule {
  const result = schedule(of, options)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

/** The nth working day of the plan, the first being 0. */
export const on = (working: number): Day => addWorkingDays(weekdays, monday, working)

/** First and last working day of something, counted from the plan's first, 0. */
export const numbered = (dates: PlannedDates | undefined): [number, number] | undefined =>
  dates && [workingDaysBetween(weekdays, monday, dates.start), workingDaysBetween(weekdays, monday, dates.finish)]

export const numberedItems = (of: Schedule): Record<string, [number, number] | undefined> =>
  Object.fromEntries([...of.items].map(([id, dates]) => [id, numbered(dates)]))
