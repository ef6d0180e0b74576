import { database, type Transaction } from "@/lib/base/db/client"
import { fromOptionalDayColumn } from "@/lib/base/db/day-column"
import type { Prisma } from "@/lib/base/db/generated/client"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { grouped } from "@/lib/platform/facts/grouped"
import { contradictedAt } from "@/lib/platform/facts/server/contradictions"
import { type JudgedCheckRow, judgeChecks } from "@/lib/platform/facts/server/judge-checks"
import type { CheckView } from "../contract"
import { type Held, responsibilitiesOf } from "../responsibility"
import { type SignatureView, type SignOffView, sign } from "../sign-contract"
import { gateSigners } from "../sign-off"
import { readStatement } from "../statement"
import { checkView } from "./check-view"
import { hexOf } from "./hold"
import type { SubjectKind } from "./line"
import { findGatesCome } from "./queries"
import { findHeld } from "./responsibilities"

const someone = { select: { id: true, name: true } } as const
const signed = { person: someone, revocation: { include: { person: someone } } } as const
type SignatureRow = Prisma.SignatureGetPayload<{ include: typeof signed }>

type Subject = Pick<
  SignOffView,
  "kind" | "id" | "key" | "number" | "name" | "dueDay" | "round" | "version" | "custom"
> & {
  readonly signers: readonly string[]
  readonly signedAt: Date | null
}
type Around = {
  readonly actor: ProgrammeActor
  readonly checks: readonly CheckView[]
  readonly signatures: readonly SignatureRow[]
  readonly contradicted: ReadonlySet<Id>
  readonly authors: ReadonlyMap<Id, readonly Id[]>
  /** Who brought the files of facts that decide a check. */
  readonly importers: ReadonlyMap<Id, readonly Id[]>
  readonly held: readonly Held[]
}

/** The checklist and the gates, in their order. */
export const findSignOffs = async (actor: ProgrammeActor) => ({ items: (await findSignOffsAndChecks(actor)).lines })

/** The checklist and the gates, and all checks, judged once for both. */
export const findSignOffsAndChecks = (actor: ProgrammeActor) => signOffsIn(database().prisma, actor)

export async function findSignOff(tx: Transaction, actor: ProgrammeActor, kind: SubjectKind, id: Id) {
  return (await signOffsIn(tx, actor)).lines.find((each) => each.kind === kind && each.id === id)
}

type LinesAndChecks = { readonly lines: SignOffView[]; readonly checks: CheckView[] }

async function signOffsIn(reader: Transaction, actor: ProgrammeActor): Promise<LinesAndChecks> {
  const { programmeId, membership } = actor
  const where = { programmeId }
  const come = await findGatesCome(reader, programmeId, membership.today)
  const judged = await judgeChecks(reader, programmeId, membership)
  const subjects = await findSubjects(reader, programmeId)
  const order = { orderBy: [{ signedAt: "asc" as const }, { id: "asc" as const }] }
  const signatures = await reader.signature.findMany({ where, include: signed, ...order })
  const held = await findHeld(reader, programmeId)
  const evidence = await reader.evidence.findMany({
    where: { ...where, accepted: true, withdrawnAt: null },
    select: { checkId: true, writtenById: true },
  })
  const checks = judged.map((each) => checkView(each, membership.today, come))
  const closed = subjects.filter(({ signedAt }) => signedAt !== null)
  const watched = checks.filter((check) => closed.some((subject) => countsFor(subject, check))).map(({ id }) => id)
  const contradicted = await contradictedAt(reader, programmeId, membership.today, watched)
  const authors = grouped(evidence, ({ checkId }) => checkId)
  const importers = await findImporters(reader, programmeId, judged)
  const around: Around = {
    ...{ actor, checks, signatures, contradicted, held, importers },
    authors: new Map([...authors].map(([id, rows]) => [id, rows.map(({ writtenById }) => writtenById)])),
  }
  return { lines: subjects.map((subject) => viewOf(subject, around)), checks }
}

async function findImporters(reader: Transaction, programmeId: Id, judged: readonly JudgedCheckRow[]) {
  const setsOf = (check: JudgedCheckRow) => check.judgement.basis.facts.flatMap(({ factSetId }) => factSetId ?? [])
  const brought = await reader.factSet.findMany({
    where: { programmeId, id: { in: [...new Set(judged.flatMap(setsOf))] }, source: { not: "connection" } },
    select: { id: true, importedById: true },
  })
  const byId = new Map(brought.map(({ id, importedById }) => [id, importedById]))
  return new Map(judged.map((check) => [check.row.id, setsOf(check).flatMap((id) => byId.get(id) ?? [])]))
}

async function findSubjects(reader: Transaction, programmeId: Id): Promise<Subject[]> {
  const order = { orderBy: { number: "asc" as const } }
  const criteria = await reader.criterion.findMany({ where: { programmeId, removedAt: null }, ...order })
  const gates = await reader.gate.findMany({ where: { programmeId }, ...order })
  return [
    ...criteria.map(({ id, key, number, name, signerRoles, dueDay, round, signedAt, version }) => ({
      ...{ kind: "criterion" as const, id, key, number, name, signers: signerRoles, round, signedAt, version },
      ...{ dueDay: fromOptionalDayColumn(dueDay), custom: key.startsWith("own-") },
    })),
    ...gates.map(({ id, key, number, name, targetDay, round, passedAt, version }) => ({
      ...{ kind: "gate" as const, id, key, number, name, signers: gateSigners, round, signedAt: passedAt, version },
      ...{ dueDay: fromOptionalDayColumn(targetDay), custom: false },
    })),
  ]
}

const countsFor = ({ kind, id }: Pick<Subject, "kind" | "id">, check: CheckView): boolean =>
  kind === "criterion" ? check.criterionIds.includes(id) : check.gateId === id

function viewOf(subject: Subject, around: Around): SignOffView {
  const { checks, contradicted, actor } = around
  const { kind, id, key, number, name, signers, dueDay, round, signedAt, version, custom } = subject
  const own = checks.filter((check) => countsFor(subject, check))
  const counted = own.filter(({ waived }) => !waived)
  const isReady = counted.length > 0 && counted.every(({ verdict }) => verdict === "met")
  const contradictedBy = signedAt ? counted.filter(({ id }) => contradicted.has(id)).map((check) => check.id) : []
  const signatures = around.signatures.filter((each) => (kind === "criterion" ? each.criterionId : each.gateId) === id)
  const standing = signatures.filter((each) => each.round === round && !each.revocation)
  const lapsedBy = signedAt ? lapsedIn(counted, contradictedBy, standing) : []
  const mine = signingOf({ subject, standing, own, isReady }, around)
  return {
    ...{ kind, id, key, number, name, signers: [...signers], dueDay, round, version, custom, contradictedBy, lapsedBy },
    checkIds: own.map((check) => check.id),
    met: counted.filter(({ verdict }) => verdict === "met").length,
    due: counted.filter(({ due }) => due).length,
    all: counted.length,
    waived: own.length - counted.length,
    state: stateOf({ signedAt, contradictedBy, lapsedBy, begun: standing.length > 0, isReady }),
    signedAt: signedAt?.toISOString() ?? null,
    signatures: signatures.map((each) => signatureView(each, subject, actor)),
    ...mine,
  }
}

/**
 * What a signed line can no longer stand on though nothing contradicts it: checks that cannot be told any more, and those that
 * were signed as waived and are not met now that the waiver has ended.
 */
function lapsedIn(
  counted: readonly CheckView[],
  contradictedBy: readonly Id[],
  standing: readonly SignatureRow[],
): Id[] {
  const open = counted.filter(({ id, verdict }) => verdict !== "met" && !contradictedBy.includes(id))
  if (open.every(({ verdict }) => verdict === "could-not-tell")) return open.map(({ id }) => id)
  const text = standing[0]?.statement
  const waived = new Set(
    text === undefined ? [] : readStatement(text).checks.flatMap(({ id, waiver }) => (waiver ? [id] : [])),
  )
  return open.filter(({ id, verdict }) => verdict === "could-not-tell" || waived.has(id)).map(({ id }) => id)
}

type Standing = {
  readonly signedAt: Date | null
  readonly contradictedBy: readonly Id[]
  readonly lapsedBy: readonly Id[]
  readonly begun: boolean
  readonly isReady: boolean
}
function stateOf({ signedAt, contradictedBy, lapsedBy, begun, isReady }: Standing): SignOffView["state"] {
  if (signedAt) return contradictedBy.length > 0 ? "contradicted" : lapsedBy.length > 0 ? "lapsed" : "signed"
  if (begun) return "begun"
  return isReady ? "ready" : "open"
}

type Question = {
  readonly subject: Subject
  readonly standing: readonly SignatureRow[]
  readonly own: readonly CheckView[]
  readonly isReady: boolean
}

/** For what the asking member may sign, and why not; the freshness of their sign-in is asked for when they do. */
function signingOf({ subject, standing, own, isReady }: Question, { actor, held, authors, importers }: Around) {
  const no = (code: keyof typeof sign.refusals) => ({ mySigning: [], cannotSign: sign.refusals[code].sentence })
  const { personId, membership, signIn } = actor
  if (subject.signedAt) return no("signed-already")
  if (!actor.may("criterion.sign")) return { mySigning: [], cannotSign: "Your role can't sign." }
  if (signIn.sessionId === null) return no("token-never-signs")
  const mine = responsibilitiesOf(held, personId, membership.today).filter((key) => subject.signers.includes(key))
  if (mine.length === 0) return no("not-responsible")
  if (standing.some((each) => each.personId === personId)) return no("already-signed-by-you")
  const open = mine.filter((key) => !standing.some(({ responsibility }) => responsibility === key))
  if (open.length === 0) return no("already-signed-for")
  if (own.some(({ id }) => authors.get(id)?.includes(personId))) return no("signer-wrote-the-evidence")
  if (own.some(({ id, waived }) => !waived && importers.get(id)?.includes(personId)))
    return no("signer-brought-the-facts")
  if (own.length > 0 && own.every(({ waived }) => waived)) return no("only-waived")
  return isReady ? { mySigning: open, cannotSign: null } : no("not-ready")
}

function signatureView(row: SignatureRow, { round }: Subject, actor: ProgrammeActor): SignatureView {
  const { id, person, responsibility, revocation } = row
  const isOwn = row.personId === actor.personId
  return {
    ...{ id, person, responsibility, round: row.round, statementHash: hexOf(row.statementHash) },
    signedAt: row.signedAt.toISOString(),
    revoked: revocation && { by: revocation.person, reason: revocation.reason, at: revocation.at.toISOString() },
    may: { revoke: !revocation && row.round === round && (isOwn || actor.may("programme.manage")) },
  }
}
