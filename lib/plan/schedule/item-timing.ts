import type { NetworkItem } from "./network"
import { type Ticks, ticks, type WorkTime } from "./work-time"

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
 * - Begun: holds its actual start; the remainder, likely x (1 - percent / 100), lies from today on and still waits for
 *   what the item waits for (retained logic, the usual default of network planning). Without an actual start it began
 *   when it could, at the latest today.
 * - Done: holds its actual dates, whatever links say. A missing start lies its duration before the finish; a missing
 *   finish its duration after the start, or today if that is earlier; with both missing it lay where links allowed,
 *   finished by today.
 */
export function timeItem(item: NetworkItem, bounds: Bounds, moments: Moments): Span {
  if (item.status === "done") return doneSpan(item, bounds, moments)
  if (hasBegun(item)) return begunSpan(item, bounds, moments)
  const duration = durationOf(item)
  const start = Math.max(earliest(item, bounds, moments), moments.today, bounds.finish - duration)
  return { start, finish: start + duration, resumed: start }
}

function begunSpan(item: NetworkItem, bounds: Bounds, moments: Moments): Span {
  const start = knownStart(item, moments.time) ?? Math.min(earliest(item, bounds, moments), moments.today)
  const remainder = ticks((item.likely ?? 1) * (1 - item.percent / 100))
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

function earliest(item: NetworkItem, bounds: Bounds, { programmeStart, time }: Moments): Ticks {
  const constraint = item.startNoEarlierThan ? time.beginning(item.startNoEarlierThan) : programmeStart
  return Math.max(bounds.start, programmeStart, constraint)
}
