import { missingIn } from "./bundle"
import { instantIn, nameIn, numberIn } from "./cells"
import { faultAt, type Outcome, type ReadContext, type Reader, type TableRow } from "./reader"

const COLUMNS = ["workspace_id", "check_id", "severity", "status", "rundate"] as const
const SEVERITIES = ["high", "medium", "low"] as const
type Severity = (typeof SEVERITIES)[number]
type Run = { readonly workspace: string; asOf: string; judged: number; failed: Record<Severity, number> }

/**
 * Reads the export of the security analysis tool: of every workspace its newest run, as failures of each severity over
 * the controls that were judged (E48). Which control failed where stays outside.
 */
export function satReader(context: ReadContext): Reader {
  const runs = new Map<string, Run>()
  const missing = missingIn(COLUMNS)
  const secrets = secretScan(context)
  const take = (row: TableRow): readonly Outcome[] => {
    if (row.cells.has("secrets_found")) return secrets.take(row)
    const lacking = missing(row)
    if (lacking) return lacking
    const cell = (name: string) => row.cells.get(name)?.trim() ?? ""
    const workspace = nameIn(cell("workspace_id"), 80)
    const asOf = instantIn(cell("rundate"), context.now)
    const severity = SEVERITIES.find((each) => each === cell("severity").toLowerCase())
    const status = cell("status").toUpperCase()
    const faults: Outcome[] = []
    const fault = (column: string, message: string) => faults.push({ fault: faultAt(row, column, message) })
    if (!workspace.ok || workspace.value === "") fault("workspace_id", "Every row names its workspace.")
    if (!asOf.ok) fault("RunDate", asOf.refusal)
    if (!severity) fault("severity", "A severity is High, Medium or Low.")
    if (status !== "PASS" && status !== "FAIL") fault("status", "A status is PASS or FAIL.")
    if (faults.length > 0 || !workspace.ok || !asOf.ok || !severity) return faults
    count(runs, { workspace: workspace.value, asOf: asOf.value, severity, failed: status === "FAIL" })
    return []
  }
  return { take, end: () => [...[...runs.values()].flatMap((run) => factsOf(run, context.region)), ...secrets.end()] }
}

/** Reads the scan of notebooks for secrets, a row a notebook: of each workspace what its newest day found (E12). */
function secretScan({ now, region, takenAt }: ReadContext): Reader {
  const scans = new Map<string, { asOf: string; notebooks: number; found: number }>()
  const take = (row: TableRow): Outcome[] => {
    const cell = (names: readonly string[]) => names.map((name) => row.cells.get(name)?.trim()).find(Boolean) ?? ""
    const workspace = nameIn(cell(["workspace_id", "workspaceid"]), 80)
    const found = numberIn(cell(["secrets_found"]))
    const asOf = instantIn(cell(["scan_time", "rundate", "check_time"]) || (takenAt ?? ""), now)
    if (!workspace.ok) return [{ fault: faultAt(row, "workspace_id", workspace.refusal) }]
    if (!asOf.ok) return [{ fault: faultAt(row, "scan_time", asOf.refusal) }]
    if (!found.ok || found.value === null || found.value < 0)
      return [{ fault: faultAt(row, "secrets_found", "A number of secrets is zero or more.") }]
    const known = scans.get(workspace.value)
    const [day, knownDay] = [asOf.value.slice(0, 10), known?.asOf.slice(0, 10) ?? ""]
    if (day < knownDay) return []
    const scan = known && day === knownDay ? known : { asOf: asOf.value, notebooks: 0, found: 0 }
    scan.notebooks++
    scan.found += found.value
    scans.set(workspace.value, scan)
    return []
  }
  const end = (): Outcome[] =>
    [...scans].map(([dimension, { asOf, notebooks, found }]) => ({
      fact: {
        ...{ metric: "secrets-found-in-notebooks", dimension, value: found, n: notebooks },
        ...{ asOf, region, reason: null },
      },
    }))
  return { take, end }
}

type Judged = { workspace: string; asOf: string; severity: Severity; failed: boolean }

function count(runs: Map<string, Run>, { workspace, asOf, severity, failed }: Judged): void {
  const known = runs.get(workspace)
  if (known && known.asOf > asOf) return
  const run = known?.asOf === asOf ? known : { workspace, asOf, judged: 0, failed: { high: 0, medium: 0, low: 0 } }
  run.judged++
  if (failed) run.failed[severity]++
  runs.set(workspace, run)
}

const factsOf = ({ workspace, asOf, judged, failed }: Run, region: string): Outcome[] =>
  SEVERITIES.map((severity) => ({
    fact: {
      ...{ metric: `${severity}-severity-failures`, dimension: workspace, value: failed[severity], n: judged },
      ...{ asOf, region, reason: null },
    },
  }))
