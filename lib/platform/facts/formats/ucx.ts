import type { FactRow } from "../fact"
import { type Outcome, type ReadContext, type Reader, type TableRow, wholeFault } from "./reader"

/**
 * Reads an assessment of UCX, one tile or all of them, as an export of CSV files or of sheets. Of tables that name where
 * they were upgraded to, it tells the share that is in Unity Catalog (E17); of all objects listed with their format, how
 * many could not be read and have no finding that explains it (E02). Names of tables, jobs and people stay outside.
 */
export function ucxReader(context: ReadContext): Reader {
  const tables = { all: 0, upgraded: 0 }
  const objects = { all: 0, unexplained: 0 }
  const ignored = new Set<string>()
  const take = (row: TableRow): Outcome[] => {
    const { cells } = row
    const isUpgrade = cells.has("upgraded_to")
    const format = cells.get("table_format") ?? cells.get("format")
    if (isUpgrade) {
      tables.all++
      if (filled(cells.get("upgraded_to"))) tables.upgraded++
    }
    if (format !== undefined) {
      objects.all++
      if (isUnread(cells, format) && !isExplained(cells)) objects.unexplained++
    }
    if (!isUpgrade && format === undefined) ignored.add(row.table || "The file")
    return []
  }
  const end = (): Outcome[] => {
    const { takenAt: asOf, region } = context
    if (asOf === null)
      return [{ fault: { ...wholeFault("This file does not say when it was taken."), column: "takenAt" } }]
    const fact = (metric: string, value: number, n: number): Outcome[] =>
      n === 0 ? [] : [{ fact: { metric, dimension: "", value, n, asOf, region, reason: null } satisfies FactRow }]
    const left = [...ignored].map(
      (name): Outcome => ({ note: `${name} was left out: no check asks for what it tells.` }),
    )
    return [
      ...fact("tables-in-unity-catalog", tables.all === 0 ? 0 : tables.upgraded / tables.all, tables.all),
      ...fact("unexplained-unreadable-objects", objects.unexplained, objects.all),
      ...left,
    ]
  }
  return { take, end }
}

type Cells = TableRow["cells"]
const filled = (text: string | undefined): boolean => text !== undefined && !/^(|null|none|\[\])$/i.test(text.trim())

/** UCX writes the format of what it could not look into as unknown, or leaves it empty; views have none. */
const isUnread = (cells: Cells, format: string): boolean =>
  !/view/i.test(cells.get("object_type") ?? cells.get("type") ?? "") && /^(|unknown|null)$/i.test(format.trim())

const isExplained = (cells: Cells): boolean =>
  ["failures", "finding", "problem", "explanation"].some((name) => filled(cells.get(name)))
