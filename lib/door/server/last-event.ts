import { database, type Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"

/** Who last changed a record of the actor's programme, and when. Inside a transaction it is asked there: it has a connection already. */
export async function lastEventOn(
  actor: ProgrammeActor,
  subject: Id,
  tx: Pick<Transaction, "auditEvent" | "person"> = database().prisma,
): Promise<{ by: string | null; at: string | null }> {
  const event = await tx.auditEvent.findFirst({
    where: { chainId: actor.programmeId, subjectId: subject },
    orderBy: { seq: "desc" },
    select: { at: true, actorId: true },
  })
  if (!event?.actorId) return { by: null, at: event?.at.toISOString() ?? null }
  const person = await tx.person.findFirst({
    where: { programmeId: actor.programmeId, id: event.actorId },
    select: { name: true },
  })
  return { by: person?.name ?? null, at: event.at.toISOString() }
}
