import { database, type Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import { isOneOf } from "@/lib/base/kernel/one-of"
import type { OwnField, OwnKind } from "../own-field"

const kinds: readonly OwnKind[] = ["text", "number", "choice", "day", "switch"]

/** What a programme added to a type of record, in its order. */
export async function findOwnFields(
  tx: Pick<Transaction, "ownField"> | null,
  programmeId: Id,
  recordType: string,
): Promise<readonly OwnField[]> {
  const rows = await (tx ?? database().prisma).ownField.findMany({
    where: { programmeId, recordType, removedAt: null },
    orderBy: { createdAt: "asc" },
  })
  return rows.map(ownFieldOf)
}

/** A row as the field that it is. */
export const ownFieldOf = (row: Omit<OwnField, "kind"> & { readonly kind: string }): OwnField => ({
  ...{ id: row.id, version: row.version, key: row.key, label: row.label, options: [...row.options] },
  kind: isOneOf(kinds, row.kind) ? row.kind : "text",
})
