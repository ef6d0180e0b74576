import type { Transaction } from "@/lib/base/db/client"
import { fromOptionalDayColumn } from "@/lib/base/db/day-column"
import type { Prisma } from "@/lib/base/db/generated/client"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { evidenceStanding } from "@/lib/platform/facts/attested"
import type { EvidenceView } from "../evidence-contract"
import { hexOf } from "./hold"

const someone = { select: { id: true, name: true } } as const
const whole = {
  writtenBy: someone,
  judgedBy: someone,
  file: { select: { size: true } },
} as const satisfies Prisma.EvidenceInclude
type EvidenceRow = Prisma.EvidenceGetPayload<{ include: typeof whole }>

/** A piece of evidence as one member may see and judge it. */
export function evidenceView(row: EvidenceRow, actor: ProgrammeActor): EvidenceView {
  const { id, checkId, kind, title, url, note, fileName, writtenBy, judgedBy, judgedReason, version } = row
  const validUntil = fromOptionalDayColumn(row.validUntil)
  const isOpen = row.withdrawnAt === null
  const isOwn = row.writtenById === actor.personId
  return {
    ...{ id, checkId, kind, title, url, note, fileName, writtenBy, judgedBy, judgedReason, version, validUntil },
    fileSize: row.file?.size ?? null,
    fileSha256: row.fileSha256 ? hexOf(row.fileSha256) : null,
    digest: hexOf(row.digest),
    state: evidenceStanding({ ...row, validUntil }, actor.membership.today),
    writtenAt: row.writtenAt.toISOString(),
    judgedAt: row.judgedAt?.toISOString() ?? null,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    may: {
      judge: isOpen && row.accepted === null && !isOwn && actor.may("evidence.accept"),
      withdraw: isOpen && (isOwn ? actor.may("evidence.write") : actor.may("checks.edit")),
    },
  }
}

export async function findEvidenceRow(tx: Transaction, actor: ProgrammeActor, id: Id): Promise<EvidenceRow | null> {
  return tx.evidence.findFirst({ where: { id, programmeId: actor.programmeId }, include: whole })
}

export async function listEvidenceRows(
  reader: Pick<Transaction, "evidence">,
  actor: ProgrammeActor,
  checkId: Id | undefined,
): Promise<EvidenceView[]> {
  const where = { programmeId: actor.programmeId, ...(checkId === undefined ? {} : { checkId }) }
  const rows = await reader.evidence.findMany({
    where,
    include: whole,
    orderBy: [{ writtenAt: "desc" }, { id: "desc" }],
  })
  return rows.map((row) => evidenceView(row, actor))
}
