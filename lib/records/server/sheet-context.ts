import { database, type Transaction } from "@/lib/base/db/client"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { Words } from "../kind"
import type { RecordType } from "../record"
import { columnsOfSheet, type Mapping, type SheetColumn } from "../sheet/columns"
import { type Slot, slotsOf } from "../slot"
import { findOwnFields } from "./own-fields"
import { loadWords } from "./words"
import { hiddenFrom } from "./writer"

/** What sheets of a type are read and written with, as the member sees it. */
export type SheetContext = {
  readonly slots: readonly Slot[]
  readonly columns: readonly SheetColumn[]
  readonly words: Words
}

export async function sheetContext(of: RecordType, actor: ProgrammeActor, tx?: Transaction): Promise<SheetContext> {
  const ownFields = await findOwnFields(tx ?? null, actor.programmeId, of.type)
  const slots = slotsOf(of, ownFields, new Set(hiddenFrom(actor, of)))
  return { slots, columns: columnsOfSheet(slots), words: await loadWords(actor, slots, tx) }
}

/** Which field each column was read into in the last import. */
export async function findMapping(of: RecordType, programmeId: string): Promise<Mapping> {
  const kept = await database().prisma.sheetMapping.findUnique({
    where: { programmeId_recordType: { programmeId, recordType: of.type } },
  })
  const columns = kept?.columns
  return typeof columns === "object" && columns !== null
    ? Object.fromEntries(Object.entries(columns).map(([head, name]) => [head, String(name)]))
    : {}
}

/** Keeps what was chosen for these columns; what is known of others stays. */
export async function keepMapping(tx: Transaction, of: RecordType, programmeId: string, mapping: Mapping) {
  const at = { programmeId, recordType: of.type }
  const columns = { ...(await findMapping(of, programmeId)), ...mapping }
  await tx.sheetMapping.upsert({
    where: { programmeId_recordType: at },
    create: { ...at, columns },
    update: { columns },
  })
}
