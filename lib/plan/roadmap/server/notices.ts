import { partOf } from "@/lib/people/inbox/notice"
import { membersIn, type NoticeRule } from "@/lib/people/inbox/server/derive"

/** A target that was moved is told to who answers for the programme. */
export const gateRule: NoticeRule = async (tx, programmeId, { type, subjectId, data }) => {
  if (type !== "gate.updated" || subjectId === null || !("targetDay" in partOf(data, "changes"))) return []
  const to = await membersIn(tx, programmeId, ["lead", "executive"])
  return [{ kind: "gate-moved", recordType: "gate", recordId: subjectId, to }]
}
