import type * as z from "zod"
import { database, type Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { isThere } from "@/lib/door/server/known-records"
import type { CommentView, listComments } from "../contract"
import { commentView } from "./commands"

/** The comments that stand on a record, oldest first. */
export async function findComments(
  reader: Pick<Transaction, "comment">,
  programmeId: Id,
  recordType: string,
  recordId: Id,
): Promise<CommentView[]> {
  const rows = await reader.comment.findMany({
    where: { programmeId, recordType, recordId, removedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  })
  return rows.map(commentView)
}

export async function listCommentsOf(actor: ProgrammeActor, input: z.output<typeof listComments.input>) {
  const { prisma } = database()
  const { programmeId, personId } = actor
  const { recordType, recordId } = input
  if (!(await isThere(prisma, programmeId, recordType, recordId))) return null
  const where = { programmeId, recordType, recordId }
  const [items, people, watchers, mine] = await Promise.all([
    findComments(prisma, programmeId, recordType, recordId),
    prisma.person.findMany({ where: { programmeId }, select: { id: true, name: true }, orderBy: { name: "asc" } }),
    prisma.watch.count({ where }),
    prisma.watch.count({ where: { ...where, personId } }),
  ])
  return {
    ...{ items, people, watchers, watching: mine > 0, me: personId },
    may: { comment: actor.may("work.comment"), manage: actor.may("programme.manage") },
  }
}
