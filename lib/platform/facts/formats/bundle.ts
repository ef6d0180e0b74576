import { cut } from "@/lib/base/kernel/cut"
import { RAN_WITH } from "../bundle/sql-file"
import { readFact } from "./plain-row"
import { type Fault, faultAt, type Outcome, type ReadContext, type Reader, type TableRow } from "./reader"

const COLUMNS = ["metric", "value", "as_of", "bundle_version"] as const

/** Reads what the product's own bundle answers. Another bundle's rows are refused: their queries mean something else. */
export function bundleReader(context: ReadContext): Reader {
  let seen: string | null = null
  const missing = missingIn(COLUMNS)
  return {
    take: (row) => {
      const lacking = missing(row)
      if (lacking) return lacking
      const cell = (name: string) => row.cells.get(name)?.trim() ?? ""
      const [metric, version, statement] = [cell("metric"), cell("bundle_version"), cell("statement")]
      if (metric === RAN_WITH) return ranWith(row, cell("dimension"))
      const current = context.statements.get(metric)
      if (statement !== "" && current !== undefined)
        return statement === current
          ? readFact(row, context)
          : [{ aside: `${metric}: measured by another statement than the release's`, rows: 1 }]
      if (version === context.bundleVersion) return readFact(row, context).map(measuredBy(current ?? null))
      if (version === seen) return []
      seen = version
      return [{ fault: wrongVersion(row, version, context.bundleVersion) }]
    },
    end: () => [],
  }
}

/** The version stands for all its statements; kept with each fact, it outlives the correction of another statement. */
const measuredBy =
  (statement: string | null) =>
  (outcome: Outcome): Outcome =>
    "fact" in outcome ? { ...outcome, fact: { ...outcome.fact, statement } } : outcome

function ranWith(row: TableRow, text: string): Outcome[] {
  const [, name, value = ""] = /^([a-z_]+)=(.*)$/s.exec(text) ?? []
  if (name === undefined) return [{ fault: faultAt(row, "dimension", "What it ran with is told as name=value.") }]
  return [{ ranWith: name, as: value }]
}

/** One fault is enough for every row that says the same. */
function wrongVersion(row: TableRow, version: string, expected: string): Fault {
  const said = version === "" ? "no version of the bundle" : `version "${cut(version, 40)}" of the bundle`
  return faultAt(
    row,
    "bundle_version",
    `This names ${said}; the programme's release asks for "${expected}". Run that one.`,
  )
}

/** Says once for each table which of these columns it does not have; null when it has all. */
export function missingIn(names: readonly string[]): (row: TableRow) => readonly Outcome[] | null {
  const told = new Set<string>()
  return (row) => {
    const missing = names.filter((name) => !row.cells.has(name))
    if (missing.length === 0) return null
    if (told.has(row.table)) return []
    told.add(row.table)
    const which = missing.length === 1 ? "column" : "columns"
    return [{ fault: faultAt({ ...row, line: 1 }, null, `Missing ${which}: ${missing.join(", ")}.`) }]
  }
}
