import { checksOf } from "@/lib/assurance/server/queries"
import { database } from "@/lib/base/db/client"
import { dayIn } from "@/lib/base/kernel/day"
import { ProgrammeActor } from "@/lib/door/access/actor"
import { storyDay as now, type Story } from "./story"

/** The last day of the story. */
export const storyToday = dayIn("Europe/Berlin", now)
/** The lead on the last day of the story. */
export function leadOf({ programmeId, adminId, people }: Story): ProgrammeActor {
  const { personId } = people.get("Helen Brandt") ?? { personId: "" }
  const signIn = {
    userId: adminId,
    admin: false,
    scope: "write",
    sessionId: null,
    credential: null,
    authenticatedAt: now,
  } as const
  const membership = {
    programmeId,
    personId,
    role: "lead",
    timeZone: "Europe/Berlin",
    today: storyToday,
    seq: 0,
    archived: false,
  }
  return new ProgrammeActor({ at: now, network: "test" }, signIn, { ...membership, role: "lead" })
}

/** What the story left behind, without the ids that chance made. */
export async function outcomeOf({ programmeId: id }: Story): Promise<string> {
  const { prisma } = database()
  const people = new Map(
    (await prisma.person.findMany({ where: { programmeId: id } })).map((each) => [each.id, each.name]),
  )
  const rows = await prisma.workItem.findMany({ where: { programmeId: id }, orderBy: { number: "asc" } })
  const events = await prisma.auditEvent.findMany({ where: { chainId: id }, orderBy: { seq: "asc" } })
  const comments = await prisma.comment.findMany({ where: { programmeId: id }, orderBy: { createdAt: "asc" } })
  const entries = await prisma.registerEntry.findMany({ where: { programmeId: id }, orderBy: { number: "asc" } })
  const checks = (await checksOf(id, storyToday)).toSorted((a, b) => (a.key < b.key ? -1 : 1))
  return JSON.stringify({
    items: rows.map(({ number, title, status, percent, reason, likely, actualStart, actualFinish, ownerId, rank }) => [
      ...[number, title, status, percent, reason, likely, actualStart, actualFinish, rank],
      people.get(ownerId ?? ""),
    ]),
    events: events.map(({ at, type, actorId }) => [at, type, people.get(actorId ?? "")]),
    comments: comments.map(({ body, authorId, createdAt }) => [body, people.get(authorId), createdAt]),
    entries: entries.map(({ kind, state, title, probability, dueDay }) => [kind, state, title, probability, dueDay]),
    checks: checks.map(({ key, verdict, code, asOf, waived }) => [key, verdict, code, asOf, waived]),
  })
}
