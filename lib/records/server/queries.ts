import { database } from "@/lib/base/db/client"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { ListAnswer } from "../addresses"
import type { Fields, RecordType, View } from "../record"
import { findOwnFields } from "./own-fields"
import { findRows, viewOf } from "./rows"
import { hiddenFrom, visibleTo } from "./writer"

/** All records of a type in the programme, by number, whoever asks; for the rules of other domains. */
export async function findAll<F extends Fields, Code extends string>(
  of: RecordType<F, Code>,
  programmeId: string,
): Promise<readonly View<F>[]> {
  const rows = await findRows(database().prisma, of, programmeId)
  return rows.map((row) => viewOf(of, row))
}

/** The same as a member sees them, with what the programme added to the type. */
export async function listRecords<F extends Fields, Code extends string>(
  of: RecordType<F, Code>,
  actor: ProgrammeActor,
): Promise<ListAnswer<View<F>>> {
  const [all, ownFields] = await Promise.all([
    findAll(of, actor.programmeId),
    findOwnFields(null, actor.programmeId, of.type),
  ])
  const hidden = hiddenFrom(actor, of)
  return {
    items: hidden.length === 0 ? all : all.map((view) => visibleTo(actor, of, view)),
    ...{ ownFields, hidden },
    may: { edit: actor.may(of.edit), manage: actor.may("programme.manage") },
  }
}
