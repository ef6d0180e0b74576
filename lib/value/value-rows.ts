import { type Day, isDay } from "@/lib/base/kernel/day"
import { folded } from "@/lib/base/kernel/folded"
import type { Id } from "@/lib/base/kernel/id"

/** A row as it came in: a KPI by its name or number (`K3`), a day, and a value with a decimal point. */
export type ValueRow = { readonly kpi: string; readonly day: string; readonly value: string }
export type ReadRow = { readonly kpiId: Id; readonly day: Day; readonly value: number }
/** What is wrong with a row, counted from 1. */
export type RowProblem = { readonly row: number; readonly sentence: string }

type Known = { readonly id: Id; readonly name: string; readonly number: number; readonly source: string }

/** Reads rows of a series. All are read or none counts: each that does not fit says why. */
export function readValueRows(
  rows: readonly ValueRow[],
  kpis: readonly Known[],
  today: Day,
): { readonly read: readonly ReadRow[]; readonly problems: readonly RowProblem[] } {
  const read: ReadRow[] = []
  const problems: RowProblem[] = []
  const seen = new Map<string, number>()
  for (const [at, row] of rows.entries()) {
    const one = readRow(row, kpis, today)
    const place = typeof one === "string" ? "" : `${one.kpiId} ${one.day}`
    const before = seen.get(place)
    if (typeof one === "string") problems.push({ row: at + 1, sentence: one })
    else if (before !== undefined)
      problems.push({ row: at + 1, sentence: `Row ${before} already gives this KPI a value on ${one.day}.` })
    else {
      seen.set(place, at + 1)
      read.push(one)
    }
  }
  return { read, problems }
}

function readRow({ kpi, day, value }: ValueRow, kpis: readonly Known[], today: Day): ReadRow | string {
  const name = kpi.trim()
  const number = /^[Kk](\d{1,6})$/.exec(name)?.[1]
  const found = kpis.filter((each) =>
    number === undefined ? folded(each.name) === folded(name) : each.number === Number(number),
  )
  const [one, other] = found
  if (!one) return `"${name}" is no KPI of this programme.`
  if (other) return `There is more than one KPI called "${name}". Use its number, such as K${one.number}.`
  if (one.source === "fact" || one.source === "formula")
    return `"${one.name}" is measured or computed; its values are not imported.`
  const at = day.trim()
  if (!isDay(at)) return `"${at}" is no date. Use YYYY-MM-DD.`
  if (at > today) return `${at} is after today.`
  const amount = /^[-+]?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : Number.NaN
  if (!Number.isFinite(amount) || Math.abs(amount) > 1e15)
    return `"${value.trim()}" is no number. Use digits and a decimal point, such as 1250.5.`
  return { kpiId: one.id, day: at, value: amount }
}
