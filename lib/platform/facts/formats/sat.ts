import { grouped } from "@/lib/base/kernel/grouped"
import { missingIn } from "./bundle"
import { instantIn, nameIn, numberIn } from "./cells"
import { faultAt, type Outcome, type ReadContext, type Reader, type TableRow } from "./reader"

const COLUMNS = ["workspace_id", "check_id", "severity", "status", "rundate"] as const
const SEVERITIES = ["high", "medium", "low"] as const
type Severity = (typeof SEVERITIES)[number]
type Control = { readonly asOf: string; readonly severity: Severity; readonly failed: boolean }
/** The newest row of each control of a workspace. */
type Controls = Map<string, Control>

/** A run may cross midnight, and each control says when it was judged itself; what is older was not judged again. */
const RUN_MS = 86_400_000
/** Some hundred controls in some hundred workspaces, and room to spare; all of them are held at once. */
const MOST_CONTROLS = 200_000

/**
 * Reads the export of the security analysis tool: of every workspace its newest run, as failures of each severity over
 * the controls that were judged (E48). Which control failed where stays outside.
 */
export function satReader(context: ReadContext): Reader {
  const workspaces = new Map<string, Controls>()
  let held = 0
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
    const control = nameIn(cell("check_id"), 80)
    if (!control.ok || control.value === "") fault("check_id", "Every row names its check.")
    if (faults.length > 0 || !workspace.ok || !control.ok || !asOf.ok || !severity) return faults
    const controls = workspaces.get(workspace.value) ?? new Map<string, Control>()
    if (!controls.has(control.value)) held++
    if (held > MOST_CONTROLS) return [{ fault: faultAt(row, "check_id", TOO_MANY) }]
    workspaces.set(workspace.value, controls)
    keepNewest(controls, control.value, { asOf: asOf.value, severity, failed: status === "FAIL" })
    return []
  }
  const facts = () => [...workspaces].flatMap(([workspace, controls]) => factsOf(workspace, controls, context.region))
  return { take, end: () => [...facts(), ...secrets.end()] }
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

const TOO_MANY = `More than ${grouped(MOST_CONTROLS)} checks of workspaces stand in this file. Export the newest run alone.`

/** Of two rows of the same moment the failure counts. */
function keepNewest(controls: Controls, id: string, row: Control): void {
  const known = controls.get(id)
  if (known && (known.asOf > row.asOf || (known.asOf === row.asOf && known.failed))) return
  controls.set(id, row)
}

function factsOf(workspace: string, controls: Controls, region: string): Outcome[] {
  const all = [...controls.values()]
  const asOf = all.reduce((newest, each) => (each.asOf > newest ? each.asOf : newest), "")
  const judged = all.filter((each) => Date.parse(asOf) - Date.parse(each.asOf) <= RUN_MS)
  return SEVERITIES.map((severity) => ({
    fact: {
      ...{ metric: `${severity}-severity-failures`, dimension: workspace, n: judged.length },
      value: judged.filter((each) => each.severity === severity && each.failed).length,
      ...{ asOf, region, reason: null },
    },
  }))
}
