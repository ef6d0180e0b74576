import { database } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor, UserActor } from "@/lib/door/access/actor"
import { JsonText } from "@/lib/door/server/serve"
import { loadRelease } from "@/lib/pack/server/releases"
import { findComments } from "@/lib/records/comments/server/queries"
import type { RoadmapView } from "../views"
import { keepList } from "./kept-list"
import { gateView, linkView, phaseView, programmeView, stageView, workstreamView } from "./plan-rows"
import { workItemColumns, workItemView } from "./work-item-rows"

const listText = `SELECT '{"items":' || coalesce(json_agg(t)::text, '[]') || '}' AS body FROM (
  SELECT ${workItemColumns} FROM work_item w JOIN workstream s ON s.id = w.workstream_id
  WHERE w.programme_id = $1 AND w.removed_at IS NULL ORDER BY s.rank, w.rank, w.number) t`

/** All work items as JSON that PostgreSQL writes: 1,000 rows never become objects here (docs/decisions/0006). */
export const listItems = keepList(async (actor) => {
  const { rows } = await database().pool.query<{ body: string }>({
    ...{ name: "list-work-items", text: listText, values: [actor.programmeId] },
  })
  return new JsonText(rows[0]?.body ?? '{"items":[]}')
})

export async function findItem(actor: ProgrammeActor, { workItemId }: { readonly workItemId: Id }) {
  const { prisma } = database()
  const { programmeId } = actor
  const row = await prisma.workItem.findFirst({ where: { id: workItemId, programmeId, removedAt: null } })
  if (!row) return null
  const comments = await findComments(prisma, programmeId, "work-item", row.id)
  return { item: workItemView(row), description: row.description, comments }
}

/** Everything of a programme but its work items, as one member may see and change it. */
export async function findRoadmap(actor: ProgrammeActor): Promise<RoadmapView> {
  const { prisma } = database()
  const where = { programmeId: actor.programmeId }
  const byNumber = { orderBy: { number: "asc" as const } }
  const [programme, phases, gates, stages, workstreams, links, people, members] = await Promise.all([
    prisma.programme.findFirstOrThrow({
      where: { id: actor.programmeId },
      include: { holidays: { orderBy: { day: "asc" } } },
    }),
    prisma.phase.findMany({ where, ...byNumber }),
    prisma.gate.findMany({ where, ...byNumber }),
    prisma.stage.findMany({ where, ...byNumber }),
    prisma.workstream.findMany({ where, orderBy: { rank: "asc" } }),
    prisma.dependency.findMany({ where, orderBy: { id: "asc" } }),
    prisma.person.findMany({ where, orderBy: { name: "asc" } }),
    prisma.member.findMany({ where, select: { userId: true, role: true } }),
  ])
  const roles = new Map(members.map(({ userId, role }) => [userId, role]))
  return {
    programme: programmeView(programme),
    today: actor.membership.today,
    me: meOf(actor),
    phases: phases.map(phaseView),
    gates: gates.map(gateView),
    stages: stages.map(stageView),
    workstreams: workstreams.map(workstreamView),
    links: links.map(linkView),
    people: people.map(({ id, name, roleKey, userId, removedAt }) => ({
      ...{ id, name, roleKey, removed: removedAt !== null },
      member: (userId && roles.get(userId)) || null,
    })),
    deliveryRoles: loadRelease(programme.packRelease).roles.map(({ key, name }) => ({ key, name })),
  }
}

/** What the asking member is and may do, from the same policy that the commands ask. */
const meOf = (actor: ProgrammeActor): RoadmapView["me"] => ({
  personId: actor.personId,
  role: actor.membership.role,
  may: {
    editWork: actor.grant("work.edit"),
    editPlan: actor.may("plan.edit"),
    comment: actor.may("work.comment"),
    editComponents: actor.may("components.edit"),
    manage: actor.may("programme.manage"),
    manageMembers: actor.may("members.manage"),
    verifyAudit: actor.may("audit.verify"),
  },
})

const portfolioText = `SELECT p.id, p.name, p.organisation, m.role, p.demo, p.archived_at IS NOT NULL AS archived,
    p.start_day AS "startDay", count(w.id)::int AS items, count(w.id) FILTER (WHERE w.status = 'done')::int AS done,
    count(w.id) FILTER (WHERE w.status = 'blocked')::int AS blocked,
    sum(coalesce(w.likely, 1) * w.percent) / nullif(sum(coalesce(w.likely, 1)), 0) AS "claimedPercent"
  FROM member m JOIN programme p ON p.id = m.programme_id
  LEFT JOIN work_item w ON w.programme_id = p.id AND w.removed_at IS NULL AND w.status <> 'dropped'
  WHERE m.user_id = $1 AND (p.archived_at IS NULL OR $2) GROUP BY p.id, m.role ORDER BY p.archived_at IS NOT NULL, p.name`

/** The programmes that a user is a member of; an admin sees no others. */
export async function listPortfolio(actor: UserActor, { archived }: { readonly archived: "yes" | "no" }) {
  const { rows } = await database().pool.query({
    ...{ name: "portfolio", text: portfolioText, values: [actor.signIn.userId, archived === "yes"] },
  })
  return { items: rows }
}
