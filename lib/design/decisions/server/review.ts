import type * as z from "zod"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { findRecord } from "@/lib/records/server/commands"
import * as contracts from "../contract"
import { decision } from "../decision"
import { holdDecision } from "./follow"

/** A reviewer's word on a decision; a later one takes the place of an earlier one. */
export const reviewDecision = (
  actor: ProgrammeActor,
  { recordId, agreed, note: said }: z.output<typeof contracts.reviewDecision.input>,
) =>
  transact(actor, contracts.reviewDecision, async (tx) => {
    const { programmeId, personId, context } = actor
    await holdDecision(tx, programmeId, recordId)
    const found = await findRecord(tx, decision, actor, recordId)
    if (!found) return refuse("not-found")
    if (!found.reviewerIds.includes(personId)) return refuse("not-a-reviewer")
    if (found.status !== "in_review") return refuse("not-in-review")
    if (!agreed && said === null) return refuse("say-what")
    const note = said ?? ""
    const word = { agreed, note, at: context.at }
    await tx.decisionReview.upsert({
      where: { decisionId_personId: { decisionId: recordId, personId } },
      create: { programmeId, decisionId: recordId, personId, ...word },
      update: word,
    })
    return done(
      { personId, agreed, note, at: context.at.toISOString() },
      { type: "decision.reviewed", subject: recordId, data: { agreed }, texts: { note } },
    )
  })
