import { database, type Transaction } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"
import { dataOf } from "@/lib/door/audit/server/event-rows"
import type { Notice, NoticeEvent } from "../notice"

/** What events of its domain are to be told to whom. */
export type NoticeRule = (tx: Transaction, programmeId: Id, event: NoticeEvent) => Promise<readonly Notice[]>

const AT_ONCE = 500
/** What happened longer ago is history, such as that of a demo programme. */
const NEWS_MS = 14 * 86_400_000

/**
 * Fills the inboxes with what happened since it last looked. The audit trail is the source: nothing that was committed is
 * missed, and nothing is told twice, because the cursor moves in the transaction of what it brings.
 */
export async function deriveNotifications(rules: readonly NoticeRule[], now: Date): Promise<void> {
  const { prisma } = database()
  const behind = await prisma.$queryRaw<{ id: Id }[]>`
    SELECT p.id::text AS id FROM programme p LEFT JOIN inbox_cursor c ON c.programme_id = p.id
    WHERE EXISTS (SELECT 1 FROM audit_event e WHERE e.chain_id = p.id AND e.seq > COALESCE(c.seq, 0))`
  for (const { id } of behind) while (await deriveSome(rules, id, now)) {}
}

/** @returns whether there may be more */
async function deriveSome(rules: readonly NoticeRule[], programmeId: Id, now: Date): Promise<boolean> {
  return database().prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`INSERT INTO inbox_cursor (programme_id, seq) VALUES (${programmeId}::uuid, 0) ON CONFLICT DO NOTHING`
      const [cursor] = await tx.$queryRaw<{ seq: number }[]>`
        SELECT seq FROM inbox_cursor WHERE programme_id = ${programmeId}::uuid FOR UPDATE`
      const events = await tx.auditEvent.findMany({
        where: { chainId: programmeId, seq: { gt: cursor?.seq ?? 0 } },
        orderBy: { seq: "asc" },
        take: AT_ONCE,
      })
      const last = events.at(-1)
      if (!last) return false
      for (const event of events)
        if (now.getTime() - event.at.getTime() < NEWS_MS)
          await tellOf(tx, programmeId, { ...event, data: dataOf(event.data) }, rules)
      await tx.inboxCursor.update({ where: { programmeId }, data: { seq: last.seq } })
      return events.length === AT_ONCE
    },
    { timeout: 30_000 },
  )
}

async function tellOf(tx: Transaction, programmeId: Id, event: NoticeEvent, rules: readonly NoticeRule[]) {
  const notices = (await Promise.all(rules.map((rule) => rule(tx, programmeId, event)))).flat()
  const told = new Set<Id>()
  for (const { kind, to, recordType, recordId, key = `${kind} ${event.seq}` } of notices) {
    const fresh = [...new Set(to)].filter((id) => id !== event.actorId && !told.has(id))
    const people = await tx.person.findMany({
      where: { programmeId, id: { in: fresh }, removedAt: null, userId: { not: null } },
      select: { id: true },
    })
    for (const { id } of people) told.add(id)
    const about = { programmeId, kind, recordType, recordId, actorId: event.actorId, key, at: event.at }
    await tx.notification.createMany({
      data: people.map(({ id: personId }) => ({ id: newId(event.at), personId, ...about })),
      skipDuplicates: true,
    })
  }
}

/** The people who hold one of these roles as members. */
export async function membersIn(tx: Transaction, programmeId: Id, roles: readonly string[]): Promise<readonly Id[]> {
  const rows = await tx.$queryRaw<{ id: Id }[]>`
    SELECT p.id::text AS id FROM member m JOIN person p ON p.programme_id = m.programme_id AND p.user_id = m.user_id
    WHERE m.programme_id = ${programmeId}::uuid AND m.role::text = ANY(${[...roles]}) AND p.removed_at IS NULL`
  return rows.map(({ id }) => id)
}
