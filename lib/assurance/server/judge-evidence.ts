import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { rejudge } from "@/lib/platform/facts/server/rejudge"
import * as contracts from "../evidence-contract"
import { evidenceView, findEvidenceRow } from "./evidence-rows"
import { holdVerdicts } from "./hold"

/** Accepts what somebody else handed in, or says why not; once. */
export const judgeEvidence = (actor: ProgrammeActor, input: z.output<typeof contracts.judgeEvidence.input>) =>
  transact(actor, contracts.judgeEvidence, async (tx) => {
    const { programmeId, personId, context } = actor
    await holdVerdicts(tx, programmeId)
    const { evidenceId, version, accepted, reason } = input
    const found = await findEvidenceRow(tx, actor, evidenceId)
    if (!found) return refuse("not-found")
    if (found.writtenById === personId) return refuse("own-evidence")
    if (found.accepted !== null || found.withdrawnAt) return refuse("judged-already")
    if (!accepted && reason === "") return refuse("reason-needed")
    const judged = { judgedById: personId, judgedAt: context.at, accepted, judgedReason: reason || null }
    const { count } = await tx.evidence.updateMany({
      where: { id: evidenceId, programmeId, version },
      data: { ...judged, version: version + 1 },
    })
    if (count === 0) return refuse("changed-meanwhile", { current: evidenceView(found, actor) })
    const view = await judgedAnew(tx, actor, evidenceId)
    return done(view, {
      type: accepted ? "evidence.accepted" : "evidence.rejected",
      subject: found.checkId,
      data: { evidenceId, digest: view.digest },
      texts: { title: found.title, ...(reason ? { reason } : {}) },
    })
  })

/** Takes evidence back: it stays on record and no longer counts. */
export const withdrawEvidence = (
  actor: ProgrammeActor,
  { evidenceId, version }: z.output<typeof contracts.withdrawEvidence.input>,
) =>
  transact(actor, contracts.withdrawEvidence, async (tx) => {
    const { programmeId, personId, context } = actor
    await holdVerdicts(tx, programmeId)
    const found = await findEvidenceRow(tx, actor, evidenceId)
    if (!found) return refuse("not-found")
    if (found.writtenById !== personId && !actor.may("checks.edit")) return refuse("not-yours")
    if (found.withdrawnAt) return refuse("withdrawn-already")
    const { count } = await tx.evidence.updateMany({
      where: { id: evidenceId, programmeId, version },
      data: { withdrawnAt: context.at, version: version + 1 },
    })
    if (count === 0) return refuse("changed-meanwhile", { current: evidenceView(found, actor) })
    const view = await judgedAnew(tx, actor, evidenceId)
    return done(view, {
      type: "evidence.withdrawn",
      subject: found.checkId,
      data: { evidenceId, digest: view.digest },
      texts: { title: found.title },
    })
  })

async function judgedAnew(tx: Transaction, actor: ProgrammeActor, evidenceId: Id) {
  await rejudge(tx, actor.programmeId, { today: actor.membership.today, at: actor.context.at })
  const row = await findEvidenceRow(tx, actor, evidenceId)
  if (!row) throw new Error("evidence that was just changed is gone")
  return evidenceView(row, actor)
}
