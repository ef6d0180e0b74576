import { createHash } from "node:crypto"
import type * as z from "zod"
import { database, type Transaction } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { FileAnswer } from "@/lib/door/file"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { findRegister } from "@/lib/plan/risks/server/queries"
import { findAll } from "@/lib/records/server/queries"
import { action } from "@/lib/steering/action"
import { ask } from "@/lib/steering/ask"
import { changeRequest } from "@/lib/steering/change-request"
import { packOf, readCode, sayP80, verifyCodeOf } from "../pack"
import { freezeSteeringPack as contract, PackContent, type PackHead } from "../pack-contract"
import { findOverview } from "./queries"
import { findRagParts } from "./rag"

const sha256Of = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex")
type Row = { id: Id; number: number; frozenAt: Date; content: string; sha256: string; frozenBy: { name: string } }
const withName = { include: { frozenBy: { select: { name: true } } } } as const

function headOf({ id, number, frozenAt, content, sha256, frozenBy }: Row): PackHead {
  const { rag, phases, today } = PackContent.parse(JSON.parse(content))
  const told = { code: verifyCodeOf(sha256), status: rag.overall, p80: sayP80({ phases, today }) }
  return { id, number, frozenAt: frozenAt.toISOString(), frozenBy: frozenBy.name, sha256, ...told }
}

export async function listPacks({ programmeId }: ProgrammeActor) {
  const rows = await database().prisma.steeringPack.findMany({
    ...{ where: { programmeId }, orderBy: { number: "desc" } },
    ...withName,
  })
  return { items: rows.map(headOf) }
}

const findRow = ({ programmeId }: ProgrammeActor, id: Id) =>
  database().prisma.steeringPack.findFirst({ where: { programmeId, id }, ...withName })

export async function findPack(actor: ProgrammeActor, { packId }: { readonly packId: Id }) {
  const row = await findRow(actor, packId)
  return row && { head: headOf(row), content: PackContent.parse(JSON.parse(row.content)) }
}

/** The very text that was hashed, so that any tool can hash it again. */
export async function findPackFile(actor: ProgrammeActor, { packId }: { readonly packId: Id }) {
  const row = await findRow(actor, packId)
  if (!row) return null
  return new FileAnswer(`Steering pack ${row.number}.json`, "application/json", new TextEncoder().encode(row.content))
}

/** Everything a pack would say now, under the next number. */
export async function findDraft(actor: ProgrammeActor, note = ""): Promise<PackContent> {
  const { programmeId, personId, context } = actor
  const { prisma } = database()
  const [overview, rag, asks, actions, changes, register, people, last, programme] = await Promise.all([
    findOverview(actor),
    findRagParts(actor),
    findAll(ask, programmeId),
    findAll(action, programmeId),
    findAll(changeRequest, programmeId),
    findRegister(actor),
    prisma.person.findMany({ where: { programmeId }, select: { id: true, name: true } }),
    prisma.steeringPack.findFirst({ where: { programmeId }, orderBy: { number: "desc" } }),
    prisma.programme.findFirstOrThrow({ where: { id: programmeId }, select: { organisation: true } }),
  ])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const nameOf = (id: Id | null) => (id === null ? null : (names.get(id) ?? null))
  return packOf({
    ...{ overview, kpis: rag.kpis, asks, actions, changes, register: register.items, note, nameOf },
    ...{ number: (last?.number ?? 0) + 1, asOf: context.at.toISOString(), frozenBy: nameOf(personId) ?? "" },
    organisation: programme.organisation,
    before: last ? PackContent.parse(JSON.parse(last.content)) : null,
  })
}

/** Keeps the draft of now as it is. Nothing changes a pack afterwards: there is no operation for it, and its hash is in the chain. */
export const freezeSteeringPack = async (actor: ProgrammeActor, { note }: z.output<typeof contract.input>) => {
  const draft = await findDraft(actor, note ?? "")
  return transact(actor, contract, async (tx) => {
    const { programmeId, personId, context } = actor
    await tx.$executeRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`
    const number = (await lastNumber(tx, programmeId)) + 1
    const content = JSON.stringify({ ...draft, number })
    const sha256 = sha256Of(content)
    const row = await tx.steeringPack.create({
      data: { id: newId(context.at), programmeId, number, frozenAt: context.at, frozenById: personId, content, sha256 },
      ...withName,
    })
    return done(headOf(row), { type: "steering-pack.frozen", subject: row.id, data: { number, sha256 } })
  })
}

async function lastNumber(tx: Transaction, programmeId: Id): Promise<number> {
  const last = await tx.steeringPack.findFirst({ where: { programmeId }, orderBy: { number: "desc" } })
  return last?.number ?? 0
}

/** Hashes the kept text again and looks for the same hash in the chain. */
export async function verifyPack({ programmeId }: ProgrammeActor, { code }: { readonly code: string }) {
  const { prisma } = database()
  const rows = await prisma.steeringPack.findMany({ where: { programmeId } })
  const row = rows.find(({ sha256 }) => readCode(verifyCodeOf(sha256)) === readCode(code))
  if (!row) return null
  const event = await prisma.auditEvent.findFirst({
    where: { chainId: programmeId, subjectId: row.id, type: "steering-pack.frozen" },
  })
  const data = event?.data
  const told = typeof data === "object" && data !== null && !Array.isArray(data) ? data.sha256 : null
  const { id: packId, number, sha256, content } = row
  return { packId, number, sha256, contentMatches: sha256Of(content) === sha256, chainMatches: told === sha256 }
}
