import { knownRecords } from "@/lib/door/server/known-records"
import { partOf, textIn } from "../notice"
import type { NoticeRule } from "./derive"

/** Event types begin with the type of their record, but for these. */
const typeOf = (eventType: string): string | null => {
  const [type = ""] = eventType.split(".")
  return knownRecords().some((each) => each.type === type) ? type : null
}

/** Who becomes the owner of a record is told; so is, once a day, who watches what was changed. */
export const recordRule: NoticeRule = async (tx, programmeId, { type, subjectId, data, at }) => {
  const recordType = typeOf(type)
  if (recordType === null || subjectId === null) return []
  const record = { recordType, recordId: subjectId }
  const owner = textIn(partOf(data, "changes"), "ownerId") ?? textIn(data, "ownerId")
  const watchers = await tx.watch.findMany({ where: { programmeId, ...record }, select: { personId: true } })
  return [
    ...(owner ? [{ ...record, kind: "assigned" as const, to: [owner] }] : []),
    {
      ...{ ...record, kind: "changed" as const, to: watchers.map(({ personId }) => personId) },
      key: `changed ${subjectId} ${at.toISOString().slice(0, 10)}`,
    },
  ]
}
