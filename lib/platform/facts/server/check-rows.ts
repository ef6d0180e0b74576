import type { Transaction } from "@/lib/base/db/client"
import type { Check, Evidence, Waiver } from "@/lib/base/db/generated/client"
import type { Id } from "@/lib/base/kernel/id"
import { grouped } from "../grouped"

/** A check with whatever its verdict may depend on beside facts. */
export type CheckRow = Check & {
  readonly criteria: readonly { readonly criterionId: Id }[]
  readonly evidence: readonly Pick<Evidence, "id" | "accepted" | "judgedAt" | "validUntil" | "withdrawnAt">[]
  /** Those that nobody has ended; they may have expired. */
  readonly waivers: readonly Pick<Waiver, "id" | "reason" | "expiresOn" | "approvedAt">[]
}

/** The checks of a programme in the order of their making. One query after the other, as a transaction must. */
export async function findCheckRows(reader: Transaction, programmeId: Id): Promise<CheckRow[]> {
  const rows = await reader.check.findMany({ where: { programmeId, removedAt: null }, orderBy: { id: "asc" } })
  const criteria = await reader.criterionCheck.findMany({ where: { programmeId, criterion: { removedAt: null } } })
  const evidence = await reader.evidence.findMany({
    where: { programmeId },
    select: { id: true, checkId: true, accepted: true, judgedAt: true, validUntil: true, withdrawnAt: true },
  })
  const waivers = await reader.waiver.findMany({
    where: { programmeId, endedAt: null },
    select: { id: true, checkId: true, reason: true, expiresOn: true, approvedAt: true },
  })
  const [criteriaOf, evidenceOf, waiversOf] = [
    grouped(criteria, ({ checkId }) => checkId),
    grouped(evidence, ({ checkId }) => checkId),
    grouped(waivers, ({ checkId }) => checkId),
  ]
  return rows.map((row) => ({
    ...row,
    criteria: criteriaOf.get(row.id) ?? [],
    evidence: evidenceOf.get(row.id) ?? [],
    waivers: waiversOf.get(row.id) ?? [],
  }))
}
