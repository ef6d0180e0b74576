import type * as z from "zod"
import { database } from "@/lib/base/db/client"
import { fromDayColumn, toDayColumn } from "@/lib/base/db/day-column"
import { newId } from "@/lib/base/db/new-id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { findRows, viewOf } from "@/lib/records/server/rows"
import * as contracts from "../contract"
import { isAnswered } from "../levels"
import { provedLevel } from "../proved"
import { question } from "../question"
import { askedIn } from "./bank"

type Row = { id: string; name: string; day: Date; takenById: string; lines: unknown }
const snapshotView = ({ id, name, day, takenById, lines }: Row): contracts.SnapshotView => ({
  ...{ id, name, takenById, day: fromDayColumn(day) },
  lines: contracts.FrozenLines.parse(lines),
})

export async function findSnapshots({ programmeId }: ProgrammeActor) {
  const rows = await database().prisma.assessmentSnapshot.findMany({
    where: { programmeId, removedAt: null },
    orderBy: [{ takenAt: "desc" }, { id: "desc" }],
  })
  return { items: rows.map(snapshotView) }
}

/** Keeps today's answers with what facts prove of them today. */
export const recordAssessmentSnapshot = (
  actor: ProgrammeActor,
  { name }: z.output<typeof contracts.recordAssessmentSnapshot.input>,
) =>
  transact(actor, contracts.recordAssessmentSnapshot, async (tx) => {
    const { programmeId, membership, context } = actor
    const asked = new Map((await askedIn(tx, programmeId, membership.today)).map((each) => [each.key, each.proofs]))
    const questions = (await findRows(tx, question, programmeId)).map((row) => viewOf(question, row))
    const kept = questions.filter(({ leftOut }) => !leftOut)
    if (!kept.some(isAnswered)) return refuse("nothing-answered")
    const lines = kept.map(({ id, key, asIs, toBe, weight, notApplicable }) => {
      const proved = provedLevel(asked.get(key ?? "") ?? []).level
      return { id, asIs, toBe, proved, weight, notApplicable }
    })
    const row = await tx.assessmentSnapshot.create({
      data: {
        ...{ id: newId(context.at), programmeId, name, lines, takenById: actor.personId, takenAt: context.at },
        day: toDayColumn(membership.today),
      },
    })
    const data = { day: membership.today, questions: lines.length }
    return done(snapshotView(row), { type: "assessment-snapshot.taken", subject: row.id, data, texts: { name } })
  })

export const removeAssessmentSnapshot = (
  actor: ProgrammeActor,
  { snapshotId: id }: z.output<typeof contracts.removeAssessmentSnapshot.input>,
) =>
  transact(actor, contracts.removeAssessmentSnapshot, async (tx) => {
    const where = { id, programmeId: actor.programmeId, removedAt: null }
    const { count } = await tx.assessmentSnapshot.updateMany({ where, data: { removedAt: actor.context.at } })
    return count === 0
      ? refuse("not-found")
      : done({ id }, { type: "assessment-snapshot.removed", subject: id, data: {} })
  })
