import type { FactRow } from "../fact"
import { observationsFlaw, valueFlaw } from "../kinds"
import { instantIn, nameIn, numberIn } from "./cells"
import { faultAt, type Outcome, type ReadContext, type TableRow } from "./reader"

/** Reads one row that is a fact: metric, dimension, value, n, as_of, region and, where there is no value, a reason. */
export function readFact(row: TableRow, context: ReadContext, takenAt: string | null = context.takenAt): Outcome[] {
  const cell = (name: string) => row.cells.get(name) ?? ""
  const [metric, dimension, reason] = [nameIn(cell("metric"), 160), nameIn(cell("dimension")), nameIn(cell("reason"))]
  const region = nameIn(cell("region") || context.region, 60)
  const kind = (metric.ok ? context.kinds.get(metric.value) : undefined) ?? "figure"
  const form = kind === "count" ? "whole" : kind === "share" || kind === "of-plan" ? "share" : "any"
  // what is said of a whole file is no part of figures that are of a region
  const said = metric.ok && context.regional.has(metric.value) ? "" : context.workspace
  const workspace = nameIn(cell("workspace") || said, 120)
  const [value, n] = [numberIn(cell("value"), form), numberIn(cell("n"), "whole")]
  const asOf =
    cell("as_of") === "" && takenAt !== null ? instantIn(takenAt, context.now) : instantIn(cell("as_of"), context.now)
  const faults = Object.entries({ metric, dimension, value, n, as_of: asOf, region, reason, workspace }).flatMap(
    ([name, read]) => (read.ok ? [] : [{ fault: faultAt(row, name, read.refusal) }]),
  )
  if (!metric.ok || !dimension.ok || !reason.ok || !region.ok || !workspace.ok || !value.ok || !n.ok || !asOf.ok)
    return faults
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(metric.value))
    return [{ fault: faultAt(row, "metric", "Metrics are lower-case words joined by hyphens.") }]
  const flaws = { value: valueFlaw(kind, value.value), n: observationsFlaw(n.value) }
  const wrong = Object.entries(flaws).flatMap(([name, flaw]) =>
    flaw === null ? [] : [{ fault: faultAt(row, name, `${metric.value}: ${flaw}`) }],
  )
  if (wrong.length > 0) return wrong
  const homeless = homeFlaw(context, metric.value, { region: region.value, workspace: workspace.value })
  if (homeless) return [{ fault: faultAt(row, homeless.column, `${metric.value}: ${homeless.message}`) }]
  const statement = nameIn(cell("statement"), 80)
  if (!statement.ok) return [{ fault: faultAt(row, "statement", statement.refusal) }]
  const fact: FactRow = {
    ...{ metric: metric.value, dimension: dimension.value, value: value.value, n: n.value, asOf: asOf.value },
    ...{ region: region.value, reason: reason.value === "" ? null : reason.value },
    ...{ workspace: workspace.value, statement: statement.value === "" ? null : statement.value },
  }
  return [{ fact, rows: 1 }]
}

/** Without its place a figure would stand for places that nobody measured. */
function homeFlaw({ regional, local }: ReadContext, metric: string, place: { region: string; workspace: string }) {
  if (regional.has(metric) && place.region === "" && place.workspace === "")
    return { column: "region", message: "This is a figure of one region. Say which, beside the file or in the run." }
  if (local.has(metric) && place.workspace === "")
    return { column: "workspace", message: "This is a figure of one workspace. Say which." }
  return null
}
