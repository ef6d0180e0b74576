import { grouped } from "@/lib/base/kernel/grouped"
import { missingIn } from "./bundle"
import { instantIn, isNothing, nameIn } from "./cells"
import { Asides, faultAt, type Outcome, type ReadContext, type Reader, type TableRow } from "./reader"
import { secretScan } from "./sat-secrets"

const COLUMNS = ["workspace_id", "check_id", "severity", "status", "rundate"] as const
const SEVERITIES = ["high", "medium", "low"] as const
type Severity = (typeof SEVERITIES)[number]
type Control = { readonly asOf: string; readonly severity: Severity; readonly failed: boolean; rows: number }
/** The newest row of each control of a workspace. */
type Controls = Map<string, Control>

/** A run may cross midnight, and each control says when it was judged itself; what is older was not judged again. */
const RUN_MS = 86_400_000
/** Some hundred controls in some hundred workspaces, and room to spare; all of them are held at once. */
const MOST_CONTROLS = 200_000
const OLDER = "Controls of older runs"

/**
 * Reads the export of the security analysis tool: of every workspace its newest run, as failures of each severity over
 * the controls of that severity that were judged (E48). A severity without any judged control cannot be told: it is not
 * zero. Which control failed where stays outside.
 */
export function satReader(context: ReadContext): Reader {
  const workspaces = new Map<string, Controls>()
  const asides = new Asides()
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
    if (!workspace.ok || workspace.value === "") fault("workspace_id", "Each row needs a workspace.")
    if (!asOf.ok) fault("RunDate", asOf.refusal)
    if (!severity) fault("severity", "Severity must be High, Medium or Low.")
    if (!isNothing(status) && status !== "PASS" && status !== "FAIL")
      fault("status", "A status is PASS or FAIL, or empty where the control was not judged.")
    const control = nameIn(cell("check_id"), 80)
    if (!control.ok || control.value === "") fault("check_id", "Each row needs a check.")
    if (faults.length > 0 || !workspace.ok || !control.ok || !asOf.ok || !severity) return faults
    if (isNothing(status)) {
      asides.add("Controls without a status: they were not judged")
      return []
    }
    const controls = workspaces.get(workspace.value) ?? new Map<string, Control>()
    if (!controls.has(control.value)) held++
    if (held > MOST_CONTROLS) return [{ fault: faultAt(row, "check_id", TOO_MANY) }]
    workspaces.set(workspace.value, controls)
    return keepNewest(
      controls,
      control.value,
      { asOf: asOf.value, severity, failed: status === "FAIL", rows: 1 },
      asides,
    )
  }
  const facts = () =>
    [...workspaces].flatMap(([workspace, controls]) => factsOf(workspace, controls, context.region, asides))
  return { take, end: () => [...facts(), ...asides.outcomes(), ...secrets.end()] }
}

const TOO_MANY = `More than ${grouped(MOST_CONTROLS)} workspace checks in this file. Export only the latest run.`

/** Of two rows of the same moment the failure counts; a row that says the very same counts once. */
function keepNewest(controls: Controls, id: string, row: Control, asides: Asides): Outcome[] {
  const known = controls.get(id)
  if (!known) controls.set(id, row)
  else if (known.asOf === row.asOf && known.failed === row.failed) return [{ same: 1 }]
  else if (known.asOf === row.asOf) {
    // both say something of this moment, and the worse is kept
    controls.set(id, { ...(known.failed ? known : row), rows: known.rows + 1 })
  } else if (known.asOf > row.asOf) asides.add(OLDER)
  else {
    asides.add(OLDER, known.rows)
    controls.set(id, row)
  }
  return []
}

function factsOf(workspace: string, controls: Controls, region: string, asides: Asides): Outcome[] {
  const all = [...controls.values()]
  const asOf = all.reduce((newest, each) => (each.asOf > newest ? each.asOf : newest), "")
  const isJudged = (each: Control) => Date.parse(asOf) - Date.parse(each.asOf) <= RUN_MS
  const judged = all.filter(isJudged)
  for (const old of all.filter((each) => !isJudged(each))) asides.add(OLDER, old.rows)
  const facts = SEVERITIES.map((severity) => {
    const of = judged.filter((each) => each.severity === severity)
    const value = of.length === 0 ? null : of.filter(({ failed }) => failed).length
    const reason = value === null ? `No control of ${severity} severity was judged` : null
    const metric = `${severity}-severity-failures`
    return {
      fact: { metric, dimension: workspace, workspace, statement: null, value, n: of.length, asOf, region, reason },
    }
  })
  return [...facts, { taken: judged.reduce((total, { rows }) => total + rows, 0) }]
}
