import type * as z from "zod"
import { database } from "@/lib/base/db/client"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { type CommandResult, unchanged } from "@/lib/door/server/outcome"
import * as contracts from "../contract"
import { VISIT_MINUTES } from "../since"

const noteText = `INSERT INTO visit (user_id, programme_id, seq, at) VALUES ($1, $2, least($3::int, $4::int), $5)
  ON CONFLICT (user_id, programme_id) DO UPDATE
  SET previous_seq = visit.seq, previous_at = visit.at, seq = excluded.seq, at = excluded.at
  WHERE visit.at <= excluded.at - make_interval(mins => $6)`

/**
 * Notes that a member looked. It leaves no event: nothing of the programme changes, and one would tell everybody's
 * screen that something had.
 */
export async function recordVisit(
  actor: ProgrammeActor,
  { seq }: z.output<typeof contracts.recordVisit.input>,
): Promise<CommandResult<{ noted: boolean }, never>> {
  if (!actor.may(contracts.recordVisit.permission)) return refuse("not-allowed")
  const { signIn, programmeId, membership, context } = actor
  const values = [signIn.userId, programmeId, seq, membership.seq, context.at, VISIT_MINUTES]
  const { rowCount } = await database().pool.query(noteText, values)
  return unchanged({ noted: rowCount === 1 })
}
