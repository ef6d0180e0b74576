import { membersIn, type NoticeRule } from "@/lib/people/inbox/server/derive"

const judging = /^(facts\.|verdicts\.changed$|parameter\.confirmed$|check\.rule-changed$)/

/** A check that was met and is not any more is told to its owner, or to the leads where it has none. */
export const verdictRule: NoticeRule = async (tx, programmeId, { type, at }) => {
  if (!judging.test(type)) return []
  const fallen = await tx.$queryRaw<{ checkId: string; ownerId: string | null }[]>`
    SELECT v.check_id::text AS "checkId", c.owner_id::text AS "ownerId"
    FROM verdict v
    JOIN verdict before ON before.check_id = v.check_id AND before.seq = v.seq - 1 AND before.verdict = 'met'
    JOIN check_line c ON c.id = v.check_id
    WHERE v.programme_id = ${programmeId}::uuid AND v.judged_at = ${at} AND v.verdict <> 'met'`
  if (fallen.length === 0) return []
  const leads = await membersIn(tx, programmeId, ["lead"])
  return fallen.map(({ checkId, ownerId }) => ({
    ...{
      kind: "check-flipped" as const,
      recordType: "check",
      recordId: checkId,
      key: `check-flipped ${checkId} ${at.toISOString()}`,
    },
    to: ownerId === null ? leads : [ownerId],
  }))
}
