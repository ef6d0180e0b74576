import type * as z from "zod"
import { database, type Transaction } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import { refuse } from "@/lib/base/kernel/result"
import { type DecisionView, decision } from "@/lib/design/decisions/decision"
import { holdDecision, supersede } from "@/lib/design/decisions/server/follow"
import { findDecisionText } from "@/lib/design/decisions/server/queries"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { findRecord } from "@/lib/records/server/commands"
import { findAll } from "@/lib/records/server/queries"
import { updateRecord } from "@/lib/records/server/write"
import * as contracts from "../decision-contract"
import { couldSign, signDecisionAs } from "../decision-signing"
import { responsibilitiesOf } from "../responsibility"
import { bytesOf, holdVerdicts, sha256Hex } from "./hold"
import { findHeld } from "./responsibilities"
import { findSigner, isStillMember } from "./sign"

const signaturesOf = (reader: Pick<Transaction, "decisionSignature">, programmeId: string) =>
  reader.decisionSignature.findMany({ where: { programmeId, revokedAt: null }, orderBy: { signedAt: "asc" } })

/** What in review asks for signatures, and for what the caller could give one. */
export async function findDecisionsToSign(actor: ProgrammeActor) {
  const { prisma } = database()
  const { programmeId, personId, membership } = actor
  const all = await findAll(decision, programmeId)
  const signatures = await signaturesOf(prisma, programmeId)
  const responsibilities = responsibilitiesOf(await findHeld(prisma, programmeId), personId, membership.today)
  const asking = all.filter(({ status, signers }) => status === "in_review" && signers.length > 0)
  const items = await Promise.all(
    asking.map(async (view) => {
      const text = await findDecisionText(prisma, programmeId, view)
      const standing = signatures.filter(({ decisionId }) => decisionId === view.id)
      const mySigning = actor.may("criterion.sign")
        ? couldSign({ ...view, signatures: standing }, { personId, responsibilities })
        : []
      return { decisionId: view.id, text, hash: sha256Hex(text), mySigning }
    }),
  )
  return { items }
}

/** Signs what was shown, if it still stands as it was shown; the last who must sign accepts the decision. */
export const signDecision = (actor: ProgrammeActor, input: z.output<typeof contracts.signDecision.input>) =>
  transact(actor, contracts.signDecision, async (tx) => {
    const { programmeId, personId, context } = actor
    await holdVerdicts(tx, programmeId)
    if (!(await isStillMember(tx, actor))) return refuse("not-allowed")
    await holdDecision(tx, programmeId, input.decisionId)
    const view = await findRecord(tx, decision, actor, input.decisionId)
    if (!view) return refuse("not-found")
    const { responsibility, statementHash } = input
    const statement = await findDecisionText(tx, programmeId, view)
    const signatures = (await signaturesOf(tx, programmeId)).filter(({ decisionId }) => decisionId === view.id)
    const signer = await findSigner(tx, actor)
    const judged = signDecisionAs({ ...view, signatures }, signer, input, sha256Hex(statement))
    if (!judged.ok) return judged
    const id = newId(context.at)
    await tx.decisionSignature.create({
      data: {
        ...{ id, programmeId, decisionId: view.id, statement, statementHash: bytesOf(statementHash) },
        ...{ personId, responsibility, signedAt: context.at },
      },
    })
    const more = judged.value.completes ? await accept(tx, actor, view) : []
    const data = { signatureId: id, responsibility, statementHash }
    return done({ id, accepted: judged.value.completes }, { type: "decision.signed", subject: view.id, data }, ...more)
  })

async function accept(tx: Transaction, actor: ProgrammeActor, view: DecisionView): Promise<readonly EventDraft[]> {
  const day = actor.membership.today
  const after = await updateRecord(tx, actor, decision, view, { status: "accepted", day })
  if (!after) throw new Error("a decision that is signed was changed meanwhile")
  return [{ type: "decision.accepted", subject: view.id, data: {} }, ...(await supersede(tx, actor, after))]
}
