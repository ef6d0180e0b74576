import type * as z from "zod"
import { database, type Transaction } from "@/lib/base/db/client"
import type { Comment } from "@/lib/base/db/generated/client"
import { newId } from "@/lib/base/db/new-id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { isThere } from "@/lib/door/server/known-records"
import { type CommandResult, done, unchanged } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import type { CommentView } from "../contract"
import * as contracts from "../contract"

export const commentView = (row: Comment): CommentView => {
  const { id, recordType, recordId, authorId, body, createdAt, editedAt, version } = row
  return {
    ...{ id, recordType, recordId, authorId, body, version },
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
  }
}

/** Who comments on a record watches it from then on. */
export const addRecordComment = (actor: ProgrammeActor, input: z.output<typeof contracts.addRecordComment.input>) =>
  transact(actor, contracts.addRecordComment, async (tx) => {
    const { recordType, recordId, body } = input
    const { programmeId, personId } = actor
    if (!(await isThere(tx, programmeId, recordType, recordId))) return refuse("not-found")
    const { at } = actor.context
    const row = await tx.comment.create({
      data: { id: newId(at), programmeId, recordType, recordId, authorId: personId, body, createdAt: at },
    })
    await watch(tx, actor, { recordType, recordId })
    return done(commentView(row), {
      ...{ type: "comment.added", subject: recordId, data: { commentId: row.id, recordType }, texts: { body } },
    })
  })

export const addComment = (actor: ProgrammeActor, { workItemId, body }: z.output<typeof contracts.addComment.input>) =>
  addRecordComment(actor, { recordType: "work-item", recordId: workItemId, body })

export const changeComment = (actor: ProgrammeActor, input: z.output<typeof contracts.changeComment.input>) =>
  transact(actor, contracts.changeComment, async (tx) => {
    const { commentId, version, body } = input
    const where = { id: commentId, programmeId: actor.programmeId, removedAt: null }
    const found = await tx.comment.findFirst({ where })
    if (!found) return refuse("not-found")
    if (found.authorId !== actor.personId) return refuse("not-yours")
    const [row] = await tx.comment.updateManyAndReturn({
      where: { ...where, version },
      data: { body, editedAt: actor.context.at, version: version + 1 },
    })
    if (!row) return refuse("changed-meanwhile", { current: commentView(found) })
    return done(commentView(row), {
      ...{ type: "comment.updated", subject: row.recordId, data: { commentId }, texts: { body } },
    })
  })

export const removeComment = (actor: ProgrammeActor, input: z.output<typeof contracts.removeComment.input>) =>
  transact(actor, contracts.removeComment, async (tx) => {
    const { commentId, version } = input
    const where = { id: commentId, programmeId: actor.programmeId, removedAt: null }
    const found = await tx.comment.findFirst({ where })
    if (!found) return refuse("not-found")
    if (found.authorId !== actor.personId && !actor.may("programme.manage")) return refuse("not-yours")
    const { count } = await tx.comment.updateMany({
      where: { ...where, version },
      data: { removedAt: actor.context.at, version: version + 1 },
    })
    if (count === 0) return refuse("changed-meanwhile", { current: commentView(found) })
    return done(
      { id: commentId, version: version + 1 },
      { type: "comment.removed", subject: found.recordId, data: { commentId } },
    )
  })

export const restoreComment = (actor: ProgrammeActor, { commentId }: z.output<typeof contracts.restoreComment.input>) =>
  transact(actor, contracts.restoreComment, async (tx) => {
    const where = { id: commentId, programmeId: actor.programmeId, removedAt: { not: null } }
    const found = await tx.comment.findFirst({ where })
    if (!found) return refuse("not-found")
    if (found.authorId !== actor.personId && !actor.may("programme.manage")) return refuse("not-yours")
    const [row] = await tx.comment.updateManyAndReturn({
      where,
      data: { removedAt: null, version: { increment: 1 } },
    })
    if (!row) return refuse("not-found")
    return done(commentView(row), { type: "comment.restored", subject: row.recordId, data: { commentId } })
  })

type Watched = Pick<z.output<typeof contracts.addWatch.input>, "recordType" | "recordId">
type Watching = CommandResult<{ watching: boolean }, "not-found">

async function watch(tx: Pick<Transaction, "watch">, actor: ProgrammeActor, record: Watched): Promise<void> {
  const { programmeId, personId, context } = actor
  const { recordType, recordId } = record
  const data = [{ programmeId, personId, recordType, recordId, createdAt: context.at }]
  await tx.watch.createMany({ data, skipDuplicates: true })
}

/** What somebody watches is nobody else's business: it leaves no event. */
export async function addWatch(actor: ProgrammeActor, record: Watched): Promise<Watching> {
  if (!actor.may(contracts.addWatch.permission)) return refuse("not-allowed")
  const { prisma } = database()
  if (!(await isThere(prisma, actor.programmeId, record.recordType, record.recordId))) return refuse("not-found")
  await watch(prisma, actor, record)
  return unchanged({ watching: true })
}

export async function removeWatch(actor: ProgrammeActor, record: Watched): Promise<Watching> {
  if (!actor.may(contracts.removeWatch.permission)) return refuse("not-allowed")
  const { programmeId, personId } = actor
  const { recordType, recordId } = record
  await database().prisma.watch.deleteMany({ where: { programmeId, personId, recordType, recordId } })
  return unchanged({ watching: false })
}
