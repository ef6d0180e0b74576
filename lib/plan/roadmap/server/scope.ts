import type { Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"

/** Whether a person of the actor's programme has this id; null is nobody, and fine. */
export async function isPerson(tx: Transaction, actor: ProgrammeActor, id: Id | null | undefined): Promise<boolean> {
  if (!id) return true
  const where = { id, programmeId: actor.programmeId, removedAt: null }
  return (await tx.person.findFirst({ where, select: { id: true } })) !== null
}

/** Whether a phase of the actor's programme has this id; null is the workstream's own, and fine. */
export async function isPhase(tx: Transaction, actor: ProgrammeActor, id: Id | null | undefined): Promise<boolean> {
  if (!id) return true
  return (await tx.phase.findFirst({ where: { id, programmeId: actor.programmeId }, select: { id: true } })) !== null
}

/** An architect edits what they own; whoever may edit everything edits this too. */
export const mayEdit = (actor: ProgrammeActor, ownerId: Id | null): boolean => {
  const grant = actor.grant("work.edit")
  return grant === "yes" || (grant === "own" && ownerId === actor.personId)
}
