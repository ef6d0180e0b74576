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
  const [value, n] = [numberIn(cell("value"), form), numberIn(cell("n"), "whole")]
  const asOf =
    cell("as_of") === "" && takenAt !== null ? instantIn(takenAt, context.now) : instantIn(cell("as_of"), context.now)
  const faults = Object.entries({ metric, dimension, value, n, as_of: asOf, region, reason }).flatMap(([name, read]) =>
    read.ok ? [] : [{ fault: faultAt(row, name, read.refusal) }],
  )
  if (!metric.ok || !dimension.ok || !reason.ok || !region.ok || !value.ok || !n.ok || !asOf.ok) return faults
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(metric.value))
    return [{ fault: faultAt(row, "metric", "Metrics are lower-case words joined by hyphens.") }]
  const flaws = { value: valueFlaw(kind, value.value), n: observationsFlaw(n.value) }
  const wrong = Object.entries(flaws).flatMap(([name, flaw]) =>
    flaw === null ? [] : [{ fault: faultAt(row, name, `${metric.value}: ${flaw}`) }],
  )
  if (wrong.length > 0) return wrong
  const fact: FactRow = {
    ...{ metric: metric.value, dimension: dimension.value, value: value.value, n: n.value, asOf: asOf.value },
    ...{ region: region.value, reason: reason.value === "" ? null : reason.value },
  }
  return [{ fact, rows: 1 }]
}
