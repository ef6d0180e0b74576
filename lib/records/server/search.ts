import type { Transaction } from "@/lib/base/db/client"
import { folded } from "@/lib/base/kernel/folded"
import type { Id } from "@/lib/base/kernel/id"
import type { Fields, RecordType, View } from "../record"
import { slotsOf, titleOf } from "../slot"

/** So much of a record is searched. */
const MOST = 4_000

/** Lets a record be found by its title and texts; what not everybody may see is left out. */
export async function noteInSearch<F extends Fields, Code extends string>(
  tx: Transaction,
  programmeId: Id,
  of: RecordType<F, Code>,
  view: View<F>,
): Promise<void> {
  const texts = slotsOf(of)
    .filter(({ field }) => !field.about.see && ["text", "prose", "list"].includes(field.kind.control))
    .map((slot) => slot.valueOf(view))
    .flatMap((value) => (typeof value === "string" ? [value] : Array.isArray(value) ? value.map(String) : []))
  const title = titleOf(of, view)
  await tx.$executeRaw`
    INSERT INTO search_entry (programme_id, type, record_id, number, title, folded)
    VALUES (${programmeId}::uuid, ${of.type}, ${view.id}::uuid, ${view.number}, ${title},
      ${folded(texts.join(" ")).slice(0, MOST)})
    ON CONFLICT (programme_id, type, record_id)
    DO UPDATE SET number = excluded.number, title = excluded.title, folded = excluded.folded`
}

export async function forgetInSearch(tx: Transaction, programmeId: Id, type: string, id: Id): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM search_entry WHERE programme_id = ${programmeId}::uuid AND type = ${type} AND record_id = ${id}::uuid`
}
