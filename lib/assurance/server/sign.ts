import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { policy } from "@/lib/door/access/policy"
import type { EventDraft } from "@/lib/door/audit/event"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { rejudge } from "@/lib/platform/facts/server/rejudge"
import { responsibilitiesOf } from "../responsibility"
import * as contracts from "../sign-contract"
import { isComplete, type Signer, signOff } from "../sign-off"
import { ageingOf } from "../statement"
import { bytesOf, holdVerdicts, sha256Hex } from "./hold"
import { findLine, findSubject, type Subject, subjectColumn } from "./line"
import { findHeld } from "./responsibilities"
import { findSignOff } from "./sign-offs"

/** Signs what was shown, if it still stands as it was shown; the last who must sign closes the round. */
export const sign = (actor: ProgrammeActor, input: z.output<typeof contracts.sign.input>) =>
  transact(actor, contracts.sign, async (tx) => {
    const { programmeId, personId, context } = actor
    await holdVerdicts(tx, programmeId)
    if (!(await isStillMember(tx, actor))) return refuse("not-allowed")
    const line = await findLine(tx, actor, input.kind, input.subjectId)
    if (!line) return refuse("not-found")
    if (line.subject.signedAt) return refuse("signed-already")
    const signer = await findSigner(tx, actor)
    const decision = signOff(line, signer, input, sha256Hex)
    if (!decision.ok) return decision
    const { text } = decision.value
    const { responsibility, statementHash } = input
    const signature = await tx.signature.create({
      data: {
        ...{ id: newId(context.at), programmeId, ...subjectColumn(line.subject), round: line.subject.round },
        ...{ statement: text, statementHash: bytesOf(statementHash), personId, responsibility, signedAt: context.at },
      },
    })
    const ageing = ageingOf(line.statement).map(({ key }) => key)
    const consent = ageing.length > 0 ? { acceptedAgeing: ageing } : {}
    const events: EventDraft[] = [signed(line.subject, signature.id, { responsibility, statementHash, ...consent })]
    if (isComplete(line.subject.signers, [...line.signatures, signature]))
      events.push(await close(tx, actor, line.subject))
    return answered(tx, actor, line.subject, events)
  })

const signed = (
  { kind, id, round }: Subject,
  signatureId: string,
  data: Record<string, string | string[]>,
): EventDraft => ({
  ...{ type: `${kind}.signed`, subject: id, data: { signatureId, round, ...data } },
})

/** The round is complete: the line stands signed, or the gate is passed, which makes what is due at it count. */
async function close(tx: Transaction, actor: ProgrammeActor, { kind, id, round }: Subject): Promise<EventDraft> {
  const { programmeId, context, membership } = actor
  const where = { id, programmeId }
  if (kind === "criterion")
    await tx.criterion.updateMany({ where, data: { signedAt: context.at, version: { increment: 1 } } })
  else await tx.gate.updateMany({ where, data: { passedAt: context.at, version: { increment: 1 } } })
  await rejudge(tx, programmeId, { today: membership.today, at: context.at })
  return { type: kind === "criterion" ? "criterion.signed-off" : "gate.passed", subject: id, data: { round } }
}

/** Takes a signature back: its round is over, and the line is open again. */
export const revokeSignature = (
  actor: ProgrammeActor,
  { signatureId, reason }: z.output<typeof contracts.revokeSignature.input>,
) =>
  transact(actor, contracts.revokeSignature, async (tx) => {
    const { programmeId, personId, context, signIn } = actor
    await holdVerdicts(tx, programmeId)
    if (signIn.sessionId === null) return refuse("token-never-signs")
    const found = await tx.signature.findFirst({
      where: { id: signatureId, programmeId },
      include: { revocation: true },
    })
    if (!found) return refuse("not-found")
    if (found.personId !== personId && !actor.may("programme.manage")) return refuse("not-yours")
    const subject = await subjectOf(tx, programmeId, found)
    if (!subject || found.revocation || found.round !== subject.round) return refuse("revoked-already")
    await tx.revocation.create({ data: { signatureId, programmeId, personId, reason, at: context.at } })
    const { kind, id } = subject
    const next = { round: subject.round + 1, version: subject.version + 1 }
    if (kind === "criterion")
      await tx.criterion.updateMany({ where: { id, programmeId }, data: { ...next, signedAt: null } })
    else await tx.gate.updateMany({ where: { id, programmeId }, data: { ...next, passedAt: null } })
    const event: EventDraft = {
      ...{ type: `${kind}.signature-revoked`, subject: id },
      ...{ data: { signatureId, round: subject.round }, texts: { reason } },
    }
    return answered(tx, actor, subject, [event])
  })

const subjectOf = (
  tx: Transaction,
  programmeId: string,
  signature: { criterionId: string | null; gateId: string | null },
) =>
  signature.criterionId
    ? findSubject(tx, programmeId, "criterion", signature.criterionId)
    : findSubject(tx, programmeId, "gate", signature.gateId ?? "")

async function answered(tx: Transaction, actor: ProgrammeActor, { kind, id }: Subject, events: readonly EventDraft[]) {
  const view = await findSignOff(tx, actor, kind, id)
  const [first, ...rest] = events
  if (!view || !first) throw new Error("what was just signed is gone")
  return done(view, first, ...rest)
}

/** Who signs: for what they answer today, and how long ago they were asked who they are. */
export async function findSigner(tx: Transaction, actor: ProgrammeActor): Promise<Signer> {
  const { programmeId, personId, signIn, context, membership } = actor
  const held = await findHeld(tx, programmeId)
  const { sessionId, authenticatedAt } = signIn
  const isInPerson = sessionId !== null && authenticatedAt !== null
  return {
    personId,
    responsibilities: responsibilitiesOf(held, personId, membership.today),
    sinceSignIn: isInPerson ? context.at.getTime() - authenticatedAt.getTime() : null,
  }
}

/** The member and the session as they are now, not as they were when the request came in. */
export async function isStillMember(tx: Transaction, { programmeId, signIn }: ProgrammeActor): Promise<boolean> {
  const { userId, sessionId } = signIn
  const member = await tx.member.findFirst({ where: { programmeId, userId }, select: { role: true } })
  if (!member || policy["criterion.sign"][member.role] === "no") return false
  if (sessionId === null) return true
  const ended = { id: sessionId, revokedAt: { not: null } }
  return (await tx.session.findFirst({ where: ended, select: { id: true } })) === null
}
