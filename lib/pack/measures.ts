import * as z from "zod"
import { Key } from "./key"

const Why = z.string().trim().min(1).max(600)
const EvidenceId = z.string().regex(/^E\d\d$/, "must be an evidence id, as E07")
/** What an SQL text may refer to by name: a parameter is written `:name` in it, a fragment by its key in capitals. */
const ParameterName = z.string().regex(/^[a-z]+(_[a-z]+)*$/, "must be lower-case words joined by underscores")
const FragmentKey = z.string().regex(/^[A-Z][A-Z0-9]*$/, "must be capitals and digits")
const Sql = z.string().trim().min(1).max(6000)

/** A typed value that whoever runs the bundle may set; `fallback` is used until they do. */
export const MeasureParameter = z.strictObject({
  name: ParameterName,
  type: z.enum(["INT", "DOUBLE", "STRING"]),
  fallback: z.string(),
  meaning: Why,
})
export type MeasureParameter = z.output<typeof MeasureParameter>

/** A named sub-query that statements share. It may use the fragments that stand before it. */
export const Fragment = z.strictObject({
  key: FragmentKey,
  why: Why,
  uses: z.array(FragmentKey).default([]),
  sql: Sql,
})
export type Fragment = z.output<typeof Fragment>

const measureFields = { key: Key, evidence: EvidenceId, metrics: z.array(Key), why: Why }
/**
 * How the metrics of the rules come about. `metrics` names those that it answers, `also` what else it tells.
 * - sql: a SELECT over the system tables that gives metric, dimension, value and n; `regional` ones see one region only.
 *   One that reads a costly table once for several pieces of evidence names the others in `alsoEvidence`.
 * - rest: read calls of the workspace's or account's API; `privilege` is what they ask for.
 * - import: files of other tools.
 * - attested: no telemetry exists; a person says so.
 */
export const Measure = z.discriminatedUnion("kind", [
  z.strictObject({
    ...measureFields,
    kind: z.literal("sql"),
    also: z.array(Key).default([]),
    alsoEvidence: z.array(EvidenceId).default([]),
    regional: z.boolean().default(true),
    uses: z.array(FragmentKey).default([]),
    sql: Sql,
  }),
  z.strictObject({ ...measureFields, kind: z.literal("rest"), calls: z.array(Why).min(1), privilege: Why }),
  z.strictObject({
    ...measureFields,
    kind: z.literal("import"),
    from: z.array(z.enum(["ucx", "lakebridge", "sat", "dqx"])).min(1),
  }),
  z.strictObject({ ...measureFields, kind: z.literal("attested") }),
])
export type Measure = z.output<typeof Measure>
export type SqlMeasure = Extract<Measure, { kind: "sql" }>
/** Every piece of evidence that a measure is. */
export const evidenceOfMeasure = (measure: Measure): readonly string[] =>
  measure.kind === "sql" ? [measure.evidence, ...measure.alsoEvidence] : [measure.evidence]

/** One file of the `measures` folder. Fragments and parameters serve the files after it too. */
export const MeasureFile = z.strictObject({
  parameters: z.array(MeasureParameter).default([]),
  fragments: z.array(Fragment).default([]),
  measures: z.array(Measure).default([]),
})
export type MeasureFile = z.output<typeof MeasureFile>
