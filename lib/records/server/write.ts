import type { Transaction } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import { addedEvent } from "../events"
import type { Fields, RecordType, Values, View } from "../record"
import { differences, ownOf, slotsOf } from "../slot"
import { cellsOf, initialOf, insertRow, nextNumber, updateRow, viewOf } from "./rows"
import { forgetInSearch, noteInSearch } from "./search"

/** Values of a record, also of fields that only its own verbs write. */
export type SomeValues<F extends Fields> = { readonly [Name in keyof F]?: Values<F>[Name] | undefined } & {
  readonly own?: Readonly<Record<string, unknown>> | undefined
}

/** Writes a new record that was judged already, and the event that tells of it. */
export async function insertRecord<F extends Fields, Code extends string>(
  tx: Transaction,
  actor: ProgrammeActor,
  of: RecordType<F, Code>,
  given: SomeValues<F>,
): Promise<{ readonly view: View<F>; readonly event: EventDraft }> {
  const { programmeId } = actor
  const { at } = actor.context
  const values = { ...initialOf(of), ...given }
  const id = newId(at)
  const number = await nextNumber(tx, of, programmeId)
  const instants = { created_at: at.toISOString(), updated_at: at.toISOString() }
  const head = { id, programme_id: programmeId, number, version: 1, own: ownOf(values), ...instants }
  const view = viewOf(of, await insertRow(tx, of, { ...cellsOf(of, values), ...head }))
  await noteInSearch(tx, programmeId, of, view)
  return { view, event: addedEvent(of.type, id, number, differences(slotsOf(of), {}, values)) }
}

/** Changes a record that was judged already; null when it is not as it was looked at. The caller tells of it. */
export async function updateRecord<F extends Fields, Code extends string>(
  tx: Transaction,
  actor: ProgrammeActor,
  of: RecordType<F, Code>,
  { id, version }: { readonly id: Id; readonly version: number },
  given: SomeValues<F>,
): Promise<View<F> | null> {
  const { programmeId } = actor
  const own = given.own === undefined ? {} : { own: given.own }
  const cells = { ...cellsOf(of, given), ...own, updated_at: actor.context.at.toISOString() }
  const row = await updateRow(tx, of, { programmeId, id, version, removed: false }, cells)
  if (!row) return null
  const view = viewOf(of, row)
  await noteInSearch(tx, programmeId, of, view)
  return view
}

/** Takes a record away, or brings it back; null when it is not as it was looked at. */
export async function moveRecord<F extends Fields, Code extends string>(
  tx: Transaction,
  actor: ProgrammeActor,
  of: RecordType<F, Code>,
  at: { readonly id: Id; readonly version: number | null; readonly removed: boolean },
): Promise<View<F> | null> {
  const { programmeId } = actor
  const cells = { removed_at: at.removed ? null : actor.context.at.toISOString() }
  const row = await updateRow(tx, of, { ...at, programmeId }, cells)
  if (!row) return null
  const view = viewOf(of, row)
  if (at.removed) await noteInSearch(tx, programmeId, of, view)
  else await forgetInSearch(tx, programmeId, of.type, at.id)
  return view
}
