import type { Connection } from "@/lib/base/db/generated/client"
import { ok } from "@/lib/base/kernel/result"
import type { Release } from "@/lib/pack/release"
import { bundleOf } from "@/lib/platform/facts/bundle/bundle"
import type { Statement } from "@/lib/platform/facts/bundle/compose"
import type { FactRow } from "@/lib/platform/facts/fact"
import type { MeasureProgress } from "../contract"
import { factOfRow, sayWithoutPeople, untoldFact } from "../facts"
import { endsAll, type Trouble } from "../trouble"
import { type Fetched, trouble, troubleOf } from "./fetched"
import { restOf } from "./plan-run"
import type { Reach } from "./rest/measure"
import { restMeasures } from "./rest/measures"
import { runStatement } from "./run-statement"

type Tell = (progress: Omit<MeasureProgress, "evidence">) => Promise<void>
type Task = {
  readonly key: string
  /** The metrics that stay untold when it fails. */
  readonly metrics: readonly string[]
  readonly measure: (measured: ReadonlyMap<string, number>) => Promise<Fetched<FactRow[]>>
}

/**
 * Measures everything, one after the other. What may not be read, or goes wrong, becomes a fact without a value that says
 * why; only what concerns the whole connection (its credentials, being cancelled) ends the run.
 */
export async function measureAll(
  connection: Connection,
  release: Release,
  reach: Omit<Reach, "measured">,
  tell: Tell,
): Promise<Fetched<FactRow[]>> {
  const facts: FactRow[] = []
  for (const { key, metrics, measure } of tasksOf(connection, release, reach)) {
    await tell({ measure: key, state: "running", rows: 0, reason: null })
    const measured = new Map(facts.flatMap(({ metric, value }) => (value === null ? [] : [[metric, value] as const])))
    const found = await measure(measured)
    if (found.ok) {
      facts.push(...found.value)
      await tell({ measure: key, state: "measured", rows: found.value.length, reason: null })
      continue
    }
    const failed: Trouble = troubleOf(found)
    await tell({ measure: key, state: "untold", rows: 0, reason: sayWithoutPeople(failed) })
    if (endsAll(failed.code)) return trouble(failed.code, failed.said)
    facts.push(...metrics.map((metric) => untoldFact(metric, failed, new Date(reach.now).toISOString())))
  }
  return ok(facts)
}

function tasksOf(connection: Connection, release: Release, reach: Omit<Reach, "measured">): Task[] {
  const bundle = bundleOf(release)
  const { warehouseId } = connection
  const statements = warehouseId === null ? [] : bundle.statements
  return [
    ...statements.map((statement) => ({
      key: statement.measure,
      metrics: statement.metrics,
      measure: () => askWarehouse(reach, warehouseId ?? "", statement, bundle.version),
    })),
    ...restOf(release).map(({ key, metrics }) => ({
      ...{ key, metrics },
      measure: (measured: ReadonlyMap<string, number>) => askApi(key, { ...reach, measured }),
    })),
  ]
}

async function askWarehouse(
  reach: Omit<Reach, "measured">,
  warehouseId: string,
  { sql, parameters }: Statement,
  version: string,
): Promise<Fetched<FactRow[]>> {
  const bound = parameters.map(({ name, type, fallback }) => ({
    name,
    type,
    value: reach.parameters[name] || fallback,
  }))
  const rows = await runStatement(reach.workspace, { warehouseId, sql, parameters: bound })
  if (!rows.ok) return rows
  const facts = rows.value.map((row) => factOfRow(row, version))
  const whole = facts.filter((fact) => fact !== null)
  return whole.length === facts.length ? ok(whole) : trouble("unreadable", "a row is not a fact of the bundle")
}

async function askApi(key: string, reach: Reach): Promise<Fetched<FactRow[]>> {
  const measure = restMeasures[key]
  if (!measure) return trouble("not-there", "unknown measure")
  const found = await measure(reach)
  if (!found.ok) return found
  const asOf = new Date(reach.now).toISOString()
  const region = reach.parameters.region ?? ""
  return ok(
    found.value.map(({ metric, value, n }) => ({ metric, dimension: "", value, n, asOf, region, reason: null })),
  )
}
