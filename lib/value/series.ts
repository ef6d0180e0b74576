import type { Day } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import { evaluate, parseFormula, usesOf } from "./formula"
import type { KpiSource, KpiView } from "./kpi"

/** A value with the day it was true on and where it came from. */
export type SeriesPoint = { readonly day: Day; readonly value: number; readonly source: KpiSource }

/** What somebody stated of a KPI, as it is kept. */
export type CheckInRow = {
  readonly id: Id
  readonly day: Day
  /** In the KPI's unit; null where nothing was measured. */
  readonly value: number | null
  /** 0 to 10; null for what was imported. */
  readonly confidence: number | null
  readonly sentence: string
  readonly source: KpiSource
  readonly personId: Id | null
  readonly correctsId: Id | null
  /** When it was said: an instant in UTC, so that texts compare as times do. */
  readonly at: string
}

/** The rows that nothing corrects, the oldest day first; of one day in the order in which they came. */
export function standingRows(rows: readonly CheckInRow[]): CheckInRow[] {
  const corrected = new Set(rows.map(({ correctsId }) => correctsId))
  return rows
    .filter(({ id }) => !corrected.has(id))
    .toSorted((a, b) => compare(a.day, b.day) || compare(a.at, b.at) || compare(a.id, b.id))
}

/**
 * One value a day: of several the last that came, and what was measured or computed before what was said. A check-in that
 * repeats what was measured adds no value of its own: it would give a fact a later day than its own.
 */
export function seriesOf(
  source: KpiSource,
  stated: readonly CheckInRow[],
  found: readonly SeriesPoint[],
): SeriesPoint[] {
  const byDay = new Map<Day, SeriesPoint>()
  for (const { day, value, source: from } of standingRows(stated))
    if (value !== null && from !== "fact" && from !== "formula") byDay.set(day, { day, value, source: from })
  if (source === "fact" || source === "formula") for (const point of found) byDay.set(point.day, point)
  return [...byDay.values()].sort((a, b) => compare(a.day, b.day))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A fact of a KPI's metric, without a dimension. */
export type MeasuredFact = {
  readonly day: Day
  /** Where it was measured: its workspace, or else its region. */
  readonly place: string
  readonly value: number
  readonly n: number | null
}
/** How the figures of several places make one: shares by their n, counts by adding. Others are not put together. */
export type Combine = "share" | "count" | "single"

/**
 * The series of a metric: on each day with a fact, the newest of every place up to then. Where places cannot be put
 * together there is no value.
 * @param factor what a fact is multiplied by to be in the KPI's unit
 */
export function factSeries(facts: readonly MeasuredFact[], combine: Combine, factor: number): SeriesPoint[] {
  const newest = new Map<string, MeasuredFact>()
  const days = new Map<Day, SeriesPoint | null>()
  for (const fact of facts.toSorted((a, b) => compare(a.day, b.day))) {
    newest.set(fact.place, fact)
    const value = combined([...newest.values()], combine)
    days.set(fact.day, value === null ? null : { day: fact.day, value: rounded(value * factor), source: "fact" })
  }
  return [...days.values()].filter((point) => point !== null)
}

function combined(facts: readonly MeasuredFact[], combine: Combine): number | null {
  const [only] = facts
  if (facts.length === 1) return only?.value ?? null
  if (combine === "single") return null
  if (combine === "count") return facts.reduce((sum, { value }) => sum + value, 0)
  const observed = facts.reduce<number | null>((sum, { n }) => (sum === null || n === null ? null : sum + n), 0)
  if (!observed) return null
  return facts.reduce((sum, { value, n }) => sum + value * (n ?? 0), 0) / observed
}

/** Without the crumbs of binary fractions: 0.4805 x 100 is 48.05. */
const rounded = (value: number): number => Number(value.toPrecision(12))

/** How the figures of several places make one for a KPI of this unit. */
export const combineOf = ({ unit }: Pick<KpiView, "unit">): Combine =>
  unit === "%" ? "share" : unit === "count" ? "count" : "single"

type Computed = Pick<KpiView, "number" | "source" | "formula">

/**
 * The values of a formula: on every day on which one of its KPIs has one, from the newest of each up to then. Days before
 * all of them have a value, and days on which it cannot be worked, have none.
 */
export function formulaSeries(
  of: Computed,
  byNumber: ReadonlyMap<number, Computed>,
  seriesOfNumber: (number: number) => readonly SeriesPoint[],
  above: ReadonlySet<number> = new Set(),
): SeriesPoint[] {
  const parsed = parseFormula(of.formula ?? "")
  if (!parsed.ok || above.has(of.number)) return []
  const below = new Set([...above, of.number])
  const inputs = new Map(
    usesOf(parsed.value).map((number) => {
      const used = byNumber.get(number)
      const points =
        used?.source === "formula" ? formulaSeries(used, byNumber, seriesOfNumber, below) : seriesOfNumber(number)
      return [number, points] as const
    }),
  )
  const days = [...new Set([...inputs.values()].flatMap((points) => points.map(({ day }) => day)))].sort()
  return days.flatMap((day): SeriesPoint[] => {
    const valueOn = (number: number) => inputs.get(number)?.findLast((point) => point.day <= day)?.value ?? null
    const value = evaluate(parsed.value, valueOn)
    return value === null ? [] : [{ day, value: rounded(value), source: "formula" }]
  })
}
