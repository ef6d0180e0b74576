import type { Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import { findRecord } from "@/lib/records/server/commands"
import { updateRecord } from "@/lib/records/server/write"
import { type DecisionView, decision } from "../decision"

/** Keeps a decision as it is until the transaction ends, so that nobody takes back what is being signed or reviewed. */
export const holdDecision = (tx: Transaction, programmeId: Id, id: Id) =>
  tx.$executeRaw`SELECT 1 FROM decision WHERE id = ${id}::uuid AND programme_id = ${programmeId}::uuid FOR UPDATE`

/** What follows from a change of status: what was accepted supersedes, and what goes back to draft is signed by nobody. */
export async function followStatus(
  tx: Transaction,
  actor: ProgrammeActor,
  before: DecisionView | null,
  after: DecisionView | null,
): Promise<readonly EventDraft[]> {
  if (!before || !after || before.status === after.status) return []
  if (after.status === "accepted") return supersede(tx, actor, after)
  return before.status === "in_review" && after.status === "draft" ? withdrawWords(tx, actor, after) : []
}

/** Marks the decisions that an accepted one stands in for. */
export async function supersede(
  tx: Transaction,
  actor: ProgrammeActor,
  { id: by, supersedesIds }: DecisionView,
): Promise<readonly EventDraft[]> {
  const events: EventDraft[] = []
  for (const id of supersedesIds) {
    const before = await findRecord(tx, decision, actor, id)
    if (!before || before.status === "superseded") continue
    const day = actor.membership.today
    const after = await updateRecord(tx, actor, decision, before, { status: "superseded", day })
    if (!after) throw new Error("a decision that is superseded was changed meanwhile")
    events.push({ type: "decision.superseded", subject: id, data: { by } })
  }
  return events
}

/** Signatures and reviews were of a text that is open again. */
async function withdrawWords(tx: Transaction, actor: ProgrammeActor, { id }: DecisionView) {
  const { programmeId, personId, context } = actor
  const { count } = await tx.decisionSignature.updateMany({
    where: { programmeId, decisionId: id, revokedAt: null },
    data: { revokedAt: context.at, revokedById: personId },
  })
  await tx.decisionReview.deleteMany({ where: { programmeId, decisionId: id } })
  return count === 0 ? [] : [{ type: "decision.signatures-revoked", subject: id, data: { signatures: count } }]
}
