import { instantIn, isNothing, nameIn, numberIn } from "./cells"
import { Asides, faultAt, type Outcome, type ReadContext, type Reader, type TableRow } from "./reader"

/** A scan of one workspace: what each notebook holds, and how many rows said so. */
type Scan = { to: string; rows: number; readonly notebooks: Map<string, number> }
const NOTEBOOKS = ["notebook_path", "notebook_id", "object_path", "path", "notebook"] as const
const MOST_NOTEBOOKS = 300_000

/**
 * Reads the scan of notebooks for secrets: of each workspace what its newest run found (E12). There is a row for every
 * secret, and each repeats its notebook's total, so a notebook counts once. Without run ids the newest day is the run.
 */
export function secretScan({ now, region, takenAt }: ReadContext): Reader {
  const workspaces = new Map<string, Map<string, Scan>>()
  const asides = new Asides()
  let held = 0
  const take = (row: TableRow): Outcome[] => {
    const cell = (names: readonly string[]) =>
      names.map((name) => row.cells.get(name)?.trim() ?? "").find((text) => !isNothing(text)) ?? ""
    const workspace = nameIn(cell(["workspace_id", "workspaceid"]), 80)
    const found = numberIn(cell(["secrets_found"]), "whole")
    const asOf = instantIn(cell(["scan_time", "rundate", "check_time"]) || (takenAt ?? ""), now)
    if (!workspace.ok || workspace.value === "")
      return [{ fault: faultAt(row, "workspace_id", workspace.ok ? "Each row needs a workspace." : workspace.refusal) }]
    if (!asOf.ok) return [{ fault: faultAt(row, "scan_time", asOf.refusal) }]
    if (!found.ok || found.value === null || found.value < 0 || !Number.isInteger(found.value))
      return [
        {
          fault: faultAt(
            row,
            "secrets_found",
            found.ok ? "A number of secrets is whole, zero or more." : found.refusal,
          ),
        },
      ]
    if (cell(NOTEBOOKS) === "" && row.cells.has("cluster_id")) {
      asides.add("Secrets in the settings of clusters: no check asks for them")
      return []
    }
    const notebook = cell(NOTEBOOKS) || `\n${row.table}\n${row.line}`
    const runs = workspaces.get(workspace.value) ?? new Map<string, Scan>()
    workspaces.set(workspace.value, runs)
    const run = cell(["run_id"]) || asOf.value.slice(0, 10)
    const scan = runs.get(run) ?? { to: asOf.value, rows: 0, notebooks: new Map<string, number>() }
    runs.set(run, scan)
    if (!scan.notebooks.has(notebook)) held++
    if (held > MOST_NOTEBOOKS) return [{ fault: faultAt(row, "notebook_path", TOO_MANY) }]
    if (asOf.value > scan.to) scan.to = asOf.value
    scan.rows++
    scan.notebooks.set(notebook, Math.max(scan.notebooks.get(notebook) ?? 0, found.value))
    return []
  }
  const end = (): Outcome[] => [
    ...[...workspaces].flatMap(([workspace, runs]) => factOf(workspace, runs, asides, region)),
    ...asides.outcomes(),
  ]
  return { take, end }
}

const TOO_MANY = `More than ${MOST_NOTEBOOKS} notebooks stand in this file. Export the newest run alone.`

function factOf(workspace: string, runs: ReadonlyMap<string, Scan>, asides: Asides, region: string): Outcome[] {
  const [newest, ...older] = [...runs.values()].sort((a, b) => (a.to > b.to ? -1 : a.to < b.to ? 1 : 0))
  if (!newest) return []
  for (const { rows } of older) asides.add("Scans of older runs", rows)
  const value = [...newest.notebooks.values()].reduce((total, found) => total + found, 0)
  const fact = {
    ...{ metric: "secrets-found-in-notebooks", dimension: workspace, value, n: newest.notebooks.size },
    ...{ asOf: newest.to, region, reason: null, workspace, statement: null },
  }
  return [{ fact }, { taken: newest.rows }]
}
