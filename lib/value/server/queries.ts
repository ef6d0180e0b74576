import * as z from "zod"
import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import { database, type Transaction } from "@/lib/base/db/client"
import { fromDayColumn } from "@/lib/base/db/day-column"
import { day, dayIn } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { loadRelease } from "@/lib/pack/server/releases"
import { findStanding } from "@/lib/platform/facts/server/standing-sets"
import type { ListAnswer } from "@/lib/records/addresses"
import { findAll } from "@/lib/records/server/queries"
import { forecastOf } from "../forecast"
import { type KpiView, kpi } from "../kpi"
import { type Clock, type KpiLine, kpiLine, thinned } from "../kpi-line"
import {
  type CheckInRow,
  combineOf,
  factSeries,
  formulaSeries,
  type MeasuredFact,
  type SeriesPoint,
  seriesOf,
  standingRows,
} from "../series"

type Reader = Pick<Transaction, "$queryRaw" | "checkIn" | "programme">

/** Values and check-ins of KPIs, by their ids. */
export type Series = {
  readonly points: ReadonlyMap<Id, readonly SeriesPoint[]>
  readonly rows: ReadonlyMap<Id, readonly CheckInRow[]>
}

/** Every value of the programme's KPIs: what was stated, what facts say, and what formulas make of both. */
export async function findSeries(
  reader: Reader,
  { programmeId, timeZone }: { readonly programmeId: Id; readonly timeZone: string },
  kpis: readonly KpiView[],
): Promise<Series> {
  const [rows, facts] = await Promise.all([
    findCheckIns(reader, programmeId),
    findMeasured(reader, programmeId, timeZone, kpis),
  ])
  const byNumber = new Map(kpis.map((each) => [each.number, each]))
  const stated = (each: KpiView) => rows.get(each.id) ?? []
  const plain = (each: KpiView): SeriesPoint[] => {
    const measured = each.source === "fact" ? (facts.get(each.metric ?? "") ?? []) : []
    return seriesOf(each.source, stated(each), factSeries(measured, combineOf(each), each.factor))
  }
  const known = new Map(kpis.filter(({ source }) => source !== "formula").map((each) => [each.number, plain(each)]))
  const points = kpis.map((each) => {
    const own = known.get(each.number)
    const found = own ?? formulaSeries(each, byNumber, (number) => known.get(number) ?? [])
    return [each.id, own ?? seriesOf("formula", stated(each), found)] as const
  })
  return { points: new Map(points), rows }
}

async function findCheckIns(reader: Reader, programmeId: Id): Promise<ReadonlyMap<Id, readonly CheckInRow[]>> {
  const found = await reader.checkIn.findMany({ where: { programmeId }, orderBy: [{ day: "asc" }, { at: "asc" }] })
  const byKpi = new Map<Id, CheckInRow[]>()
  for (const { kpiId, programmeId: _, ...row } of found) {
    const view = { ...row, day: fromDayColumn(row.day), at: row.at.toISOString() }
    byKpi.set(kpiId, [...(byKpi.get(kpiId) ?? []), view])
  }
  return byKpi
}

const Facts = z.array(
  z.object({ metric: z.string(), day: z.string(), place: z.string(), value: z.number(), n: z.number().nullable() }),
)

/** Facts without a dimension by metric; sets that may not judge are left out here as well, and so are empty shares. */
async function findMeasured(
  reader: Reader,
  programmeId: Id,
  timeZone: string,
  kpis: readonly KpiView[],
): Promise<ReadonlyMap<string, readonly MeasuredFact[]>> {
  const metrics = [...new Set(kpis.flatMap(({ source, metric }) => (source === "fact" && metric ? [metric] : [])))]
  if (metrics.length === 0) return new Map()
  const { silent } = await findStanding(reader, programmeId)
  const rows = await reader.$queryRaw<unknown[]>`
    SELECT f.metric, (f.as_of AT TIME ZONE ${timeZone})::date::text AS day, f.value, f.n,
      CASE WHEN f.workspace = '' THEN f.region ELSE f.workspace END AS place
    FROM fact f JOIN fact_set s ON s.id = f.fact_set_id
    WHERE f.programme_id = ${programmeId}::uuid AND f.metric = ANY(${metrics}) AND f.dimension = ''
      AND f.value IS NOT NULL AND f.n IS DISTINCT FROM 0 AND NOT s.id = ANY(${[...silent]}::uuid[])
    ORDER BY f.as_of, s.taken_at`
  const byMetric = new Map<string, MeasuredFact[]>()
  for (const { metric, day: text, ...fact } of Facts.parse(rows))
    byMetric.set(metric, [...(byMetric.get(metric) ?? []), { ...fact, day: day(text) }])
  return byMetric
}

/** The programme's day and working calendar. */
export async function findClock(actor: ProgrammeActor, reader: Pick<Transaction, "programme"> = database().prisma) {
  const { weekend, holidays } = await reader.programme.findFirstOrThrow({
    where: { id: actor.programmeId },
    select: { weekend: true, holidays: { select: { day: true } } },
  })
  const calendar = compileCalendar({ weekend, holidays: holidays.map((each) => fromDayColumn(each.day)) })
  if (!calendar.ok) throw new Error("a programme without a working day cannot be kept")
  return { today: actor.membership.today, calendar: calendar.value }
}

export function lineOf(each: KpiView, { points, rows }: Series, clock: Clock): KpiLine {
  const all = points.get(each.id) ?? []
  const stated = standingRows(rows.get(each.id) ?? [])
  const fills = (row: CheckInRow) => row.confidence !== null || each.source === "imported"
  return kpiLine(
    each,
    {
      points: thinned(all),
      latest: all.at(-1) ?? null,
      previous: all.at(-2) ?? null,
      checkedIn: stated.findLast(fills)?.day ?? null,
      confidence: stated.findLast(({ confidence }) => confidence !== null)?.confidence ?? null,
    },
    clock,
  )
}

/** KPIs with what is computed of each. */
export async function measure(actor: ProgrammeActor, list: ListAnswer<KpiView>): Promise<ListAnswer<KpiLine>> {
  const [series, clock] = await Promise.all([
    findSeries(database().prisma, actor.membership, list.items),
    findClock(actor),
  ])
  return { ...list, items: list.items.map((each) => lineOf(each, series, clock)) }
}

/** All that is known of one KPI over time. */
export async function findHistory(actor: ProgrammeActor, { recordId }: { readonly recordId: Id }) {
  const { prisma } = database()
  const kpis = await findAll(kpi, actor.programmeId)
  const one = kpis.find(({ id }) => id === recordId)
  if (!one) return null
  const [{ points, rows }, gates] = await Promise.all([
    findSeries(prisma, actor.membership, kpis),
    prisma.gate.findMany({ where: { programmeId: actor.programmeId }, orderBy: { number: "asc" } }),
  ])
  const { timeZone } = actor.membership
  const all = [...(points.get(one.id) ?? [])]
  return {
    points: all,
    checkIns: [...(rows.get(one.id) ?? [])],
    forecast: one.targetDay === null ? null : forecastOf(all, one.targetDay),
    gates: gates.flatMap(({ name, passedAt, targetDay }) => {
      if (passedAt !== null) return [{ name, day: dayIn(timeZone, passedAt), passed: true }]
      return targetDay === null ? [] : [{ name, day: fromDayColumn(targetDay), passed: false }]
    }),
  }
}

/** The pack's KPIs, and which of them the programme has already. */
export async function findLibrary(actor: ProgrammeActor) {
  const { packRelease } = await database().prisma.programme.findFirstOrThrow({
    where: { id: actor.programmeId },
    select: { packRelease: true },
  })
  const release = loadRelease(packRelease)
  const added = new Set((await findAll(kpi, actor.programmeId)).map(({ packKey }) => packKey))
  const objectives = new Map(release.objectives.map(({ key, name }) => [key, name]))
  return {
    items: release.kpis.map(({ key, name, unit, definition, baselineHint, targetHint, objectives: serves }) => ({
      ...{ key, name, unit, definition, baselineHint, targetHint, added: added.has(key) },
      objective: objectives.get(serves[0] ?? "") ?? "",
    })),
  }
}
