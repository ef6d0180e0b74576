import type { InstallationActor, ProgrammeActor } from "@/lib/access/actor"
import { database } from "@/lib/db/client"
import { type Id, NIL_ID } from "@/lib/kernel/id"
import type { EventQuery, EventView } from "../contract"
import { dataOf, textsOf } from "./event-rows"
import { verify } from "./verify"

/** A page of a chain, newest first, with the texts and names that are still kept. */
async function findEvents(
  chainId: Id,
  { subject, actor, type, before, after, limit }: EventQuery,
  namesOf: (ids: readonly Id[]) => Promise<ReadonlyMap<Id, string>>,
): Promise<{ items: EventView[] }> {
  const { prisma } = database()
  const rows = await prisma.auditEvent.findMany({
    where: {
      chainId,
      ...(subject ? { subjectId: subject } : {}),
      ...(actor ? { actorId: actor } : {}),
      ...(type ? { type: { startsWith: type } } : {}),
      ...(before || after ? { seq: { ...(before ? { lt: before } : {}), ...(after ? { gt: after } : {}) } } : {}),
    },
    orderBy: { seq: "desc" },
    take: limit,
  })
  const kept = await prisma.auditText.findMany({ where: { chainId, seq: { in: rows.map(({ seq }) => seq) } } })
  const texts = new Map(kept.map(({ seq, field, text }) => [`${seq} ${field}`, text]))
  const names = await namesOf([...new Set(rows.flatMap(({ actorId }) => actorId ?? []))])
  const items = rows.map(({ seq, at, type, actorId, subjectId, data, texts: hashes, hash }) => ({
    ...{
      seq,
      type,
      subjectId,
      at: at.toISOString(),
      data: { ...dataOf(data) },
      hash: Buffer.from(hash).toString("hex"),
    },
    actor: actorId ? { id: actorId, name: names.get(actorId) ?? null } : null,
    texts: Object.fromEntries(
      Object.keys(textsOf(hashes)).map((field) => [field, texts.get(`${seq} ${field}`) ?? null]),
    ),
  }))
  return { items }
}

/** In a programme, actors are its people; whoever made it is known by his account. */
export const listTrail = (actor: ProgrammeActor, query: EventQuery) =>
  findEvents(actor.programmeId, query, async (ids) => {
    const people = await database().prisma.person.findMany({
      where: { programmeId: actor.programmeId, OR: [{ id: { in: [...ids] } }, { userId: { in: [...ids] } }] },
      select: { id: true, userId: true, name: true },
    })
    return new Map(people.flatMap(({ id, userId, name }) => [[id, name] as const, [userId ?? id, name] as const]))
  })

export const listInstallationTrail = (_actor: InstallationActor, query: EventQuery) =>
  findEvents(NIL_ID, query, async (ids) => {
    const where = { id: { in: [...ids] } }
    const users = await database().prisma.user.findMany({ where, select: { id: true, name: true } })
    return new Map(users.map(({ id, name }) => [id, name]))
  })

export const verifyTrail = (actor: ProgrammeActor) => verify(actor.programmeId)
export const verifyInstallationTrail = () => verify(NIL_ID)
