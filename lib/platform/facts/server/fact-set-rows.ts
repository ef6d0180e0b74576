import * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import type { FactSet } from "@/lib/base/db/generated/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"
import { FactCounts, type FactSetView } from "../contract"
import type { ReadCounts } from "./reading/job"

const person = { select: { id: true, name: true } } as const
export const withImporter = { importedBy: person, withdrawal: { include: { by: person } } } as const
type Named = { readonly id: Id; readonly name: string }
type Row = FactSet & {
  readonly importedBy: Named | null
  readonly withdrawal: { readonly reason: string; readonly at: Date; readonly by: Named } | null
}
const RanWith = z.record(z.string(), z.string()).nullable()

export const factSetView = (row: Row): FactSetView => ({
  ...{ id: row.id, source: row.source, bundleVersion: row.bundleVersion, region: row.region },
  ...{ takenAt: row.takenAt.toISOString(), importedAt: row.importedAt.toISOString() },
  ...{ importedBy: row.importedBy, fileName: row.fileName, rows: row.rows },
  ...{ sha256: Buffer.from(row.sha256).toString("hex"), workspace: row.workspace },
  counts: FactCounts.nullable().parse(row.counts),
  ranWith: RanWith.parse(row.ranWith),
  withdrawn: row.withdrawal && {
    ...{ reason: row.withdrawal.reason, at: row.withdrawal.at.toISOString() },
    by: { id: row.withdrawal.by.id, name: row.withdrawal.by.name },
  },
})

export type NewFactSet = Omit<FactSet, "id" | "counts" | "ranWith"> & {
  readonly counts: ReadCounts | null
  readonly ranWith: Record<string, string> | null
  /** `FactColumns` as JSON, in order. */
  readonly batches: readonly string[]
}

type Measured = Pick<FactSet, "programmeId" | "source" | "sha256" | "takenAt" | "region" | "workspace">

/**
 * The set that this very content is already, of this very time and place. The same file of a later time is a new
 * measurement, and what was withdrawn does not stand in the way.
 */
export const findSame = (
  reader: Pick<Transaction, "factSet">,
  { programmeId, source, sha256, takenAt, region, workspace }: Measured,
) =>
  reader.factSet.findFirst({
    where: { programmeId, source, sha256, takenAt, region, workspace, withdrawal: null },
    include: withImporter,
  })

/**
 * Keeps a set of facts as it is for ever. The id of the new set, or null when the very same content is a set of this
 * programme already; one that is just being written is waited for.
 */
export async function storeFactSet(tx: Transaction, { batches, ...set }: NewFactSet): Promise<Id | null> {
  const hash = Buffer.from(set.sha256).toString("hex")
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${set.programmeId}::uuid::text || ${hash}, 5))`
  if (await findSame(tx, set)) return null
  const id = newId(set.importedAt)
  const { counts, ranWith, ...plain } = set
  await tx.factSet.create({
    data: { id, ...plain, ...(counts === null ? {} : { counts }), ...(ranWith === null ? {} : { ranWith }) },
  })
  let before = 0
  for (const batch of batches) before += await insertFacts(tx, { programmeId: set.programmeId, id, batch, before })
  return id
}

type Batch = { readonly programmeId: Id; readonly id: Id; readonly batch: string; readonly before: number }

/** The columns are taken apart where they are stored. */
const insertFacts = (tx: Transaction, { programmeId, id, batch, before }: Batch): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO fact (programme_id, fact_set_id, seq, metric, dimension, value, n, as_of, region, reason, workspace,
      statement)
    SELECT ${programmeId}::uuid, ${id}::uuid, ${before}::int + place, metric, dimension, value::float8, n::float8,
      as_of::timestamptz, region, reason, workspace, statement
    FROM (SELECT ${batch}::json AS j) AS given, ROWS FROM (
      json_array_elements_text(j->'metric'), json_array_elements_text(j->'dimension'),
      json_array_elements_text(j->'value'), json_array_elements_text(j->'n'), json_array_elements_text(j->'asOf'),
      json_array_elements_text(j->'region'), json_array_elements_text(j->'reason'),
      json_array_elements_text(j->'workspace'), json_array_elements_text(j->'statement')
    ) WITH ORDINALITY AS facts (metric, dimension, value, n, as_of, region, reason, workspace, statement, place)`
