import { database } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"

/** The user behind the person who started a run; null for the schedule. */
export async function findUserOf({ programmeId, startedById }: { programmeId: Id; startedById: Id | null }) {
  if (startedById === null) return null
  const person = await database().prisma.person.findFirst({
    where: { id: startedById, programmeId },
    select: { userId: true },
  })
  return person?.userId ?? null
}
