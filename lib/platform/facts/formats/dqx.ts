import { instantIn, isNothing, numberIn } from "./cells"
import {
  Asides,
  faultAt,
  type Outcome,
  type ReadContext,
  type Reader,
  type TableRow,
  wholeFault,
  withoutWorkspace,
} from "./reader"

const COUNTS = ["input_row_count", "valid_row_count"] as const
type Name = (typeof COUNTS)[number]
/** One run over one table: its batches are added up. */
type Run = {
  readonly place: string
  /** As it is told to people. */
  readonly said: string
  from: string
  to: string
  rows: number
  readonly counts: Partial<Record<Name, number>>
}
/** Runs of the same frame that began within a day of the newest belong to one night's work. */
const NIGHT_MS = 86_400_000
const MOST_ROWS = 300_000

/**
 * Reads summary metrics of DQX, a row for each run with its counts, or a row for each metric of a run: of every table the
 * newest run, added up to the share of rows that pass their rules (E21). A run is told by its id, its batches add up, and
 * a run over a frame without a location stands for itself.
 */
export function dqxReader(context: ReadContext): Reader {
  const runs = new Map<string, Run>()
  const seen = new Set<string>()
  const asides = new Asides()
  const take = (row: TableRow): Outcome[] => {
    const counts = countsOf(row)
    if (typeof counts === "string") return [{ fault: faultAt(row, null, counts) }]
    const time = first(row, ["run_time", "run_ts", "created_at", "timestamp"]) || (context.takenAt ?? "")
    const at = instantIn(time, context.now)
    if (!at.ok) return [{ fault: faultAt(row, "run_time", at.refusal) }]
    if (Object.keys(counts).length === 0) {
      asides.add("Metrics of DQX other than input_row_count and valid_row_count")
      return []
    }
    const run = runOf(row, at.value)
    const line = `${run.key}\n${at.value}\n${COUNTS.map((name) => counts[name] ?? "").join(" ")}`
    if (seen.has(line)) return [{ same: 1 }]
    if (seen.size >= MOST_ROWS) return [{ fault: faultAt(row, null, TOO_MANY) }]
    seen.add(line)
    const known = runs.get(run.key) ?? { ...run, counts: {}, from: at.value, to: at.value, rows: 0 }
    known.rows++
    if (at.value < known.from) known.from = at.value
    if (at.value > known.to) known.to = at.value
    for (const name of COUNTS)
      if (counts[name] !== undefined) known.counts[name] = (known.counts[name] ?? 0) + counts[name]
    runs.set(run.key, known)
    return []
  }
  return {
    take,
    end: () => [
      ...withoutWorkspace(context),
      ...share(newestOf([...runs.values()], asides), context, asides),
      ...asides.outcomes(),
    ],
  }
}

const TOO_MANY = `More than ${MOST_ROWS} rows of counts stand in this file. Bring those of the last month.`

/** Where there is no run id the time tells runs apart; where there is no location a run is of a frame, told by its name. */
function runOf(row: TableRow, at: string): { key: string; place: string; said: string } {
  const location = first(row, ["input_location", "table_name", "table", "output_location"]).toLowerCase()
  const [id, name] = [first(row, ["run_id"]), first(row, ["run_name"])]
  const run = id || `${name} ${at}`
  const place = location || `frame ${name}`
  return { key: `${place}\n${run}`, place, said: location || `the run ${id || name || at}` }
}

/** Of every table the newest run; of frames all runs of the newest night. Runs that began at the same time all count. */
function newestOf(runs: readonly Run[], asides: Asides): Run[] {
  const newest = new Map<string, string>()
  for (const { place, from } of runs) if (from > (newest.get(place) ?? "")) newest.set(place, from)
  return runs.filter((run) => {
    const behind = Date.parse(newest.get(run.place) ?? run.from) - Date.parse(run.from)
    const counts = run.place.startsWith("frame ") ? behind <= NIGHT_MS : behind === 0
    if (!counts) asides.add("Older runs of the same tables", run.rows)
    return counts
  })
}

function share(runs: readonly Run[], { region, workspace }: ReadContext, asides: Asides): Outcome[] {
  const isWhole = ({ counts }: Run) => COUNTS.every((name) => counts[name] !== undefined)
  for (const run of runs.filter((each) => !isWhole(each))) {
    const missing = COUNTS.filter((name) => run.counts[name] === undefined)
    asides.add(`The newest run of ${run.said.slice(0, 120)} does not say its ${missing.join(" and ")}`, run.rows)
  }
  const whole = runs.filter(isWhole)
  const sum = (name: Name) => whole.reduce((total, { counts }) => total + (counts[name] ?? 0), 0)
  const [asOf] = whole.map(({ to }) => to).sort()
  const [input, valid] = [sum("input_row_count"), sum("valid_row_count")]
  if (asOf === undefined) return [{ fault: wholeFault("No run has both input_row_count and valid_row_count.") }]
  const odd = whole.find(({ counts }) => (counts.valid_row_count ?? 0) > (counts.input_row_count ?? 0))
  if (odd) return [{ fault: wholeFault(`More rows of ${odd.said.slice(0, 120)} are valid than there are.`) }]
  const value = input === 0 ? null : valid / input
  const reason = input === 0 ? "The runs had no rows" : null
  const metric = "rows-passing-quality-rules"
  const fact = { metric, dimension: "", value, n: input, asOf, region, reason, workspace, statement: null }
  return [{ fact }, { taken: whole.reduce((total, { rows }) => total + rows, 0) }]
}

/** The counts of a row, or what is wrong with it; other metrics of a run have none. */
function countsOf(row: TableRow): Partial<Record<Name, number>> | string {
  const named = row.cells.has("metric_name")
  if (!named && !COUNTS.every((name) => row.cells.has(name)))
    return "Needs columns input_row_count and valid_row_count, or metric_name and metric_value."
  const counts: Partial<Record<Name, number>> = {}
  for (const name of COUNTS) {
    if (named && row.cells.get("metric_name")?.trim() !== name) continue
    const text = row.cells.get(named ? "metric_value" : name) ?? ""
    if (isNothing(text)) continue
    const read = numberIn(text, "whole")
    if (!read.ok) return `${name}: ${read.refusal}`
    if (read.value === null || read.value < 0 || !Number.isInteger(read.value))
      return `${name} is a number of rows, whole and not below zero.`
    counts[name] = read.value
  }
  return counts
}

const first = ({ cells }: TableRow, names: readonly string[]): string =>
  names.map((name) => cells.get(name)?.trim() ?? "").find((text) => !isNothing(text)) ?? ""
