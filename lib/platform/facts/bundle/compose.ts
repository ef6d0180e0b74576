import { metricsIn, parametersIn } from "@/lib/pack/measure-flaws"
import type { Fragment, MeasureParameter, SqlMeasure } from "@/lib/pack/measures"
import type { Release } from "@/lib/pack/release"
import { quiet } from "./folded"
import { sayGrants } from "./grants"

/** One question of the bundle: a single SELECT that stands on its own. */
export type Statement = {
  readonly measure: string
  readonly evidence: string
  /** What else it is evidence of, since it reads a costly table once. */
  readonly alsoEvidence: readonly string[]
  /** The metrics its rows are of. */
  readonly metrics: readonly string[]
  /** Without a semicolon; parameters stand in it as `:name`. */
  readonly sql: string
  /** Those that stand in this SQL, to be bound with their type. */
  readonly parameters: readonly MeasureParameter[]
  /** The tables it reads, with catalog and schema. */
  readonly reads: readonly string[]
  /** What it reads and why, in a sentence or two for who must allow it. */
  readonly comment: string
}

/** The columns that every statement gives, in their order. */
export const resultColumns = ["metric", "dimension", "value", "n", "as_of", "region", "bundle_version"] as const

/** The time of the statement in UTC, to the second. */
export const asOf =
  "concat(date_format(to_utc_timestamp(current_timestamp(), current_timezone()), 'yyyy-MM-dd'), 'T', " +
  "date_format(to_utc_timestamp(current_timestamp(), current_timezone()), 'HH:mm:ss'), 'Z')"

/** A measure as a statement: the fragments it needs, its own selects, and around them when, where and by which version. */
export function compose(measure: SqlMeasure, release: Release, version: string): Statement {
  const fragments = neededBy(measure, release)
  const parts = [
    ...fragments.map(({ key, why, sql }) => `-- ${key}: ${quiet(why)}\n${key} AS (\n${indented(sql)}\n)`),
    `MEASURED AS (\n${indented(measure.sql)}\n)`,
  ]
  const region = measure.regional ? ":region" : "''"
  const sql = [
    `WITH\n${parts.join(",\n")}`,
    "SELECT metric, dimension, CAST(value AS DOUBLE) AS value, CAST(n AS DOUBLE) AS n,",
    `  ${asOf} AS as_of,`,
    `  ${region} AS region, '${version}' AS bundle_version`,
    "FROM MEASURED",
  ].join("\n")
  const named = new Set(parametersIn(sql))
  const reads = tablesIn(sql)
  return {
    ...{
      measure: measure.key,
      evidence: measure.evidence,
      alsoEvidence: measure.alsoEvidence,
      metrics: metricsIn(measure.sql),
      sql,
      reads,
    },
    parameters: release.measures.flatMap((file) => file.parameters).filter(({ name }) => named.has(name)),
    comment: `${measure.why} Tables: ${reads.join(", ")}. ${sayGrants(reads)}`,
  }
}

/** Whether its figures are of the whole account, and so of no region. */
export const regionless = ({ sql }: Pick<Statement, "sql">): boolean => !parametersIn(sql).includes("region")

/** In the order of the release, in which each stands after those that it uses. */
export function neededBy({ uses }: SqlMeasure, release: Release): Fragment[] {
  const needed = new Set(uses)
  const all = release.measures.flatMap((file) => file.fragments)
  for (const fragment of all.toReversed())
    if (needed.has(fragment.key)) for (const key of fragment.uses) needed.add(key)
  return all.filter(({ key }) => needed.has(key))
}

/** The system tables that a measure reads, its fragments' too. */
export const tablesOf = (measure: SqlMeasure, release: Release): string[] =>
  tablesIn([...neededBy(measure, release), measure].map(({ sql }) => sql).join("\n"))
const tablesIn = (sql: string): string[] =>
  [...new Set([...sql.matchAll(/\bsystem\.[a-z_]+\.[a-z_]+/g)].map(([table]) => table))].sort()
const indented = (sql: string): string => sql.trim().replace(/^/gm, "  ")
