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
  return rows.map(({ id, version, key, label, kind, options }) => ({
    ...{ id, version, key, label, options },
    kind: isOneOf(kinds, kind) ? kind : "text",
  }))
}
