import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as contracts from "../contract"
import { sameJson } from "../kept-rule"
import { linkRowOf } from "../link-row"
import { Step, type Table } from "../steps"
import { lastAdoption } from "./offers"
import { setRemoved, update } from "./write"

/** Undoes the last take-over, the last step first. What somebody edited after it stays as they made it. */
export const revokeRelease = (actor: ProgrammeActor, { adoptionId }: z.output<typeof contracts.revokeRelease.input>) =>
  transact(
    actor,
    contracts.revokeRelease,
    async (tx) => {
      const { programmeId } = actor
      await tx.$executeRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`
      const found = await tx.packAdoption.findFirst({ where: { id: adoptionId, programmeId } })
      if (!found) return refuse("not-found")
      if ((await lastAdoption(tx, programmeId))?.id !== adoptionId) return refuse("not-the-last")
      for (const step of Step.array().parse(found.steps).toReversed()) await takeBack(tx, actor, step)
      await tx.packAdoption.update({ where: { id: adoptionId }, data: { undoneAt: actor.context.at } })
      // A later part of the same release goes back to that release, not to the one before it.
      const earlier = await lastAdoption(tx, programmeId)
      const release = earlier?.toRelease === found.toRelease ? found.toRelease : found.fromRelease
      await tx.programme.update({
        where: { id: programmeId },
        data: { packRelease: release, version: { increment: 1 } },
      })
      const data = { adoptionId, from: found.toRelease, to: release }
      return done({ id: adoptionId, release }, { type: "pack.adoption-undone", subject: programmeId, data })
    },
    { seconds: 60 },
  )

async function takeBack(tx: Transaction, actor: ProgrammeActor, step: Step): Promise<void> {
  const { programmeId } = actor
  if (step.did === "made") return unmake(tx, actor, step.table, step.id)
  if (step.did === "linked") return void (await tx.dependency.deleteMany({ where: { id: step.id, programmeId } }))
  if (step.did === "relinked") {
    const where = { id: step.id, programmeId, lag: step.after }
    return void (await tx.dependency.updateMany({ where, data: { lag: step.before, version: { increment: 1 } } }))
  }
  if (step.did === "unlinked") return void (await tx.dependency.create({ data: linkRowOf(step.row) }))
  if ("criterionId" in step) {
    const { criterionId, checkId } = step
    const where = { programmeId, criterionId, checkId }
    await tx.criterionCheck.deleteMany({ where })
    if (step.did === "uncounted") await tx.criterionCheck.create({ data: where })
    return
  }
  const { table, id } = step
  const row = await find(tx, table, id)
  if (!row) return
  if (step.did === "changed") {
    const mine = Object.keys(step.after).filter((column) => sameJson(plain(row[column]), step.after[column]))
    const back = Object.fromEntries(mine.map((column) => [column, step.before[column] ?? null]))
    return mine.length > 0 ? update(tx, table, id, back) : undefined
  }
  if (table === "workItem" || table === "check" || table === "criterion")
    await setRemoved(tx, table, id, step.did === "removed" ? null : actor.context.at)
}

/** A row that nobody has touched since goes; one that somebody works with is only taken away, and can be brought back. */
async function unmake(tx: Transaction, actor: ProgrammeActor, table: Table, id: string): Promise<void> {
  const row = await find(tx, table, id)
  if (!row) return
  const isUntouched = row.version === 1 && (await usesOf(tx, table, id)) === 0
  if (isUntouched && table === "workItem") await tx.workItem.delete({ where: { id } })
  else if (isUntouched && table === "check") await tx.check.delete({ where: { id } })
  else if (isUntouched && table === "criterion") await tx.criterion.delete({ where: { id } })
  else if (isUntouched && table === "workstream") await tx.workstream.delete({ where: { id } })
  else if (isUntouched && table === "stage") await tx.stage.delete({ where: { id } })
  else if (table === "workItem" || table === "check" || table === "criterion")
    await setRemoved(tx, table, id, actor.context.at)
}

/** How many records of others hang on a row. */
async function usesOf(tx: Transaction, table: Table, id: string): Promise<number> {
  if (table === "workItem")
    return (
      (await tx.comment.count({ where: { recordType: "work-item", recordId: id } })) +
      (await tx.dependency.count({ where: { OR: [{ fromItemId: id }, { toItemId: id }] } }))
    )
  if (table === "check")
    return (
      (await tx.evidence.count({ where: { checkId: id } })) +
      (await tx.waiver.count({ where: { checkId: id } })) +
      (await tx.criterionCheck.count({ where: { checkId: id } }))
    )
  if (table === "criterion") return tx.signature.count({ where: { criterionId: id } })
  if (table === "workstream")
    return (
      (await tx.workItem.count({ where: { workstreamId: id } })) +
      (await tx.check.count({ where: { workstreamId: id } }))
    )
  return table === "stage" ? tx.workstream.count({ where: { stageId: id } }) : 0
}

type Found = Readonly<Record<string, unknown>> & { readonly version: number }
function find(tx: Transaction, table: Table, id: string): Promise<Found | null> {
  const where = { where: { id } }
  if (table === "workItem") return tx.workItem.findFirst(where)
  if (table === "check") return tx.check.findFirst(where)
  if (table === "criterion") return tx.criterion.findFirst(where)
  if (table === "workstream") return tx.workstream.findFirst(where)
  return table === "stage" ? tx.stage.findFirst(where) : tx.phase.findFirst(where)
}

const plain = (value: unknown): unknown => (value === undefined ? null : value)
