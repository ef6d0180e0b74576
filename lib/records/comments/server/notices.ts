import { ownerOf } from "@/lib/door/server/known-records"
import { textIn } from "@/lib/people/inbox/notice"
import type { NoticeRule } from "@/lib/people/inbox/server/derive"
import { mentionedIn } from "../mention"

/** A comment is told to whom it mentions, and to the owner and the watchers of its record. */
export const commentRule: NoticeRule = async (tx, programmeId, { type, data }) => {
  if (type !== "comment.added" && type !== "comment.updated") return []
  const id = textIn(data, "commentId")
  const comment = id === null ? null : await tx.comment.findFirst({ where: { id, programmeId, removedAt: null } })
  if (!comment) return []
  const { recordType, recordId, body } = comment
  const people = await tx.person.findMany({ where: { programmeId }, select: { id: true, name: true } })
  const record = { recordType, recordId }
  const mentioned = {
    ...{ ...record, kind: "mentioned" as const, to: mentionedIn(body, people).map((person) => person.id) },
    key: `mentioned ${comment.id}`,
  }
  if (type === "comment.updated") return [mentioned]
  const watchers = await tx.watch.findMany({ where: { programmeId, ...record }, select: { personId: true } })
  const owner = await ownerOf(tx, programmeId, recordType, recordId)
  const to = [...(owner ? [owner] : []), ...watchers.map(({ personId }) => personId)]
  return [mentioned, { ...record, kind: "commented", to }]
}
