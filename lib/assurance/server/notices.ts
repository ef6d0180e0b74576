import type { ProgrammePermission } from "@/lib/door/access/permissions"
import { policy, programmeRoles } from "@/lib/door/access/policy"
import { membersIn, type NoticeRule } from "@/lib/people/inbox/server/derive"

const rolesWith = (permission: ProgrammePermission): readonly string[] =>
  Object.entries(policy[permission]).flatMap(([role, grant]) => (grant === "no" ? [] : [role]))

const asked: Readonly<Record<string, { kind: "waiver-requested" | "evidence-handed-in"; may: ProgrammePermission }>> = {
  "waiver.requested": { kind: "waiver-requested", may: "waiver.approve" },
  "evidence.handed-in": { kind: "evidence-handed-in", may: "evidence.accept" },
}

/** What asks a second person for a decision is told to everybody who may decide, a gate that was passed to all members. */
export const assuranceRule: NoticeRule = async (tx, programmeId, { type, subjectId }) => {
  if (subjectId === null) return []
  if (type === "gate.passed")
    return [
      {
        kind: "gate-passed",
        recordType: "gate",
        recordId: subjectId,
        to: await membersIn(tx, programmeId, programmeRoles),
      },
    ]
  const ask = asked[type]
  if (!ask) return []
  const to = await membersIn(tx, programmeId, rolesWith(ask.may))
  return [{ kind: ask.kind, recordType: "check", recordId: subjectId, to }]
}
