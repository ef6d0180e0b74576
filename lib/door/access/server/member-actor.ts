import { database } from "@/lib/base/db/client"
import { dayIn } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import { ProgrammeActor } from "../actor"

/**
 * A member as they are now, for work that they asked for and that goes on after their request; null when they are no longer
 * one. They act without a session, so nothing can be signed this way.
 */
export async function actorOfMember(programmeId: Id, userId: Id, at: Date): Promise<ProgrammeActor | null> {
  const { prisma } = database()
  const [member, person, programme, chain] = await Promise.all([
    prisma.member.findFirst({ where: { programmeId, userId, user: { disabledAt: null } } }),
    prisma.person.findFirst({ where: { programmeId, userId } }),
    prisma.programme.findFirst({ where: { id: programmeId } }),
    prisma.auditChain.findFirst({ where: { id: programmeId } }),
  ])
  if (!member || !person || !programme || !chain) return null
  const { timeZone, archivedAt } = programme
  return new ProgrammeActor(
    { at, network: "server" },
    { userId, scope: "write", admin: false, sessionId: null, credential: null, authenticatedAt: null },
    {
      ...{ programmeId, personId: person.id, role: member.role, timeZone, today: dayIn(timeZone, at) },
      ...{ seq: chain.seq, archived: archivedAt !== null },
    },
  )
}
