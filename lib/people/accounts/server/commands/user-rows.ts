import type { Transaction } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import { type Id, NIL_ID } from "@/lib/base/kernel/id"
import type { EventDraft } from "@/lib/door/audit/event"

type NewUser = {
  readonly email: string
  readonly name: string
  readonly passwordHash: string | null
  readonly admin: boolean
  readonly at: Date
}

/** Writes a user; the event names nobody but in its texts. */
export async function addUser(tx: Transaction, { at, ...fields }: NewUser): Promise<{ id: Id; event: EventDraft }> {
  const id = newId(at)
  await tx.user.create({ data: { id, createdAt: at, ...fields } })
  const { email, name, admin } = fields
  return { id, event: { type: "user.created", subject: id, data: { admin }, texts: { email, name }, chain: NIL_ID } }
}

type Joining = {
  readonly programmeId: Id
  readonly userId: Id
  readonly email: string
  readonly name: string
  readonly role: "lead" | "architect" | "contributor" | "executive" | "auditor"
  readonly at: Date
}

/**
 * Makes a user a member and finds or makes their person: one that was theirs before, one without an account that has their
 * e-mail address, or a new one. A member already keeps the role they have.
 */
export async function addMember(tx: Transaction, joining: Joining): Promise<EventDraft[]> {
  const { programmeId, userId, role, at } = joining
  if (await tx.member.findFirst({ where: { programmeId, userId } })) return []
  const personId = await personFor(tx, joining)
  const id = newId(at)
  await tx.member.create({ data: { id, programmeId, userId, role, createdAt: at } })
  return [{ type: "member.added", subject: id, data: { personId, role }, chain: programmeId }]
}

async function personFor(tx: Transaction, { programmeId, userId, email, name, at }: Joining): Promise<Id> {
  const kept =
    (await tx.person.findFirst({ where: { programmeId, userId } })) ??
    (await tx.person.findFirst({ where: { programmeId, email, userId: null, removedAt: null } }))
  if (kept) {
    const data = { userId, removedAt: null, version: { increment: 1 } }
    await tx.person.update({ where: { id: kept.id }, data })
    return kept.id
  }
  const id = newId(at)
  await tx.person.create({ data: { id, programmeId, userId, email, name, createdAt: at } })
  return id
}
