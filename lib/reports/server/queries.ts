import { findSignOffsAndChecks } from "@/lib/assurance/server/sign-offs"
import { database } from "@/lib/base/db/client"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { findRegister } from "@/lib/plan/risks/server/queries"
import { findRoadmap } from "@/lib/plan/roadmap/server/queries"
import { workItemView } from "@/lib/plan/roadmap/server/work-item-rows"
import { overviewOf } from "../overview"
import type { PastEvent, Tracked } from "../rewind"
import { sinceOf } from "../since"
import type { OverviewView } from "../views"
import { placedCheck } from "./check-rows"
import { findForecasts } from "./outlook"
import { findEarlier, findWaiting } from "./proof"
import { findRagParts } from "./rag"

/** The first page of the actor's programme, as they see it now. */
export async function findOverview(actor: ProgrammeActor): Promise<OverviewView> {
  const { at } = actor.context
  const { programmeId } = actor
  const roadmap = await findRoadmap(actor)
  const since = sinceOf(await findVisit(actor), at)
  const [tracked, proof, events, lastChange, openInvitations, register, forecast, rag] = await Promise.all([
    findTracked(programmeId),
    findSignOffsAndChecks(actor),
    findEvents(programmeId, since),
    findLastChange(programmeId),
    database().prisma.invitation.count({ where: { programmeId, usedAt: null, expiresAt: { gt: at } } }),
    findRegister(actor),
    findForecasts(actor, since.at),
    findRagParts(actor),
  ])
  const [earlier, waitingChecks] = await Promise.all([
    findEarlier(proof, roadmap.programme, since.at),
    findWaiting(actor, proof),
  ])
  return overviewOf({
    ...{ roadmap, tracked, events, since, openInvitations, lastChange: lastChange ?? at, forecast, earlier },
    rag,
    ...{ checks: proof.checks.map(placedCheck), lines: proof.lines, register: register.items, waitingChecks },
    mine: new Set([actor.personId, actor.signIn.userId]),
    seq: actor.membership.seq,
  })
}

const findVisit = ({ programmeId, signIn }: ProgrammeActor) =>
  database().prisma.visit.findFirst({ where: { programmeId, userId: signIn.userId } })

async function findTracked(programmeId: string): Promise<Tracked[]> {
  const rows = await database().prisma.workItem.findMany({ where: { programmeId }, orderBy: { number: "asc" } })
  return rows.map((row) => ({ item: workItemView(row), there: row.removedAt === null }))
}

async function findEvents(programmeId: string, since: { at: Date; seq: number | null }): Promise<PastEvent[]> {
  const rows = await database().prisma.auditEvent.findMany({
    where: { chainId: programmeId, ...(since.seq === null ? { at: { gte: since.at } } : { seq: { gt: since.seq } }) },
    select: { seq: true, type: true, actorId: true, subjectId: true, data: true },
    orderBy: { seq: "asc" },
  })
  return rows.map(({ data, ...row }) => ({ ...row, data: isRecord(data) ? data : {} }))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

async function findLastChange(programmeId: string): Promise<Date | null> {
  const last = await database().prisma.auditEvent.findFirst({
    where: { chainId: programmeId },
    select: { at: true },
    orderBy: { seq: "desc" },
  })
  return last?.at ?? null
}
