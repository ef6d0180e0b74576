import type { NetworkItem } from "./network"
import { ANY_TIME, type Ticks, ticks, type WorkTime } from "./work-time"

/** What the links allow at the earliest; `ANY_TIME` where nothing bounds. */
export type Bounds = { readonly start: Ticks; readonly finish: Ticks }

/** Where a piece of work lies. `resumed` is where its last unbroken part begins: the start, unless it is in progress. */
export type Span = { readonly start: Ticks; readonly finish: Ticks; readonly resumed: Ticks }

export type Moments = {
  readonly programmeStart: Ticks
  readonly today: Ticks
  readonly endOfToday: Ticks
  readonly time: WorkTime
}

/** Blocked work has begun when its start or some progress was reported; otherwise the status says it. */
export const hasBegun = (item: NetworkItem): boolean =>
  item.status === "done" ||
  item.status === "in_progress" ||
  (item.status === "blocked" && (item.actualStart !== null || item.percent > 0))

/** The likely duration; unestimated work counts one day. */
export const durationOf = (work: { readonly likely: number | null }): Ticks => ticks(work.likely ?? 1)

/** When an item began for certain: as reported, or its duration before its reported finish; null when not known. */
export function knownStart(item: NetworkItem, time: WorkTime): Ticks | null {
  if (!hasBegun(item)) return null
  if (item.actualStart) return time.beginning(item.actualStart)
  return item.status === "done" && item.actualFinish ? time.end(item.actualFinish) - durationOf(item) : null
}

/**
 * The early dates of one item that is not dropped.
 *
 * - Not begun: one unbroken stretch, as early as links, programme start, start-no-earlier-than and today allow. A bound
 *   on its finish moves all of it.
 * - Begun: holds its actual start; the remainder (as given, else likely x (1 - percent / 100)) lies from today on and
 *   still waits for what the item waits for (retained logic, the usual default of network planning). Without an actual
 *   start it began when it could, at the latest today.
 * - Done: holds its actual dates, whatever links say. A missing start lies its duration before the finish; a missing
 *   finish its duration after the start, or today if that is earlier; with both missing it lay where links allowed,
 *   finished by today.
 */
export function timeItem(item: NetworkItem, bounds: Bounds, moments: Moments): Span {
  if (item.status === "done") return doneSpan(item, bounds, moments)
  if (hasBegun(item)) return begunSpan(item, bounds, moments)
  const duration = durationOf(item)
  const finish = Math.max(bounds.finish, finishFloor(item, moments.time))
  const start = Math.max(earliest(item, bounds, moments), moments.today, finish - duration)
  return { start, finish: start + duration, resumed: start }
}

function begunSpan(item: NetworkItem, bounds: Bounds, moments: Moments): Span {
  const start = knownStart(item, moments.time) ?? Math.min(earliest(item, bounds, moments), moments.today)
  const remainder = remainderOf(item)
  const resumed = Math.max(moments.today, start, bounds.start, bounds.finish - remainder)
  return { start, finish: resumed + remainder, resumed }
}

function doneSpan(item: NetworkItem, bounds: Bounds, moments: Moments): Span {
  const duration = durationOf(item)
  const known = knownStart(item, moments.time)
  if (item.actualFinish) {
    const finish = moments.time.end(item.actualFinish)
    const start = Math.min(known ?? finish - duration, finish)
    return { start, finish, resumed: start }
  }
  if (known !== null) {
    const finish = Math.max(known, Math.min(known + duration, moments.endOfToday))
    return { start: known, finish, resumed: known }
  }
  const finish = Math.min(earliest(item, bounds, moments) + duration, moments.endOfToday)
  return { start: finish - duration, finish, resumed: finish - duration }
}

const earliest = (item: NetworkItem, bounds: Bounds, moments: Moments): Ticks =>
  Math.max(bounds.start, startFloor(item, moments))

/**
 * Before this no item begins, whatever links allow: the day it may start at the earliest or must start on, else the
 * programme's start. A day before the programme's start is honoured.
 */
export function startFloor(
  item: NetworkItem,
  { programmeStart, time }: Pick<Moments, "programmeStart" | "time">,
): Ticks {
  const days = [item.startNoEarlierThan, item.constraintType === "MSO" ? item.constraintDay : null]
  const asked = days.flatMap((each) => (each ? [time.beginning(each)] : []))
  if (item.heldUntil !== undefined) asked.push(item.heldUntil)
  return asked.length > 0 ? Math.max(...asked) : programmeStart
}

/** Before this no item ends, whatever links allow: the day it may finish at the earliest or must finish on. */
export const finishFloor = ({ constraintType: type, constraintDay: day }: NetworkItem, time: WorkTime): Ticks =>
  day && (type === "FNET" || type === "MFO") ? time.end(day) : ANY_TIME

/** After this an item ought not to end: its deadline, or what its constraint says of its finish or start. */
export function finishCeiling(item: NetworkItem, time: WorkTime): Ticks {
  const ends = item.deadline ? [time.end(item.deadline)] : []
  const { constraintType: type, constraintDay: day } = item
  if (day && (type === "FNLT" || type === "MFO")) ends.push(time.end(day))
  if (day && (type === "SNLT" || type === "MSO") && !hasBegun(item)) ends.push(time.beginning(day) + durationOf(item))
  return Math.min(Number.POSITIVE_INFINITY, ...ends)
}

/** The working time that is left of work under way. */
export const remainderOf = ({ remainingDays, likely, percent }: NetworkItem): Ticks =>
  ticks(remainingDays ?? (likely ?? 1) * (1 - percent / 100))
