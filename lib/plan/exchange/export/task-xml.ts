import type { Day } from "@/lib/base/kernel/day"
import { TICKS_PER_DAY, ticks } from "@/lib/plan/schedule/work-time"
import type { CurrentPlan, PlannedBaseline, PlannedItem } from "../current-plan"
import { ownFields, ownKeyText } from "../own-fields"
import type { WrittenLink } from "./connections"
import { dayEnd, dayStart, type PlanTimes } from "./plan-times"
import { type ExportRow, rowKey } from "./rows"
import { ordered, type Xml } from "./xml"

export type TaskContext = {
  readonly plan: CurrentPlan
  readonly times: PlanTimes
  readonly uidOf: ReadonlyMap<string, number>
  /** Links by the record or connector that waits. */
  readonly linksTo: ReadonlyMap<string, readonly WrittenLink[]>
  /** Lines of baselines by record, each with the number of its baseline. */
  readonly baselinesOf: ReadonlyMap<string, readonly BaselineLine[]>
}
export type BaselineLine = { readonly number: number; readonly line: PlannedBaseline["lines"][number] }

/** Codes of Project: durations and lags in days. */
const IN_DAYS = 7
/** Project's code of each unit of lag, and how much of what it writes is one: tenths of minutes, or percent. */
const lagUnits = {
  days: { format: IN_DAYS, size: TICKS_PER_DAY * 10 },
  hours: { format: 5, size: (TICKS_PER_DAY * 10) / 8 },
  percent: { format: 19, size: 1 },
  elapsed_days: { format: 8, size: 1440 * 10 },
} as const
const linkCodes = { FF: 0, FS: 1, SF: 2, SS: 3 } as const

/** A number of working days as an XML duration, to the second. */
export function durationOf(workingDays: number): string {
  const seconds = Math.round(workingDays * TICKS_PER_DAY * 60)
  return `PT${Math.floor(seconds / 3600)}H${Math.floor((seconds % 3600) / 60)}M${seconds % 60}S`
}

/** Working days of a row; what has no estimate counts as one day, as in the plan. */
function lengthOf({ item, workstream, gate, connector }: ExportRow): number {
  const likely = gate || connector ? 0 : ((item ?? workstream)?.likely ?? 1)
  return ticks(likely) === 0 ? 0 : likely
}

export function taskXml(context: TaskContext, row: ExportRow): Xml {
  const { item, gate, workstream, summary, connector } = row
  const length = lengthOf(row)
  const isEstimated = !gate && !connector && !summary && (item ?? workstream)?.likely === null
  const notes = item?.description || (summary ? "" : workstream?.description)
  return ordered("Task", {
    ...{ UID: row.uid, ID: row.uid, Name: row.name, Type: 0, IsNull: false, WBS: row.outlineNumber },
    ...{ OutlineNumber: row.outlineNumber, OutlineLevel: row.level, Priority: 500, Summary: summary },
    ...(item?.status === "dropped" || (connector && connector.at === null) ? { Active: false } : {}),
    ...timesOf(context, row),
    ...(summary ? {} : { Duration: durationOf(length), Milestone: length === 0, Estimated: isEstimated }),
    ...{ DurationFormat: isEstimated ? 39 : IN_DAYS, EffortDriven: false, IgnoreResourceCalendar: true },
    ...(item ? progressOf(item, length) : reachedOf(context, row)),
    ...constraintsOf(context, row),
    ...(notes ? { Notes: notes } : {}),
    PredecessorLink: linksOf(context, row),
    ExtendedAttribute: attributesOf(context, row),
    Baseline: (context.baselinesOf.get(row.key.id) ?? []).map(({ number, line }) =>
      ordered("Baseline", {
        ...{
          Number: number,
          Interim: false,
          Finish: dayEnd(line.finish),
          DurationFormat: IN_DAYS,
          EstimatedDuration: false,
        },
        ...(line.start ? { Start: dayStart(line.start) } : {}),
        ...(line.likely === null ? {} : { Duration: durationOf(line.likely) }),
      }),
    ),
  })
}

/** Gates that were passed, and ends of workstreams that are done, have happened when the plan has them. */
function reachedOf({ times }: TaskContext, { key, gate, connector }: ExportRow) {
  const moment = gate?.passedAt ? times.of(key.id)?.earlyFinish : connector?.isDone ? connector.at : null
  if (moment === null || moment === undefined) return {}
  const at = times.finishAt(moment)
  return {
    ...{ PercentComplete: 100, PercentWorkComplete: 100, ActualStart: at, ActualFinish: at },
    ...{ ActualDuration: durationOf(0), RemainingDuration: durationOf(0) },
  }
}

const groups = new Set(["stage", "gates", "links"])

function timesOf({ times, plan }: TaskContext, row: ExportRow) {
  const { key, item, connector } = row
  const point = connector?.at ?? null
  const at = point === null ? times.of(key.id) : { earlyStart: point, earlyFinish: point }
  if (!at) {
    const day = plan.programme.startDay
    return groups.has(key.kind) ? {} : { Start: dayStart(day), Finish: dayEnd(day) }
  }
  const isPoint = at.earlyStart === at.earlyFinish
  const start = isPoint ? times.finishAt(at.earlyStart) : times.startAt(at.earlyStart)
  const finish = times.finishAt(at.earlyFinish)
  const shownStart = item?.actualStart ? dayStart(item.actualStart) : start
  const shownFinish = item?.actualFinish ? dayEnd(item.actualFinish) : finish
  if (row.summary) return { Start: shownStart, Finish: shownFinish }
  return {
    ...{ Start: shownStart, Finish: shownFinish, EarlyStart: shownStart, EarlyFinish: shownFinish },
    ...resumeOf(times, row, at.earlyFinish),
  }
}

/** What is left of work under way goes on where the plan has it, at the earliest today. */
function resumeOf(times: PlanTimes, row: ExportRow, earlyFinish: number) {
  const { item } = row
  if (!item?.actualStart || item.actualFinish) return {}
  const resumed = earlyFinish - ticks(leftOf(item, lengthOf(row)))
  return { Stop: times.startAt(resumed), Resume: times.startAt(resumed) }
}

/** Working days that are left: as somebody gave them for work under way, else what the percentage leaves. */
const leftOf = ({ remainingDays, percent, status }: PlannedItem, length: number): number =>
  remainingDays !== null && status !== "done" && status !== "not_started" ? remainingDays : length * (1 - percent / 100)

function progressOf(item: PlannedItem, length: number) {
  const left = leftOf(item, length)
  return {
    ...{ PercentComplete: item.percent, PercentWorkComplete: item.percent },
    ...(item.actualStart ? { ActualStart: dayStart(item.actualStart) } : {}),
    ...(item.actualFinish ? { ActualFinish: dayEnd(item.actualFinish) } : {}),
    ...{ ActualDuration: durationOf(Math.max(0, length - left)), RemainingDuration: durationOf(left) },
  }
}

/** A gate is passed at the end of a day: today at the earliest, or the day of a start or milestone that it waits for. */
function gateHeldTo({ times, linksTo }: TaskContext, { key }: ExportRow): string {
  const asked = (linksTo.get(key.id) ?? []).map(({ from, type, lag, lagUnit }) => {
    const before = times.of(from)
    const moment = (type[0] === "F" ? before?.earlyFinish : before?.earlyStart) ?? 0
    return moment + times.lagFrom({ type, lag, lagUnit, from }, moment)
  })
  const own = times.of(key.id)?.earlyFinish ?? 0
  return own > Math.max(...asked, times.todayTicks + TICKS_PER_DAY) ? times.finishAt(own) : dayEnd(times.today)
}

const constraintCodes = { ALAP: 1, MSO: 2, MFO: 3, SNLT: 5, FNET: 6, FNLT: 7 } as const

/** An item's own constraint; else start no earlier than. A file holds one of the two. */
function constraintOf(item: PlannedItem | null | undefined, from: Day | null | undefined) {
  const { constraintType: type, constraintDay: day } = item ?? {}
  if (!type) return { ConstraintType: from ? 4 : 0, ...(from ? { ConstraintDate: dayStart(from) } : {}) }
  const isEnd = type === "MFO" || type === "FNET" || type === "FNLT"
  const date = day ? { ConstraintDate: isEnd ? dayEnd(day) : dayStart(day) } : {}
  return { ConstraintType: constraintCodes[type], ...date }
}

/**
 * Start no earlier than is Project's constraint 4, unless the item has a constraint of another kind. Project lets work that has not begun
 * lie in the past, so a gate that was not passed finishes no earlier than today, and what only today holds back is held there by such a constraint, and an own field says so.
 */
function constraintsOf(context: TaskContext, row: ExportRow) {
  const { times } = context
  const { item, gate, connector } = row
  if (connector?.isHeld && !connector.isDone && connector.at !== null)
    return { ConstraintType: 4, ConstraintDate: times.finishAt(connector.at) }
  const from = heldDay(times, row) ?? item?.startNoEarlierThan
  const deadline = item?.deadline ?? gate?.targetDay
  return {
    ...(gate && !gate.passedAt && times.todayTicks >= 0
      ? { ConstraintType: 4, ConstraintDate: gateHeldTo(context, row) }
      : constraintOf(item, from)),
    ...(deadline ? { Deadline: dayEnd(deadline) } : {}),
  }
}

function linksOf({ linksTo, uidOf }: TaskContext, row: ExportRow): Xml[] {
  return (linksTo.get(rowKey(row)) ?? []).flatMap(({ from, type, lag, lagUnit }) => {
    const uid = uidOf.get(from)
    if (uid === undefined) return []
    const { format, size } = lagUnits[lagUnit]
    const values = { PredecessorUID: uid, Type: linkCodes[type], CrossProject: false, LagFormat: format }
    return [ordered("PredecessorLink", { ...values, LinkLag: Math.round(lag * size) })]
  })
}

/** Today, for work that has not begun and that nothing but today holds back. */
function heldDay({ of, today, todayTicks }: PlanTimes, row: ExportRow): Day | null {
  const { key, item, gate, summary, connector } = row
  const hasBegun = item?.actualStart || item?.status === "done" || item?.status === "dropped"
  if (gate || connector || summary || hasBegun || todayTicks <= 0) return null
  return of(key.id)?.earlyStart === todayTicks && (item?.startNoEarlierThan ?? "") < today ? today : null
}

function attributesOf({ times }: TaskContext, row: ExportRow): Xml[] {
  const { key, item, workstream } = row
  const held = heldDay(times, row)
  const attribute = (field: keyof typeof ownFields, value: string, format?: number) =>
    ordered("ExtendedAttribute", {
      FieldID: ownFields[field].id,
      Value: value,
      ...(format ? { DurationFormat: format } : {}),
    })
  const duration = (field: "optimistic" | "pessimistic") => {
    const value = item?.[field]
    return value === null || value === undefined ? [] : [attribute(field, durationOf(value), IN_DAYS)]
  }
  return [
    attribute("key", ownKeyText(key)),
    ...(item ? [attribute("status", item.status)] : []),
    ...(item?.reason ? [attribute("reason", item.reason)] : []),
    ...(held ? [attribute("held", `${held} ${item?.startNoEarlierThan ?? "-"}`)] : []),
    ...(item?.constraintType && item.startNoEarlierThan ? [attribute("earliest", item.startNoEarlierThan)] : []),
    ...(workstream?.holdsGate === false ? [attribute("required", "no")] : []),
    ...duration("optimistic"),
    ...duration("pessimistic"),
  ]
}
