import type { ProgrammeActor } from "@/lib/access/actor"
import { findChecklist } from "@/lib/assurance/server/queries"
import { database } from "@/lib/db/client"
import { findRoadmap } from "@/lib/roadmap/server/queries"
import { workItemView } from "@/lib/roadmap/server/work-item-rows"
import { overviewOf } from "../overview"
import type { PastEvent, Tracked } from "../rewind"
import { sinceOf } from "../since"
import type { OverviewView } from "../views"
import { waitingChecks } from "../waiting-checks"
import { criterionParts, placedCheck } from "./check-rows"

/** The first page of the actor's programme, as he sees it now. */
export async function findOverview(actor: ProgrammeActor): Promise<OverviewView> {
  const { at } = actor.occasion
  const { programmeId } = actor
  const roadmap = await findRoadmap(actor)
  const since = sinceOf(await findVisit(actor), at)
  const [tracked, { checks, criteria }, events, lastChange, openInvitations] = await Promise.all([
    findTracked(programmeId),
    findChecklist(actor),
    findEvents(programmeId, since),
    findLastChange(programmeId),
    database().prisma.invitation.count({ where: { programmeId, usedAt: null, expiresAt: { gt: at } } }),
  ])
  return overviewOf({
    ...{ roadmap, tracked, events, since, openInvitations, lastChange: lastChange ?? at },
    checks: checks.map(placedCheck),
    waitingChecks: waitingChecks(checks, { personId: actor.personId, accepts: actor.may("evidence.accept") }),
    criteria: criterionParts(criteria, checks),
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
