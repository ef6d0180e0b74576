import type { CompiledCalendar } from "@/lib/base/calendar/working-calendar"
import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { paceOf } from "./forecast"
import { type KpiView, pathOfKpi } from "./kpi"
import { expectedOn, type PathStanding, standingOf } from "./path"
import { type Due, dueOf, nextPeriod, periodOf } from "./period"
import { distanceTo, progressOf } from "./progress"
import type { SeriesPoint } from "./series"

/** A KPI against its path in words; what is not known says why. */
export type Standing =
  | PathStanding
  | { readonly kind: "in-range" | "out-of-range" }
  | { readonly kind: "unknown"; readonly why: "no-value" | "no-goal" | "too-old" }

/** What is computed of a KPI, beside what was written. */
export type KpiMore = {
  /** Values in the KPI's unit, the oldest first; thinned out to what a small line shows. */
  readonly points: readonly SeriesPoint[]
  /** The newest value and the one before it. */
  readonly latest: SeriesPoint | null
  readonly previous: SeriesPoint | null
  readonly standing: Standing
  /** What the path expects today. */
  readonly expected: number | null
  /** 1 at the target; see `progressOf`. */
  readonly progress: number | null
  readonly due: Due
  /** The value on the day of the target if the pace stays. */
  readonly pace: number | null
  /** The day and the confidence of the newest check-in. */
  readonly checkedIn: Day | null
  readonly confidence: number | null
}
export type KpiLine = KpiView & KpiMore

/** So many points are enough for a line of 80 pixels. */
const MOST_POINTS = 60

type Known = Pick<KpiMore, "points" | "latest" | "previous" | "checkedIn" | "confidence">
export type Clock = { readonly today: Day; readonly calendar: CompiledCalendar }

/** A KPI with what is computed of it. */
export function kpiLine(kpi: KpiView, known: Known, { today, calendar }: Clock): KpiLine {
  const { latest } = known
  const path = pathOfKpi(kpi)
  const value = latest?.value ?? null
  const since = kpi.baselineDay ?? dayOfInstant(kpi.createdAt)
  const recent = kpi.targetDay === null ? null : paceOf(known.points, kpi.targetDay)
  return {
    ...kpi,
    ...known,
    standing: standingOfKpi(kpi, latest, today),
    expected: path ? expectedOn(path, today) : null,
    progress: progressOf(kpi.direction, kpi, value),
    due: dueOf(calendar, kpi.cadence, { since, last: known.checkedIn, today }),
    pace: recent,
  }
}

const dayOfInstant = (instant: string): Day => dayOf(Math.floor(Date.parse(instant) / 86_400_000))

/** The newest points and, evenly, some of those before. */
export function thinned(points: readonly SeriesPoint[]): readonly SeriesPoint[] {
  if (points.length <= MOST_POINTS) return points
  const newest = points.slice(-MOST_POINTS / 3)
  const older = points.slice(0, -MOST_POINTS / 3)
  const step = older.length / (MOST_POINTS - newest.length)
  const kept = older.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
  return [...kept, ...newest]
}

/** Where a KPI stands today by its newest value. Facts that stayed away for more than a period say nothing of today. */
export function standingOfKpi(kpi: KpiView, latest: SeriesPoint | null, today: Day): Standing {
  if (latest === null) return { kind: "unknown", why: "no-value" }
  if (kpi.source === "fact" && isTooOld(kpi, latest.day, today)) return { kind: "unknown", why: "too-old" }
  return standingWith(kpi, latest.value, today)
}

/** Where a KPI would stand today with a value. */
export function standingWith(kpi: KpiView, value: number, today: Day): Standing {
  if (kpi.direction === "range") {
    if (kpi.target === null) return { kind: "unknown", why: "no-goal" }
    const off = distanceTo([kpi.target, kpi.targetTo ?? kpi.target], value)
    return { kind: off === 0 ? "in-range" : "out-of-range" }
  }
  const path = pathOfKpi(kpi)
  return path ? standingOf(path, value, today) : { kind: "unknown", why: "no-goal" }
}

/** Older than the whole period before the present one. */
function isTooOld({ cadence }: Pick<KpiView, "cadence">, day: Day, today: Day): boolean {
  const next = nextPeriod(cadence, periodOf(cadence, day))
  return ordinalOf(next.to) < ordinalOf(today)
}

/** Behind its path, outside its range, or worse than it began. */
export const isBehind = ({ kind }: Standing): boolean =>
  kind === "behind" || kind === "worse-than-baseline" || kind === "out-of-range"

/** Known, and not behind. */
export const isWell = (standing: Standing): boolean => standing.kind !== "unknown" && !isBehind(standing)

/** Whether a value is worse than another one, by the direction of its KPI. */
export function isWorse(kpi: Pick<KpiView, "direction" | "target" | "targetTo">, value: number, than: number): boolean {
  if (kpi.direction !== "range") return kpi.direction === "up" ? value < than : value > than
  if (kpi.target === null) return false
  const bounds = [kpi.target, kpi.targetTo ?? kpi.target] as const
  return distanceTo(bounds, value) > distanceTo(bounds, than)
}

/** A check-in needs a sentence where it is behind its path, worse than the one before, or without a value. */
export function needsSentence(kpi: KpiView, value: number | null, before: number | null, today: Day): boolean {
  if (value === null) return true
  return isBehind(standingWith(kpi, value, today)) || (before !== null && isWorse(kpi, value, before))
}
