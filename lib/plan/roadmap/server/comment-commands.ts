import type * as z from "zod"
import type { Comment } from "@/lib/base/db/generated/client"
import { newId } from "@/lib/base/db/new-id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as contracts from "../contract"
import type { CommentView } from "../views"

export const commentView = ({
  id,
  workItemId,
  authorId,
  body,
  createdAt,
  editedAt,
  version,
}: Comment): CommentView => ({
  ...{ id, workItemId, authorId, body, version },
  createdAt: createdAt.toISOString(),
  editedAt: editedAt?.toISOString() ?? null,
})

export const addComment = (actor: ProgrammeActor, { workItemId, body }: z.output<typeof contracts.addComment.input>) =>
  transact(actor, contracts.addComment, async (tx) => {
    const { programmeId, personId } = actor
    const item = await tx.workItem.findFirst({ where: { id: workItemId, programmeId, removedAt: null } })
    if (!item) return refuse("not-found")
    const { at } = actor.context
    const row = await tx.comment.create({
      data: { id: newId(at), programmeId, workItemId, authorId: personId, body, createdAt: at },
    })
    return done(commentView(row), {
      type: "comment.added",
      subject: workItemId,
      data: { commentId: row.id },
      texts: { body },
    })
  })

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
      type: "comment.updated",
      subject: row.workItemId,
      data: { commentId },
      texts: { body },
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
      { type: "comment.removed", subject: found.workItemId, data: { commentId } },
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
    return done(commentView(row), { type: "comment.restored", subject: row.workItemId, data: { commentId } })
  })
