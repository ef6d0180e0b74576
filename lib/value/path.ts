import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"

/** A value that is expected on a day. */
export type PathPoint = { readonly day: Day; readonly value: number }
/** The days from the baseline to the target with milestones between, by day; two or more points, each day once. */
export type Path = readonly PathPoint[]

/** Values are taken as equal within this share of the whole path, so that rounding moves no day. */
const TOLERANCE = 1e-9
const DAYS_PER_WEEK = 7
/** Within so many days of its path a value is on it. */
export const ON_PATH_DAYS = 14

/** The path of a KPI, linear between its points; null while an end is missing or the target is not after the baseline. */
export function pathOf(
  baseline: { readonly day: Day | null; readonly value: number | null },
  target: { readonly day: Day | null; readonly value: number | null },
  milestones: readonly PathPoint[] = [],
): Path | null {
  const [from, to] = [pointOf(baseline), pointOf(target)]
  if (!from || !to || from.day >= to.day) return null
  const between = new Map(
    milestones.filter(({ day }) => day > from.day && day < to.day).map((point) => [point.day, point]),
  )
  return [from, ...[...between.values()].sort((a, b) => ordinalOf(a.day) - ordinalOf(b.day)), to]
}

const pointOf = ({ day, value }: { readonly day: Day | null; readonly value: number | null }): PathPoint | null =>
  day === null || value === null ? null : { day, value }

/** What the path expects on a day: the baseline before it begins, the target after it ends. */
export function expectedOn(path: Path, day: Day): number {
  const at = ordinalOf(day)
  for (const [from, to] of legsOf(path)) {
    const [start, end] = [ordinalOf(from.day), ordinalOf(to.day)]
    if (at <= start) return from.value
    if (at <= end) return from.value + ((to.value - from.value) * (at - start)) / (end - start)
  }
  return path.at(-1)?.value ?? Number.NaN
}

/**
 * The day nearest to `today` on which the path has this value, before its first and after its last day level; null when
 * it never has. Rounded to whole days.
 */
export function nearestDayWith(path: Path, value: number, today: Day): Day | null {
  const now = ordinalOf(today)
  const [first, last] = [path[0], path.at(-1)]
  if (!first || !last) return null
  const days = legsOf(path).flatMap(([from, to]) => daysOnLeg(from, to, value, now))
  if (isSame(path, first.value, value)) days.push(Math.min(now, ordinalOf(first.day)))
  if (isSame(path, last.value, value)) days.push(Math.max(now, ordinalOf(last.day)))
  if (days.length === 0) return null
  return dayOf(Math.round(days.reduce((best, each) => (Math.abs(each - now) < Math.abs(best - now) ? each : best))))
}

function daysOnLeg(from: PathPoint, to: PathPoint, value: number, now: number): number[] {
  const [start, end] = [ordinalOf(from.day), ordinalOf(to.day)]
  if (from.value === to.value) return value === from.value ? [Math.min(Math.max(now, start), end)] : []
  const share = (value - from.value) / (to.value - from.value)
  return share < -TOLERANCE || share > 1 + TOLERANCE ? [] : [start + Math.min(1, Math.max(0, share)) * (end - start)]
}

const legsOf = (path: Path): (readonly [PathPoint, PathPoint])[] =>
  path.slice(1).flatMap((to, at) => {
    const from = path[at]
    return from ? [[from, to] as const] : []
  })

const isSame = (path: Path, one: number, other: number): boolean => {
  const values = path.map(({ value }) => value)
  return Math.abs(one - other) <= TOLERANCE * Math.max(1e-12, Math.max(...values) - Math.min(...values))
}

/** Where a value stands against its path, by the distance in time from today. */
export type PathStanding =
  | { readonly kind: "on-path" | "met" | "worse-than-baseline" | "beyond-path" }
  | { readonly kind: "ahead" | "behind"; readonly weeks: number }

/**
 * Where a value stands: at its target or better, worse than its baseline, or by how many weeks the nearest day on which
 * the path has it lies from today. Within two weeks it is on its path.
 * @returns `beyond-path` for a value that the milestones of the path leave out, which is better or worse by none of them
 */
export function standingOf(path: Path, value: number, today: Day): PathStanding {
  const [first, last] = [path[0], path.at(-1)]
  if (!first || !last) return { kind: "beyond-path" }
  const sign = Math.sign(last.value - first.value)
  if (sign === 0 ? value === last.value : (value - last.value) * sign >= 0) return { kind: "met" }
  const nearest = nearestDayWith(path, value, today)
  if (nearest === null) return { kind: (value - first.value) * sign < 0 ? "worse-than-baseline" : "beyond-path" }
  const days = ordinalOf(nearest) - ordinalOf(today)
  if (Math.abs(days) <= ON_PATH_DAYS) return { kind: "on-path" }
  return { kind: days > 0 ? "ahead" : "behind", weeks: Math.round(Math.abs(days) / DAYS_PER_WEEK) }
}
