import * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import { fromDayColumn } from "@/lib/base/db/day-column"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { type JudgedCheckRow, judgeChecks } from "@/lib/platform/facts/server/judge-checks"
import { gateSigners, type Line } from "../sign-off"
import type { StatedCheck, StatedSource, Statement } from "../statement"
import { hexOf } from "./hold"

export type SubjectKind = "criterion" | "gate"
/** A line of the checklist or a gate, as far as signing it goes. */
export type Subject = {
  readonly kind: SubjectKind
  readonly id: Id
  readonly key: string
  readonly number: number
  readonly name: string
  readonly signers: readonly string[]
  readonly round: number
  readonly signedAt: Date | null
  readonly version: number
}

/** What is signed, inside a transaction that holds the verdicts; null when there is no such thing in the programme. */
export async function findLine(
  tx: Transaction,
  actor: ProgrammeActor,
  kind: SubjectKind,
  id: Id,
): Promise<(Line & { readonly subject: Subject }) | null> {
  const subject = await findSubject(tx, actor.programmeId, kind, id)
  if (!subject) return null
  const statement = await stateOf(tx, actor, subject)
  const signatures = await tx.signature.findMany({
    where: { programmeId: actor.programmeId, ...subjectColumn(subject), round: subject.round, revocation: null },
    orderBy: { signedAt: "asc" },
  })
  return { subject, statement, signatures }
}

export const subjectColumn = ({ kind, id }: Pick<Subject, "kind" | "id">) =>
  kind === "criterion" ? { criterionId: id } : { gateId: id }

export async function findSubject(
  tx: Transaction,
  programmeId: Id,
  kind: SubjectKind,
  id: Id,
): Promise<Subject | null> {
  if (kind === "criterion") {
    const row = await tx.criterion.findFirst({ where: { id, programmeId, removedAt: null } })
    return row && { ...row, kind, signers: row.signerRoles }
  }
  const row = await tx.gate.findFirst({ where: { id, programmeId } })
  return row && { ...row, kind, signers: gateSigners, signedAt: row.passedAt }
}

/** Whether a check counts for what is signed: it is named by the criterion, or it is the gate's own. */
export const countsFor = ({ kind, id }: Pick<Subject, "kind" | "id">, { row }: JudgedCheckRow): boolean =>
  kind === "criterion" ? row.criteria.some(({ criterionId }) => criterionId === id) : row.gateId === id

async function stateOf(tx: Transaction, actor: ProgrammeActor, subject: Subject): Promise<Statement> {
  const { programmeId, membership } = actor
  const where = { id: programmeId }
  const programme = await tx.programme.findFirstOrThrow({ where, select: { id: true, name: true, organisation: true } })
  const judged = await judgeChecks(tx, programmeId, membership)
  const checks = judged.filter((each) => countsFor(subject, each))
  const checkIds = checks.map(({ row }) => row.id)
  const ofChecks = { programmeId, checkId: { in: checkIds } }
  const evidence = await tx.evidence.findMany({ where: { ...ofChecks, accepted: true, withdrawnAt: null } })
  const waivers = await tx.waiver.findMany({ where: { ...ofChecks, endedAt: null, approvedAt: { not: null } } })
  const { kind, id, key, number, name, signers, round } = subject
  const statedChecks = checks.map((check) => stated(check, membership.today, evidence, waivers))
  return {
    format: "lakeward-statement-1",
    ...{ programme, subject: { kind, id, key, number, name }, round, signers: [...signers], day: membership.today },
    ...{ checks: statedChecks, sources: await findSources(tx, programmeId, statedChecks) },
  }
}

/** The sets of facts that those checks rest on which are not waived. */
async function findSources(tx: Transaction, programmeId: Id, checks: readonly StatedCheck[]): Promise<StatedSource[]> {
  const counted = checks.filter(({ waiver }) => waiver === null)
  const ids = new Set(counted.flatMap(({ facts }) => facts.flatMap(({ factSetId }) => factSetId ?? [])))
  const rows = await tx.factSet.findMany({ where: { programmeId, id: { in: [...ids] } }, orderBy: { id: "asc" } })
  return rows.map(({ id, source, importedById, takenAt, sha256, bundleVersion, ranWith }) => ({
    ...{ factSetId: id, source, importedById, bundleVersion, ranWith: RanWith.parse(ranWith) },
    ...{ takenAt: takenAt.toISOString(), sha256: hexOf(sha256) },
  }))
}
const RanWith = z.record(z.string(), z.string()).nullable()

type Evidence = Awaited<ReturnType<Transaction["evidence"]["findMany"]>>
type Waivers = Awaited<ReturnType<Transaction["waiver"]["findMany"]>>

function stated(
  { row, rule, judgement }: JudgedCheckRow,
  today: string,
  evidence: Evidence,
  waivers: Waivers,
): StatedCheck {
  const { id, key, sentence, kind } = row
  const { verdict, reason, basis } = judgement
  const counts = new Set(basis.evidenceIds)
  const waiver = waivers.find(({ checkId, expiresOn }) => checkId === id && fromDayColumn(expiresOn) >= today)
  return {
    ...{ id, key, sentence, kind, verdict, reason },
    rule: kind === "attested" ? null : rule,
    facts: basis.facts.map((fact) => ({ ...fact, metric: rule?.metric ?? "" })),
    ...{ factCount: basis.of, freshness: judgement.freshness },
    evidence: evidence.filter((piece) => counts.has(piece.id)).flatMap(statedEvidence),
    waiver: waiver ? statedWaiver(waiver) : null,
  }
}

function statedEvidence(piece: Evidence[number]): StatedCheck["evidence"] {
  const { id, kind, title, digest, fileSha256, writtenById, judgedById } = piece
  if (judgedById === null) return []
  const fileHash = fileSha256 ? hexOf(fileSha256) : null
  return [{ id, kind, title, writtenById, judgedById, digest: hexOf(digest), fileSha256: fileHash }]
}

function statedWaiver({ id, reason, expiresOn, requestedById, approvedById }: Waivers[number]): StatedCheck["waiver"] {
  if (approvedById === null) return null
  return { id, reason, expiresOn: fromDayColumn(expiresOn), requestedById, approvedById }
}
