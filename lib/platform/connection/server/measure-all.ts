import type { Connection } from "@/lib/base/db/generated/client"
import { ok } from "@/lib/base/kernel/result"
import type { Release } from "@/lib/pack/release"
import { bundleOf } from "@/lib/platform/facts/bundle/bundle"
import type { Statement } from "@/lib/platform/facts/bundle/compose"
import { statementHashes } from "@/lib/platform/facts/bundle/statement-hash"
import type { FactRow } from "@/lib/platform/facts/fact"
import { metricKinds, observationsFlaw, valueFlaw } from "@/lib/platform/facts/kinds"
import type { MeasureProgress } from "../contract"
import { factOfRow, type Place, sayWithoutPeople, untoldFact, workspaceOf } from "../facts"
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
  readonly place: Place
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
  const kinds = metricKinds(release)
  for (const { key, metrics, place, measure } of tasksOf(connection, release, reach)) {
    await tell({ measure: key, state: "running", rows: 0, reason: null })
    const measured = new Map(facts.flatMap(({ metric, value }) => (value === null ? [] : [[metric, value] as const])))
    const found = withinKinds(await measure(measured), kinds)
    if (found.ok) {
      facts.push(...found.value)
      await tell({ measure: key, state: "measured", rows: found.value.length, reason: null })
      continue
    }
    const failed: Trouble = troubleOf(found)
    await tell({ measure: key, state: "untold", rows: 0, reason: sayWithoutPeople(failed) })
    if (endsAll(failed.code)) return trouble(failed.code, failed.said)
    facts.push(...metrics.map((metric) => untoldFact(metric, failed, new Date(reach.now).toISOString(), place)))
  }
  return ok(facts)
}

function tasksOf(connection: Connection, release: Release, reach: Omit<Reach, "measured">): Task[] {
  const bundle = bundleOf(release)
  const { warehouseId } = connection
  const statements = warehouseId === null ? [] : bundle.statements
  const hashes = statementHashes(release)
  const here = { workspace: workspaceOf(connection), region: reach.parameters.region ?? "" }
  return [
    ...statements.map((statement) => {
      const place = { ...here, statement: hashes.get(statement.metrics[0] ?? "") ?? null }
      return {
        ...{ key: statement.measure, metrics: statement.metrics, place },
        measure: () => askWarehouse(reach, warehouseId ?? "", { ...statement, version: bundle.version, place }),
      }
    }),
    ...restOf(release).map(({ key, metrics }) => ({
      ...{ key, metrics, place: { ...here, statement: null } },
      measure: (measured: ReadonlyMap<string, number>) => askApi(key, { ...reach, measured }, here.workspace),
    })),
  ]
}

async function askWarehouse(
  reach: Omit<Reach, "measured">,
  warehouseId: string,
  { sql, parameters, version, place }: Statement & { version: string; place: Place },
): Promise<Fetched<FactRow[]>> {
  const bound = parameters.map(({ name, type, fallback }) => ({
    name,
    type,
    value: reach.parameters[name] || fallback,
  }))
  const rows = await runStatement(reach.workspace, { warehouseId, sql, parameters: bound })
  if (!rows.ok) return rows
  const facts = rows.value.map((row) => factOfRow(row, version, place))
  const whole = facts.filter((fact) => fact !== null)
  return whole.length === facts.length ? ok(whole) : trouble("unreadable", "a row is not a fact of the bundle")
}

async function askApi(key: string, reach: Reach, workspace: string): Promise<Fetched<FactRow[]>> {
  const measure = restMeasures[key]
  if (!measure) return trouble("not-there", "unknown measure")
  const found = await measure(reach)
  if (!found.ok) return found
  const asOf = new Date(reach.now).toISOString()
  const region = reach.parameters.region ?? ""
  return ok(
    found.value.map(({ metric, value, n }) => ({
      ...{ metric, dimension: "", value, n, asOf, region, reason: null, workspace, statement: null },
    })),
  )
}

/** A figure that cannot be one of its kind is an answer that was not understood. */
function withinKinds(found: Fetched<FactRow[]>, kinds: ReturnType<typeof metricKinds>): Fetched<FactRow[]> {
  if (!found.ok) return found
  const flaw = found.value
    .map(({ metric, value, n }) => valueFlaw(kinds.get(metric) ?? "figure", value) ?? observationsFlaw(n))
    .find((each) => each !== null)
  return flaw ? trouble("unreadable", flaw) : found
}
