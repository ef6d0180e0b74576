import type * as z from "zod"
import { database, type Transaction } from "@/lib/base/db/client"
import { fromDayColumn, toDayColumn } from "@/lib/base/db/day-column"
import type { Prisma } from "@/lib/base/db/generated/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { rejudge } from "@/lib/platform/facts/server/rejudge"
import { judgeExpiry } from "../waiver"
import type { WaiverView } from "../waiver-contract"
import * as contracts from "../waiver-contract"
import { holdVerdicts } from "./hold"

const someone = { select: { id: true, name: true } } as const
const whole = { requestedBy: someone, approvedBy: someone } as const
type Row = Prisma.WaiverGetPayload<{ include: typeof whole }>

function viewOf(row: Row, actor: ProgrammeActor): WaiverView {
  const { id, checkId, reason, requestedBy, approvedBy, version } = row
  const expiresOn = fromDayColumn(row.expiresOn)
  const isOpen = row.endedAt === null && expiresOn >= actor.membership.today
  const isOwn = row.requestedById === actor.personId
  const isUndecided = row.approvedAt === null
  return {
    ...{ id, checkId, reason, requestedBy, approvedBy, version, expiresOn },
    requestedAt: row.requestedAt.toISOString(),
    approvedAt: row.approvedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    state: row.endedAt ? "ended" : !isOpen ? "expired" : isUndecided ? "asked-for" : "stands",
    may: {
      approve: isOpen && isUndecided && !isOwn && actor.may("waiver.approve"),
      end: isOpen && (actor.may("waiver.approve") || (isOwn && actor.may("waiver.request"))),
    },
  }
}

export async function findWaivers(actor: ProgrammeActor): Promise<{ items: WaiverView[] }> {
  const rows = await database().prisma.waiver.findMany({
    where: { programmeId: actor.programmeId },
    include: whole,
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
  })
  return { items: rows.map((row) => viewOf(row, actor)) }
}

const findRow = (tx: Transaction, { programmeId }: ProgrammeActor, id: Id) =>
  tx.waiver.findFirst({ where: { id, programmeId }, include: whole })

/** Asks that a check does not count for a while. One whose waiver has expired may be asked for again. */
export const requestWaiver = (actor: ProgrammeActor, input: z.output<typeof contracts.requestWaiver.input>) =>
  transact(actor, contracts.requestWaiver, async (tx) => {
    const { checkId, reason, expiresOn } = input
    const { programmeId, membership, context, personId } = actor
    await holdVerdicts(tx, programmeId)
    const check = await tx.check.findFirst({
      where: { id: checkId, programmeId, removedAt: null },
      select: { id: true },
    })
    if (!check) return refuse("not-found")
    const judged = judgeExpiry(expiresOn, membership.today)
    if (!judged.ok) return judged
    await tx.waiver.updateMany({
      where: { checkId, programmeId, endedAt: null, expiresOn: { lt: toDayColumn(membership.today) } },
      data: { endedAt: context.at },
    })
    if (await tx.waiver.findFirst({ where: { checkId, programmeId, endedAt: null }, select: { id: true } }))
      return refuse("waived-already")
    const row = await tx.waiver.create({
      data: {
        ...{ id: newId(context.at), programmeId, checkId, reason, requestedById: personId },
        ...{ requestedAt: context.at, expiresOn: toDayColumn(expiresOn) },
      },
      include: whole,
    })
    return done(viewOf(row, actor), {
      type: "waiver.requested",
      subject: checkId,
      data: { waiverId: row.id, expiresOn },
      texts: { reason },
    })
  })

/** Approves what somebody else asked for. */
export const approveWaiver = (
  actor: ProgrammeActor,
  { waiverId, version }: z.output<typeof contracts.approveWaiver.input>,
) =>
  transact(actor, contracts.approveWaiver, async (tx) => {
    const { programmeId, personId, context, membership } = actor
    await holdVerdicts(tx, programmeId)
    const found = await findRow(tx, actor, waiverId)
    if (!found) return refuse("not-found")
    if (found.requestedById === personId) return refuse("own-waiver")
    if (viewOf(found, actor).state !== "asked-for") return refuse("decided-already")
    const { count } = await tx.waiver.updateMany({
      where: { id: waiverId, programmeId, version },
      data: { approvedById: personId, approvedAt: context.at, version: version + 1 },
    })
    const row = await findRow(tx, actor, waiverId)
    if (count === 0 || !row) return refuse("changed-meanwhile", { current: viewOf(found, actor) })
    await rejudge(tx, programmeId, { today: membership.today, at: context.at })
    const expiresOn = fromDayColumn(row.expiresOn)
    const event = { type: "waiver.approved", subject: row.checkId, data: { waiverId, expiresOn } }
    return done(viewOf(row, actor), event)
  })

/** Refuses a waiver, or ends one that stands: from now on the check counts again. */
export const endWaiver = (actor: ProgrammeActor, { waiverId, version }: z.output<typeof contracts.endWaiver.input>) =>
  transact(actor, contracts.endWaiver, async (tx) => {
    const { programmeId, personId, context, membership } = actor
    await holdVerdicts(tx, programmeId)
    const found = await findRow(tx, actor, waiverId)
    if (!found) return refuse("not-found")
    if (found.requestedById !== personId && !actor.may("waiver.approve")) return refuse("not-yours")
    if (found.endedAt) return refuse("decided-already")
    const { count } = await tx.waiver.updateMany({
      where: { id: waiverId, programmeId, version },
      data: { endedAt: context.at, version: version + 1 },
    })
    const row = await findRow(tx, actor, waiverId)
    if (count === 0 || !row) return refuse("changed-meanwhile", { current: viewOf(found, actor) })
    await rejudge(tx, programmeId, { today: membership.today, at: context.at })
    return done(viewOf(row, actor), { type: "waiver.ended", subject: row.checkId, data: { waiverId } })
  })
