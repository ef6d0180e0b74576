import { database } from "@/lib/base/db/client"
import type { Day } from "@/lib/base/kernel/day"
import { type Id, NIL_ID } from "@/lib/base/kernel/id"
import type { InstallationActor, ProgrammeActor } from "@/lib/door/access/actor"
import { knownRecords } from "@/lib/door/server/known-records"
import type { EventQuery, EventView, KeptHead, TrailView } from "../contract"
import { type HiddenMembers, hiddenMembers, hiddenOf, redacted } from "../redaction"
import { dataOf, textsOf } from "./event-rows"
import { mentionedIn, namesInInstallation, namesInProgramme } from "./names"
import { verify } from "./verify"

type Trail = {
  readonly chainId: Id
  readonly timeZone: string
  readonly namesOf: (ids: readonly Id[]) => Promise<ReadonlyMap<Id, string>>
  readonly hidden?: HiddenMembers
}

/** A page of a chain, newest first, with the texts and names that are still kept. */
async function findEvents(
  { chainId, timeZone, namesOf, hidden = new Map() }: Trail,
  query: EventQuery,
): Promise<TrailView> {
  const { prisma } = database()
  const { subject, actor, type, before, after, from, until, limit } = query
  const [first, end] = await Promise.all([startOf(from, 0, timeZone), startOf(until, 1, timeZone)])
  const found = await prisma.auditEvent.findMany({
    where: {
      chainId,
      ...(subject ? { subjectId: subject } : {}),
      ...(actor ? { actorId: actor } : {}),
      ...(type ? { type: { startsWith: type } } : {}),
      ...(before || after ? { seq: { ...(before ? { lt: before } : {}), ...(after ? { gt: after } : {}) } } : {}),
      ...(first || end ? { at: { ...(first ? { gte: first } : {}), ...(end ? { lt: end } : {}) } } : {}),
    },
    orderBy: { seq: "desc" },
    take: limit,
  })
  const rows = found.map((row) => redacted({ ...row, data: dataOf(row.data) }, hidden))
  const kept = await prisma.auditText.findMany({ where: { chainId, seq: { in: rows.map(({ seq }) => seq) } } })
  const texts = new Map(kept.map(({ seq, field, text }) => [`${seq} ${field}`, text]))
  const names = await namesOf([...new Set(rows.flatMap(mentionedIn))])
  const items = rows.map(
    ({ seq, at, type, actorId, subjectId, data, texts: hashes, hash }): EventView => ({
      ...{ seq, type, subjectId, at: at.toISOString(), data: { ...data } },
      hash: Buffer.from(hash).toString("hex"),
      actor: actorId ? { id: actorId, name: names.get(actorId) ?? null } : null,
      texts: Object.fromEntries(
        Object.keys(textsOf(hashes))
          .filter((field) => !hiddenOf(hidden, type)?.has(field))
          .map((field) => [field, texts.get(`${seq} ${field}`) ?? null]),
      ),
    }),
  )
  return { items, names: Object.fromEntries(names) }
}

/** The instant at which a day begins on the clocks of a time zone, or the day so many days later. */
async function startOf(day: Day | undefined, daysLater: number, timeZone: string): Promise<Date | null> {
  if (!day) return null
  const rows = await database().prisma.$queryRaw<{ at: Date }[]>`
    SELECT (${day}::date + ${daysLater}::int)::timestamp AT TIME ZONE ${timeZone} AS at`
  return rows[0]?.at ?? null
}

/** In a programme, actors are its people; whoever made it is known by their account. */
export const listTrail = (actor: ProgrammeActor, query: EventQuery) =>
  findEvents(
    {
      chainId: actor.programmeId,
      timeZone: actor.membership.timeZone,
      namesOf: (ids) => namesInProgramme(actor.programmeId, ids),
      hidden: hiddenMembers(knownRecords(), actor.may),
    },
    query,
  )

export const listInstallationTrail = (_actor: InstallationActor, query: EventQuery) =>
  findEvents({ chainId: NIL_ID, timeZone: "UTC", namesOf: namesInInstallation }, query)

export const verifyTrail = (actor: ProgrammeActor, kept: KeptHead) => verify(actor.programmeId, keptHead(kept))
export const verifyInstallationTrail = (_actor: InstallationActor, kept: KeptHead) => verify(NIL_ID, keptHead(kept))

const keptHead = ({ events, head }: KeptHead) =>
  events === undefined || head === undefined ? undefined : { seq: events, head: Buffer.from(head, "hex") }
