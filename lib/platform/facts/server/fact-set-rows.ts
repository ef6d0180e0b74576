import type { Transaction } from "@/lib/base/db/client"
import type { FactSet } from "@/lib/base/db/generated/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"
import type { FactSetView } from "../contract"

export const withImporter = { importedBy: { select: { id: true, name: true } } } as const
type Row = FactSet & { readonly importedBy: { readonly id: Id; readonly name: string } | null }

export const factSetView = (row: Row): FactSetView => ({
  ...{ id: row.id, source: row.source, bundleVersion: row.bundleVersion, region: row.region },
  ...{ takenAt: row.takenAt.toISOString(), importedAt: row.importedAt.toISOString() },
  ...{ importedBy: row.importedBy, fileName: row.fileName, rows: row.rows },
  sha256: Buffer.from(row.sha256).toString("hex"),
})

export type NewFactSet = Omit<FactSet, "id"> & {
  /** `FactColumns` as JSON, in order. */
  readonly batches: readonly string[]
}

/**
 * Keeps a set of facts as it is for ever. The id of the new set, or null when the very same content is a set of this
 * programme already; one that is just being written is waited for.
 */
export async function storeFactSet(tx: Transaction, { batches, ...set }: NewFactSet): Promise<Id | null> {
  const id = newId(set.importedAt)
  const { count } = await tx.factSet.createMany({ data: [{ id, ...set }], skipDuplicates: true })
  if (count === 0) return null
  let before = 0
  for (const batch of batches) before += await insertFacts(tx, { programmeId: set.programmeId, id, batch, before })
  return id
}

type Batch = { readonly programmeId: Id; readonly id: Id; readonly batch: string; readonly before: number }

/** The columns are taken apart where they are stored. */
const insertFacts = (tx: Transaction, { programmeId, id, batch, before }: Batch): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO fact (programme_id, fact_set_id, seq, metric, dimension, value, n, as_of, region, reason)
    SELECT ${programmeId}::uuid, ${id}::uuid, ${before}::int + place, metric, dimension, value::float8, n::float8,
      as_of::timestamptz, region, reason
    FROM (SELECT ${batch}::json AS j) AS given, ROWS FROM (
      json_array_elements_text(j->'metric'), json_array_elements_text(j->'dimension'),
      json_array_elements_text(j->'value'), json_array_elements_text(j->'n'), json_array_elements_text(j->'asOf'),
      json_array_elements_text(j->'region'), json_array_elements_text(j->'reason')
    ) WITH ORDINALITY AS facts (metric, dimension, value, n, as_of, region, reason, place)`
