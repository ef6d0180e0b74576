import type * as z from "zod"
import { database, type Transaction } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"
import { isOneOf } from "@/lib/base/kernel/one-of"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { grantOf } from "@/lib/door/access/policy"
import type { EventDraft } from "@/lib/door/audit/event"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { loadRelease } from "@/lib/pack/server/releases"
import * as contracts from "../contract"
import { isAccountable, isResponsible, partOf, proposalOf, type RaciCell, type RaciPart, raciParts } from "../raci"

type Found = { readonly owners: Map<Id, Id | null>; readonly marks: Map<string, RaciPart> }
const keyOf = (workstreamId: Id, personId: Id) => `${workstreamId} ${personId}`

async function findMarks(tx: Transaction, programmeId: Id): Promise<Found> {
  const [workstreams, rows] = await Promise.all([
    tx.workstream.findMany({ where: { programmeId }, select: { id: true, ownerId: true } }),
    tx.raciMark.findMany({ where: { programmeId } }),
  ])
  return {
    owners: new Map(workstreams.map(({ id, ownerId }) => [id, ownerId])),
    marks: new Map(
      rows.flatMap(({ workstreamId, personId, part }) =>
        isOneOf(raciParts, part) ? [[keyOf(workstreamId, personId), part] as const] : [],
      ),
    ),
  }
}

const partIn = ({ owners, marks }: Found, workstreamId: Id, personId: Id): RaciPart | null =>
  partOf(marks.get(keyOf(workstreamId, personId)) ?? null, owners.get(workstreamId) === personId)

function cellsIn(found: Found): RaciCell[] {
  const keys = new Set(found.marks.keys())
  for (const [workstreamId, ownerId] of found.owners) if (ownerId) keys.add(keyOf(workstreamId, ownerId))
  return [...keys].sort().flatMap((key) => {
    const [workstreamId = "", personId = ""] = key.split(" ")
    const part = partIn(found, workstreamId, personId)
    return part ? [{ workstreamId, personId, part }] : []
  })
}

/** Every cell of the grid that says something, and what the template proposes for the empty ones. */
export async function listRaci(actor: ProgrammeActor) {
  const { prisma } = database()
  const { programmeId } = actor
  const [found, programme, workstreams, people] = await Promise.all([
    findMarks(prisma, programmeId),
    prisma.programme.findFirstOrThrow({ where: { id: programmeId }, select: { packRelease: true } }),
    prisma.workstream.findMany({ where: { programmeId }, select: { id: true, key: true } }),
    prisma.person.findMany({ where: { programmeId, removedAt: null } }),
  ])
  const items = cellsIn(found)
  const release = loadRelease(programme.packRelease)
  const raci = new Map(release.stages.flatMap((stage) => stage.workstreams.map((each) => [each.key, each.raci])))
  const proposal = proposalOf(
    workstreams.map(({ id, key }) => ({ id, roles: raci.get(key) ?? null })),
    people,
    items,
  )
  return {
    items,
    proposal: { cells: [...proposal.cells], missing: [...proposal.missing] },
    may: { edit: grantOf(actor.membership.role, "plan.edit") === "yes" },
  }
}

/** Changes cells of the grid. Accountable is who owns the workstream; whoever is marked beside the owner is one too many. */
export const changeRaci = (actor: ProgrammeActor, input: z.output<typeof contracts.changeRaci.input>) =>
  transact(actor, contracts.changeRaci, async (tx) => {
    const { programmeId } = actor
    await tx.$executeRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`
    const found = await findMarks(tx, programmeId)
    const people = await tx.person.findMany({ where: { programmeId, removedAt: null }, select: { id: true } })
    const known = new Set(people.map(({ id }) => id))
    const events: EventDraft[] = []
    for (const { workstreamId, personId, from, to } of input.cells) {
      if (!found.owners.has(workstreamId)) return refuse("not-found")
      if (to !== null && !known.has(personId)) return refuse("no-such-person")
      if (partIn(found, workstreamId, personId) !== from) return refuse("cell-changed")
      if (from === to) continue
      await setOwner(tx, found, workstreamId, personId, to)
      await mark(tx, actor, found, { workstreamId, personId, to })
      events.push({ type: "raci.changed", subject: workstreamId, data: { person: personId, from, to } })
    }
    const [first, ...others] = events
    if (!first) return refuse("cell-changed")
    return done({ items: cellsIn(found) }, first, ...others)
  })

/** The first who is accountable owns the workstream; when the owner no longer is, whoever was marked beside takes over. */
async function setOwner(
  tx: Transaction,
  { owners, marks }: Found,
  workstreamId: Id,
  personId: Id,
  to: RaciPart | null,
) {
  const owner = owners.get(workstreamId) ?? null
  const others = [...marks].flatMap(([key, part]) => {
    const [stream, person] = key.split(" ")
    return stream === workstreamId && person && person !== personId && isAccountable(part) ? [person] : []
  })
  const gains = isAccountable(to) && owner === null
  const loses = !isAccountable(to) && owner === personId
  if (!gains && !loses) return
  const next = gains ? personId : (others[0] ?? null)
  await tx.workstream.update({ where: { id: workstreamId }, data: { ownerId: next, version: { increment: 1 } } })
  owners.set(workstreamId, next)
}

type Marked = { readonly workstreamId: Id; readonly personId: Id; readonly to: RaciPart | null }

/** Of the owner only the R is kept beside: the A is the ownership. */
async function mark(tx: Transaction, { programmeId, context }: ProgrammeActor, found: Found, marked: Marked) {
  const { workstreamId, personId, to } = marked
  const isOwner = found.owners.get(workstreamId) === personId
  const part = isOwner ? (isResponsible(to) ? "R" : null) : to
  const where = { programmeId_workstreamId_personId: { programmeId, workstreamId, personId } }
  const key = keyOf(workstreamId, personId)
  if (part === null) {
    await tx.raciMark.deleteMany({ where: { programmeId, workstreamId, personId } })
    found.marks.delete(key)
    return
  }
  const create = { id: newId(context.at), programmeId, workstreamId, personId, part }
  await tx.raciMark.upsert({ where, update: { part }, create })
  found.marks.set(key, part)
}
