import type * as z from "zod"
import { database } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { findRecord } from "@/lib/records/server/commands"
import { insertRecord } from "@/lib/records/server/write"
import * as contracts from "../contract"
import { firstCriteria } from "../first-criteria"
import { criterion, type UseCaseScore, useCase } from "../use-case"

type Row = { readonly criterionId: string; readonly value: number; readonly personId: string; readonly at: Date }
export const scoreOf = ({ criterionId, value, personId, at }: Row): UseCaseScore => ({
  ...{ criterionId, value, personId, at: at.toISOString() },
})

/** Notes how a use case is scored; what was said before stays, with who said it. */
export const scoreUseCase = (
  actor: ProgrammeActor,
  { recordId, scores }: z.output<typeof contracts.scoreUseCase.input>,
) =>
  transact(actor, contracts.scoreUseCase, async (tx) => {
    const { programmeId, personId, context } = actor
    if (!(await findRecord(tx, useCase, actor, recordId))) return refuse("not-found")
    const ids = [...new Set(scores.map(({ criterionId }) => criterionId))]
    const known = await tx.useCaseCriterion.count({ where: { programmeId, id: { in: ids }, removedAt: null } })
    if (known !== ids.length || ids.length !== scores.length) return refuse("no-such-record", { field: "scores" })
    const rows = scores.map(({ criterionId, value }) => ({
      ...{ id: newId(context.at), programmeId, useCaseId: recordId, criterionId, value, personId, at: context.at },
    }))
    const told = Object.fromEntries(scores.map(({ criterionId, value }) => [criterionId, value]))
    await tx.useCaseScore.createMany({ data: rows })
    return done({ items: rows.map(scoreOf) }, { type: "use-case.scored", subject: recordId, data: { scores: told } })
  })

/** Every score of a use case, newest first; null when there is no such use case. */
export async function findScores({ programmeId }: ProgrammeActor, { recordId }: { readonly recordId: string }) {
  const { prisma } = database()
  const found = await prisma.useCase.findFirst({ where: { id: recordId, programmeId }, select: { id: true } })
  if (!found) return null
  const rows = await prisma.useCaseScore.findMany({
    where: { programmeId, useCaseId: recordId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  })
  return { items: rows.map(scoreOf) }
}

/** The first criteria, where the programme has none yet. */
export const startUseCaseCriteria = (actor: ProgrammeActor) =>
  transact(actor, contracts.startUseCaseCriteria, async (tx) => {
    const { programmeId } = actor
    await tx.$executeRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`
    const has = await tx.useCaseCriterion.count({ where: { programmeId, removedAt: null } })
    const events: EventDraft[] = []
    for (const each of has > 0 ? [] : firstCriteria) events.push((await insertRecord(tx, actor, criterion, each)).event)
    const added = events.length
    return done(
      { added },
      { type: "use-case.criteria-started", subject: programmeId, data: { criteria: added } },
      ...events,
    )
  })
