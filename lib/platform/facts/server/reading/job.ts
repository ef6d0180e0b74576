import * as z from "zod"
import { factSources } from "../../fact"
import { kinds } from "../../kinds"

/** What the reading process is told; it knows nothing else, and reaches no database. */
export const ReadJob = z.strictObject({
  path: z.string(),
  source: z.enum(factSources),
  now: z.string(),
  takenAt: z.string().nullable(),
  region: z.string(),
  workspace: z.string(),
  /** Metrics whose figures are of one region, and of one workspace. */
  regional: z.array(z.string()),
  local: z.array(z.string()),
  /** The current statement of each metric. */
  statements: z.record(z.string(), z.string()),
  kinds: z.record(z.string(), z.enum(kinds)),
  bundleVersion: z.string(),
  maxFacts: z.int(),
})
export type ReadJob = z.output<typeof ReadJob>

const Fault = z.strictObject({
  line: z.int().nullable(),
  column: z.string().nullable(),
  sheet: z.string().nullable(),
  message: z.string(),
})
/** Facts as columns: a hundred thousand of them are then a few texts rather than a hundred thousand objects. */
export const FactColumns = z.strictObject({
  metric: z.array(z.string()),
  dimension: z.array(z.string()),
  value: z.array(z.number().nullable()),
  n: z.array(z.number().nullable()),
  asOf: z.array(z.string()),
  region: z.array(z.string()),
  reason: z.array(z.string().nullable()),
  workspace: z.array(z.string()),
  statement: z.array(z.string().nullable()),
})
export type FactColumns = z.output<typeof FactColumns>

/** What became of the rows of a file; `read` is the sum of the others. */
export const ReadCounts = z.strictObject({
  read: z.int(),
  taken: z.int(),
  same: z.int(),
  aside: z.array(z.strictObject({ reason: z.string(), rows: z.int() })),
})
export type ReadCounts = z.output<typeof ReadCounts>

/** What the reading process says last. */
export const ReadEnd = z.strictObject({
  rows: z.int(),
  metrics: z.record(z.string(), z.int()),
  takenAt: z.string().nullable(),
  counts: ReadCounts,
  /** The parameters that it says it ran with; null when it says nothing of them. */
  ranWith: z.record(z.string(), z.string()).nullable(),
  faults: z.array(Fault),
  faultCount: z.int(),
  notes: z.array(z.string()),
})
export type ReadEnd = z.output<typeof ReadEnd>
