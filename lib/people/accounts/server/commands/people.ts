import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as contracts from "../../contract/people"
import { personRow } from "../queries/people"
import { holdMembers, isOnlyLead } from "./members"

/** Whether somebody else of the programme has this address already. */
async function isTaken(tx: Transaction, actor: ProgrammeActor, email: string | null, but: Id | null): Promise<boolean> {
  if (!email) return false
  const other = but ? { id: { not: but } } : {}
  const where = { programmeId: actor.programmeId, email, removedAt: null, ...other }
  return (await tx.person.findFirst({ where, select: { id: true } })) !== null
}

/** Adds somebody who needs no account. */
export const addPerson = (actor: ProgrammeActor, input: z.output<typeof contracts.addPerson.input>) =>
  transact(actor, contracts.addPerson, async (tx) => {
    const { at } = actor.context
    if (await isTaken(tx, actor, input.email, null)) return refuse("email-taken")
    const id = newId(at)
    await tx.person.create({ data: { id, programmeId: actor.programmeId, createdAt: at, ...input } })
    const { name, email, roleKey } = input
    const texts = email ? { name, email } : { name }
    return done(await personRow(tx, actor, id), { type: "person.added", subject: id, data: { roleKey }, texts })
  })

/** Changes what is known of somebody in this programme; their account keeps its own name and address. */
export const changePerson = (actor: ProgrammeActor, input: z.output<typeof contracts.changePerson.input>) =>
  transact(actor, contracts.changePerson, async (tx) => {
    const { personId: id, version, ...change } = input
    const person = await tx.person.findFirst({ where: { id, programmeId: actor.programmeId, removedAt: null } })
    if (!person) return refuse("not-found")
    if (change.email !== undefined && (await isTaken(tx, actor, change.email, id))) return refuse("email-taken")
    const fields = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const where = { id, programmeId: actor.programmeId, version }
    const { count } = await tx.person.updateMany({ where, data: { ...fields, version: { increment: 1 } } })
    const row = await personRow(tx, actor, id)
    if (count === 0) return refuse("changed-meanwhile", { current: row })
    const data = change.roleKey === undefined ? {} : { roleKey: change.roleKey }
    const texts = Object.fromEntries(
      [["name", change.name] as const, ["email", change.email] as const].flatMap(([field, text]) =>
        text ? [[field, text]] : [],
      ),
    )
    return done(row, { type: "person.updated", subject: id, data, texts })
  })

/** Takes somebody off the programme, and their access with it. */
export const removePerson = (actor: ProgrammeActor, input: z.output<typeof contracts.removePerson.input>) =>
  transact(actor, contracts.removePerson, async (tx) => {
    const { personId: id, version } = input
    const { programmeId } = actor
    await holdMembers(tx, actor)
    const person = await tx.person.findFirst({ where: { id, programmeId, removedAt: null } })
    if (!person) return refuse("not-found")
    if (person.version !== version) return refuse("changed-meanwhile", { current: await personRow(tx, actor, id) })
    const member = person.userId ? await tx.member.findFirst({ where: { programmeId, userId: person.userId } }) : null
    if (member && (await isOnlyLead(tx, actor, member))) return refuse("last-lead")
    const events: EventDraft[] = []
    if (member) {
      await tx.member.delete({ where: { id: member.id } })
      events.push({ type: "member.removed", subject: member.id, data: { personId: id, role: member.role } })
    }
    const removed = { removedAt: actor.context.at, version: { increment: 1 } }
    await tx.person.update({ where: { id }, data: removed })
    return done({ id, version: version + 1 }, { type: "person.removed", subject: id, data: {} }, ...events)
  })

/** Puts somebody back among the people; who had access is invited again. */
export const restorePerson = (actor: ProgrammeActor, input: z.output<typeof contracts.restorePerson.input>) =>
  transact(actor, contracts.restorePerson, async (tx) => {
    const { personId: id, version } = input
    const where = { id, programmeId: actor.programmeId }
    const person = await tx.person.findFirst({ where })
    if (!person) return refuse("not-found")
    if (await isTaken(tx, actor, person.email, id)) return refuse("email-taken")
    const data = { removedAt: null, version: { increment: 1 } }
    const { count } = await tx.person.updateMany({ where: { ...where, version, removedAt: { not: null } }, data })
    const row = await personRow(tx, actor, id)
    if (count === 0) return refuse("changed-meanwhile", { current: row })
    return done(row, { type: "person.restored", subject: id, data: {} })
  })
