import type * as z from "zod"
import { database } from "@/lib/base/db/client"
import type { Prisma } from "@/lib/base/db/generated/client"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { namesOfRecords } from "@/lib/door/server/known-records"
import { type CommandResult, unchanged } from "@/lib/door/server/outcome"
import * as contracts from "../contract"
import { type NoticeKind, noticeKinds } from "../notice"

const MOST = 200

const openAt = ({ programmeId, personId, context }: ProgrammeActor): Prisma.NotificationWhereInput => ({
  ...{ programmeId, personId, doneAt: null },
  OR: [{ snoozedUntil: null }, { snoozedUntil: { lte: context.at } }],
})
const countUnread = (actor: ProgrammeActor) =>
  database().prisma.notification.count({ where: { ...openAt(actor), readAt: null } })

const kindOf = (kind: string): NoticeKind | undefined => noticeKinds.find((each) => each === kind)

/** A member's own inbox; nobody reads another's. */
export async function findNotifications(
  actor: ProgrammeActor,
  { show }: z.output<typeof contracts.listNotifications.input>,
) {
  const { programmeId, personId, context } = actor
  const where: Prisma.NotificationWhereInput =
    show === "open"
      ? openAt(actor)
      : show === "done"
        ? { programmeId, personId, doneAt: { not: null } }
        : { programmeId, personId, doneAt: null, snoozedUntil: { gt: context.at } }
  const [rows, unread] = await Promise.all([
    database().prisma.notification.findMany({ where, orderBy: [{ at: "desc" }, { id: "desc" }], take: MOST }),
    countUnread(actor),
  ])
  const ids = rows.flatMap(({ recordId, actorId }) => [recordId, ...(actorId ? [actorId] : [])])
  const names = await namesOfRecords(programmeId, [...new Set(ids)])
  const items = rows.flatMap(({ id, kind: stored, recordType, recordId, actorId, at, ...more }) => {
    const kind = kindOf(stored)
    if (!kind) return []
    return [
      {
        ...{ id, kind, recordType, recordId, title: names.get(recordId) ?? null, at: at.toISOString() },
        actor: actorId === null ? null : (names.get(actorId) ?? "Someone"),
        readAt: more.readAt?.toISOString() ?? null,
        snoozedUntil: more.snoozedUntil?.toISOString() ?? null,
        doneAt: more.doneAt?.toISOString() ?? null,
      },
    ]
  })
  return { items, unread }
}

/** What somebody does with their own inbox is nobody else's business: it leaves no event. */
export async function changeNotifications(
  actor: ProgrammeActor,
  { ids, read, done, snoozedUntil }: z.output<typeof contracts.changeNotifications.input>,
): Promise<CommandResult<{ changed: number; unread: number }, never>> {
  if (!actor.may(contracts.changeNotifications.permission)) return refuse("not-allowed")
  const { programmeId, personId, context } = actor
  const { count } = await database().prisma.notification.updateMany({
    where: { programmeId, personId, id: { in: ids } },
    data: {
      ...(read === undefined ? {} : { readAt: read ? context.at : null }),
      ...(done === undefined ? {} : { doneAt: done ? context.at : null }),
      ...(snoozedUntil === undefined ? {} : { snoozedUntil: snoozedUntil === null ? null : new Date(snoozedUntil) }),
    },
  })
  return unchanged({ changed: count, unread: await countUnread(actor) })
}
