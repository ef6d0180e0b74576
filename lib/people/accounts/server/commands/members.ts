import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { ProgrammeRole } from "@/lib/door/access/policy"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as contracts from "../../contract/people"
import { memberRow } from "../queries/people"

/** Lets only one change of this programme's members happen at a time, so that two leads cannot step down at once. */
export const holdMembers = (tx: Transaction, { programmeId }: ProgrammeActor) =>
  tx.$queryRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`

type Member = { readonly id: Id; readonly role: ProgrammeRole }

export async function isOnlyLead(tx: Transaction, { programmeId }: ProgrammeActor, member: Member): Promise<boolean> {
  if (member.role !== "lead") return false
  return (await tx.member.findFirst({ where: { programmeId, role: "lead", id: { not: member.id } } })) === null
}

/** Gives a member another role. */
export const changeMemberRole = (actor: ProgrammeActor, input: z.output<typeof contracts.changeMemberRole.input>) =>
  transact(actor, contracts.changeMemberRole, async (tx) => {
    const { memberId: id, version, role } = input
    await holdMembers(tx, actor)
    const member = await tx.member.findFirst({ where: { id, programmeId: actor.programmeId } })
    if (!member) return refuse("not-found")
    if (member.version !== version) return refuse("changed-meanwhile", { current: await memberRow(tx, actor, id) })
    if (role !== "lead" && (await isOnlyLead(tx, actor, member))) return refuse("last-lead")
    await tx.member.update({ where: { id }, data: { role, version: { increment: 1 } } })
    const row = await memberRow(tx, actor, id)
    const data = { personId: row.personId, from: member.role, to: role }
    return done(row, { type: "member.role-changed", subject: id, data })
  })

/** Ends a member's access; they stay among the people. */
export const removeMember = (actor: ProgrammeActor, input: z.output<typeof contracts.removeMember.input>) =>
  transact(actor, contracts.removeMember, async (tx) => {
    const { memberId: id, version } = input
    await holdMembers(tx, actor)
    const member = await tx.member.findFirst({ where: { id, programmeId: actor.programmeId } })
    if (!member) return refuse("not-found")
    const row = await memberRow(tx, actor, id)
    if (member.version !== version) return refuse("changed-meanwhile", { current: row })
    if (await isOnlyLead(tx, actor, member)) return refuse("last-lead")
    await tx.member.delete({ where: { id } })
    return done({ id }, { type: "member.removed", subject: id, data: { personId: row.personId, role: member.role } })
  })
