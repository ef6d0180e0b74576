import { instantIn, nameIn, numberIn } from "./cells"
import { faultAt, type Outcome, type ReadContext, type Reader, type TableRow, wholeFault } from "./reader"

const COUNTS = ["input_row_count", "valid_row_count"] as const
type Name = (typeof COUNTS)[number]
type Run = { readonly at: string; readonly run: string; counts: Partial<Record<Name, number>> }

/**
 * Reads summary metrics of DQX, a row for each run with its counts, or a row for each metric of a run: of every table the
 * newest run, added up to the share of rows that pass their rules (E21).
 */
export function dqxReader(context: ReadContext): Reader {
  const newest = new Map<string, Run>()
  const take = (row: TableRow): Outcome[] => {
    const counts = countsOf(row)
    if (typeof counts === "string") return [{ fault: faultAt(row, null, counts) }]
    const time = first(row, ["run_time", "run_ts", "created_at", "timestamp"]) || (context.takenAt ?? "")
    const at = instantIn(time, context.now)
    if (!at.ok) return [{ fault: faultAt(row, "run_time", at.refusal) }]
    const table = nameIn(first(row, ["input_location", "table_name", "table", "output_location"]))
    if (!table.ok) return [{ fault: faultAt(row, "input_location", table.refusal) }]
    const run = first(row, ["run_id"])
    const known = newest.get(table.value)
    if (known && known.at > at.value) return []
    const isSame = known?.run === run && known.at === at.value
    newest.set(table.value, { at: at.value, run, counts: { ...(isSame ? known.counts : {}), ...counts } })
    return []
  }
  return { take, end: () => [share([...newest.values()], context)] }
}

function share(runs: readonly Run[], { region }: ReadContext): Outcome {
  const whole = runs.filter(({ counts }) => COUNTS.every((name) => counts[name] !== undefined))
  const sum = (name: Name) => whole.reduce((total, { counts }) => total + (counts[name] ?? 0), 0)
  const [asOf] = whole.map(({ at }) => at).sort()
  const [input, valid] = [sum("input_row_count"), sum("valid_row_count")]
  if (asOf === undefined) return { fault: wholeFault("No run has both input_row_count and valid_row_count.") }
  if (valid > input) return { fault: wholeFault("More rows are valid than there are.") }
  const value = input === 0 ? null : valid / input
  const reason = input === 0 ? "The runs had no rows" : null
  return { fact: { ...{ metric: "rows-passing-quality-rules", dimension: "", value, n: input, asOf, region, reason } } }
}

/** The counts of a row, or what is wrong with it; other metrics of a run have none. */
function countsOf(row: TableRow): Partial<Record<Name, number>> | string {
  const named = row.cells.has("metric_name")
  if (!named && !COUNTS.every((name) => row.cells.has(name)))
    return "There must be columns input_row_count and valid_row_count, or metric_name and metric_value."
  const counts: Partial<Record<Name, number>> = {}
  for (const name of COUNTS) {
    if (named && row.cells.get("metric_name") !== name) continue
    const read = numberIn(row.cells.get(named ? "metric_value" : name) ?? "")
    if (!read.ok || read.value === null || read.value < 0) return `${name} is a number of rows, zero or more.`
    counts[name] = read.value
  }
  return counts
}

const first = ({ cells }: TableRow, names: readonly string[]): string =>
  names.map((name) => cells.get(name)?.trim() ?? "").find((text) => text !== "") ?? ""
