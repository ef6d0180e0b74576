import { database, type Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { MemberRow, PersonRow } from "../../views"
import { openInvitations } from "./installation"

async function rowsOf(tx: Transaction, { programmeId, personId }: ProgrammeActor, id?: Id): Promise<PersonRow[]> {
  const where = id ? { programmeId, id } : { programmeId, removedAt: null }
  const [people, members] = await Promise.all([
    tx.person.findMany({ where, orderBy: [{ name: "asc" }, { id: "asc" }] }),
    tx.member.findMany({ where: { programmeId } }),
  ])
  const memberOf = new Map(members.map((member) => [member.userId, member]))
  return people.map(({ id, name, email, roleKey, userId, version }) => {
    const member = userId ? memberOf.get(userId) : undefined
    const access = member ? { id: member.id, role: member.role, version: member.version } : null
    return { id, name, email, roleKey, member: access, you: id === personId, version }
  })
}

/** @throws when the person is not of the actor's programme */
export async function personRow(tx: Transaction, actor: ProgrammeActor, id: Id): Promise<PersonRow> {
  const [row] = await rowsOf(tx, actor, id)
  if (!row) throw new Error("a person that was just written is gone")
  return row
}

/** The people of the actor's programme, by name; who was taken off is left out. */
export const listProgrammePeople = async (actor: ProgrammeActor): Promise<{ items: PersonRow[] }> => ({
  items: await rowsOf(database().prisma, actor),
})

async function membersOf(tx: Transaction, { programmeId, personId }: ProgrammeActor, id?: Id): Promise<MemberRow[]> {
  const rows = await tx.member.findMany({
    where: { programmeId, ...(id ? { id } : {}) },
    include: {
      user: { select: { email: true, people: { where: { programmeId }, select: { id: true, name: true } } } },
    },
  })
  return rows
    .flatMap(({ id, role, version, user }) =>
      user.people.map((person) => ({ id, personId: person.id, name: person.name, email: user.email, role, version })),
    )
    .map((row) => ({ ...row, you: row.personId === personId }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"))
}

/** @throws when the member is not of the actor's programme */
export async function memberRow(tx: Transaction, actor: ProgrammeActor, id: Id): Promise<MemberRow> {
  const [row] = await membersOf(tx, actor, id)
  if (!row) throw new Error("a member without a person")
  return row
}

/** Who has access to the actor's programme, by name. */
export const listProgrammeMembers = async (actor: ProgrammeActor): Promise<{ items: MemberRow[] }> => ({
  items: await membersOf(database().prisma, actor),
})

export const listProgrammeInvitations = ({ programmeId, context }: ProgrammeActor) =>
  openInvitations(programmeId, context.at)
