import { addWorkingDays, type CompiledCalendar } from "@/lib/base/calendar/working-calendar"
import { day } from "@/lib/base/kernel/day"
import type { Network, NetworkItem, NetworkLink } from "@/lib/plan/schedule/network"
import { TICKS_PER_DAY, type Ticks } from "@/lib/plan/schedule/work-time"
import type { Outline } from "./outline"
import type { FileLink, FileTask, ProjectFile } from "./project-file"
import type { Spans } from "./spans"
import type { LocalMinute } from "./values"

/** Every day is worked: the minutes of the file's calendar lie on it one after the other. */
export const everyDay: CompiledCalendar = {
  before: [0, 1, 2, 3, 4, 5, 6, 7],
  offsets: [0, 1, 2, 3, 4, 5, 6],
  holidays: [],
  indexAfter: [],
}
export const dayZero = day("1960-01-04")

/** What a pass needs to know of the one before: where work began and ended, in minutes from the first. */
export type Placed = (uid: number) => { readonly start: Ticks; readonly finish: Ticks } | undefined

const itemOf = (id: string, length: Ticks, deadline: Ticks | null = null): NetworkItem => ({
  ...{ id, workstreamId: "file", likely: length / TICKS_PER_DAY, percent: 0, status: "not_started" },
  ...{ startNoEarlierThan: null, actualStart: null, actualFinish: null },
  deadline: deadline === null ? null : addWorkingDays(everyDay, dayZero, deadline / TICKS_PER_DAY - 1),
})

/** A network in the making. Moments are kept to the minute by links to a milestone at the very beginning. */
class Builder {
  readonly items: NetworkItem[] = [itemOf("origin", 0)]
  readonly links: NetworkLink[] = []
  link(from: string, to: string, type: NetworkLink["type"], lag: Ticks): void {
    const ends = { from: { kind: "item", id: from }, to: { kind: "item", id: to } } as const
    this.links.push({ id: String(this.links.length), ...ends, type, lag: lag / TICKS_PER_DAY })
  }
  /** A start no earlier than a moment. */
  hold = (id: string, moment: Ticks) => this.link("origin", id, "FS", moment)
  holdFinish = (id: string, moment: Ticks) => this.link("origin", id, "FF", moment)
  /** A start or finish no later than a moment, through a milestone whose deadline lies on a whole day before. */
  bound(id: string, end: "start" | "finish", moment: Ticks): void {
    const whole = Math.max(1, Math.floor(moment / TICKS_PER_DAY)) * TICKS_PER_DAY
    const limit = `${end} of ${id}`
    this.items.push(itemOf(limit, 0, whole))
    this.link(id, limit, end === "start" ? "SS" : "FS", whole - moment)
  }
}

export type ComparisonInput = { readonly file: ProjectFile; readonly outline: Outline; readonly spans: Spans }

/** The start that a task is held at whatever its links say: reported, or put there by hand. */
const heldStart = (task: FileTask): LocalMinute | null =>
  task.actualStart ?? (task.percent > 0 || task.manual ? task.start : null)

/** Minutes of working time from the origin, which lies at or before everything in the file. */
export function comparisonNetwork({ file, outline, spans }: ComparisonInput, placed: Placed, origin: number): Network {
  const at = (moment: LocalMinute): Ticks => Math.round(spans.clock.minutesAt(moment)) - origin
  const begin = file.start === null ? 0 : Math.max(0, at(file.start))
  const made = new Builder()
  for (const task of outline.leaves) {
    const id = String(task.uid)
    const held = heldStart(task)
    made.items.push(itemOf(id, lengthOf(task, spans, placed, at, origin)))
    if (held === null) constrain(made, task, id, begin, at)
    else made.hold(id, at(held))
    if (task.deadline !== null) made.bound(id, "finish", at(task.deadline))
  }
  milestonesOfSummaries(made, outline)
  for (const task of file.tasks)
    for (const link of task.links) relate(made, { file, outline, spans }, link, task, placed, origin)
  return {
    items: made.items,
    workstreams: [{ id: "file", phaseId: "file", likely: null }],
    gates: [],
    links: made.links,
  }
}

function lengthOf(task: FileTask, spans: Spans, placed: Placed, at: (m: LocalMinute) => Ticks, origin: number): Ticks {
  if (task.percent === 100 && task.actualStart !== null && task.actualFinish !== null)
    return Math.max(0, at(task.actualFinish) - at(task.actualStart))
  const { actualStart, resume, remainingMinutes } = task
  if (actualStart !== null && resume !== null && remainingMinutes !== null && resume > actualStart)
    return Math.round(at(resume) + remainingMinutes - at(actualStart))
  return spans.lengthFrom(task, origin + (placed(task.uid)?.start ?? 0))
}

function constrain(made: Builder, task: FileTask, id: string, begin: Ticks, at: (m: LocalMinute) => Ticks): void {
  const { constraint, constraintDate } = task
  made.hold(id, begin)
  if (constraintDate === null) return
  const date = at(constraintDate)
  if (constraint === "SNET" || constraint === "MSO") made.hold(id, date)
  if (constraint === "FNET" || constraint === "MFO") made.holdFinish(id, date)
  if (constraint === "SNLT" || constraint === "MSO") made.bound(id, "start", date)
  if (constraint === "FNLT" || constraint === "MFO") made.bound(id, "finish", date)
}

/** What waits for a summary waits for all its tasks; what a summary waits for, all its tasks wait for. */
function milestonesOfSummaries(made: Builder, { leavesOf, byUid }: Outline): void {
  const before = new Set<number>()
  const after = new Set<number>()
  for (const task of byUid.values()) {
    if (task.summary && task.links.length > 0) after.add(task.uid)
    for (const { fromUid } of task.links) if (byUid.get(fromUid)?.summary) before.add(fromUid)
  }
  for (const uid of before) {
    made.items.push(itemOf(`end ${uid}`, 0))
    for (const leaf of leavesOf.get(uid) ?? []) made.link(String(leaf.uid), `end ${uid}`, "FS", 0)
  }
  for (const uid of after) {
    made.items.push(itemOf(`begin ${uid}`, 0))
    for (const leaf of leavesOf.get(uid) ?? [])
      if (heldStart(leaf) === null) made.link(`begin ${uid}`, String(leaf.uid), "FS", 0)
  }
}

/** Links that cannot be told in the network are left out; `unsupportedLink` says which. */
function relate(
  made: Builder,
  { outline, spans }: ComparisonInput,
  link: FileLink,
  to: FileTask,
  placed: Placed,
  origin: number,
) {
  const from = outline.byUid.get(link.fromUid)
  if (!from || unsupportedLink(link, from, to) || (!to.summary && heldStart(to) !== null)) return
  const where = placed(from.uid)
  const moment = origin + ((link.type === "FS" || link.type === "FF" ? where?.finish : where?.start) ?? 0)
  const lag = spans.lagFrom(link, from, moment)
  const source = from.summary ? `end ${from.uid}` : String(from.uid)
  made.link(source, to.summary ? `begin ${to.uid}` : String(to.uid), link.type, lag)
}

/** Why a link is not planned with, null when it is. */
function unsupportedLink(link: FileLink, from: FileTask, to: FileTask): string | null {
  if (link.crossProject) return "it refers to another file"
  if (!from.active || !to.active) return "one of its tasks is inactive"
  if (from.external || to.external) return "one of its tasks refers to another file"
  if (from.summary && (link.type === "SS" || link.type === "SF")) return "it depends on the start of a summary"
  if (to.summary && (link.type === "FF" || link.type === "SF")) return "it constrains the finish of a summary"
  return null
}
