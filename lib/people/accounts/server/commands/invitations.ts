import type * as z from "zod"
import { database } from "@/lib/base/db/client"
import { NIL_ID } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { InstallationActor, ProgrammeActor, UserActor, Visitor } from "@/lib/door/access/actor"
import { hashPassword } from "@/lib/door/access/server/password-hash"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as entry from "../../contract/entry"
import * as installation from "../../contract/installation"
import * as people from "../../contract/people"
import { openLink } from "../../one-time-link"
import { judgePassword, normalPassword } from "../../password"
import { findLink, makeLink, spendLink } from "./one-time-links"
import { addMember, addUser } from "./user-rows"

/** Invites somebody to the installation. */
export const inviteUser = (actor: InstallationActor, { email, name }: z.output<typeof installation.inviteUser.input>) =>
  transact(actor, installation.inviteUser, async (tx) => {
    if (await tx.user.findFirst({ where: { email } })) return refuse("email-taken")
    const link = await makeLink(tx, actor, { kind: "invitation", email, name, programmeId: null, role: null })
    return done(link, { type: "invitation.created", subject: link.id, data: {}, texts: { email, name } })
  })

/** Invites somebody to the actor's programme, in a role. */
export const inviteMember = (
  actor: ProgrammeActor,
  { email, name, role }: z.output<typeof people.inviteMember.input>,
) =>
  transact(actor, people.inviteMember, async (tx) => {
    const { programmeId } = actor
    if (await tx.member.findFirst({ where: { programmeId, user: { email } } })) return refuse("is-member")
    const link = await makeLink(tx, actor, { kind: "invitation", email, name, programmeId, role })
    return done(link, { type: "invitation.created", subject: link.id, data: { role }, texts: { email, name } })
  })

export const removeInvitation = (
  actor: InstallationActor,
  { invitationId }: z.output<typeof installation.removeInvitation.input>,
) =>
  transact(actor, installation.removeInvitation, async (tx) => {
    const where = { id: invitationId, programmeId: null, kind: "invitation", usedAt: null } as const
    const { count } = await tx.invitation.deleteMany({ where })
    if (count === 0) return refuse("not-found")
    return done({ id: invitationId }, { type: "invitation.withdrawn", subject: invitationId, data: {} })
  })

export const removeMemberInvitation = (
  actor: ProgrammeActor,
  { invitationId }: z.output<typeof people.removeMemberInvitation.input>,
) =>
  transact(actor, people.removeMemberInvitation, async (tx) => {
    const where = { id: invitationId, programmeId: actor.programmeId, usedAt: null }
    const { count } = await tx.invitation.deleteMany({ where })
    if (count === 0) return refuse("not-found")
    return done({ id: invitationId }, { type: "invitation.withdrawn", subject: invitationId, data: {} })
  })

/** Opens an account with an invitation; whoever has one already signs in and joins instead. */
export async function acceptInvitation(actor: Visitor, input: z.output<typeof entry.acceptInvitation.input>) {
  const { name, password, secret } = input
  const { at } = actor.context
  const link = openLink(await findLink("invitation", secret), at)
  if (!link.ok) return link
  const { id, email, programmeId, role } = link.value
  if (await database().prisma.user.findFirst({ where: { email } })) return refuse("has-account")
  const judged = judgePassword(password, { email, name })
  if (!judged.ok) return judged
  const passwordHash = await hashPassword(normalPassword(password))
  return transact(actor, entry.acceptInvitation, async (tx) => {
    if (!(await spendLink(tx, id, at))) return refuse("link-not-valid")
    const user = await addUser(tx, { email, name, passwordHash, admin: false, at })
    await tx.invitation.updateMany({ where: { email, programmeId: null, kind: "invitation" }, data: { usedAt: at } })
    const joined =
      programmeId && role ? await addMember(tx, { programmeId, userId: user.id, email, name, role, at }) : []
    const accepted = { type: "invitation.accepted", subject: id, data: {}, chain: programmeId ?? NIL_ID }
    return done({ email, programmeId }, user.event, accepted, ...joined)
  })
}

/** Joins a programme with an invitation to the address of the user who is signed in. */
export const joinProgramme = (actor: UserActor, { secret }: z.output<typeof entry.joinProgramme.input>) =>
  transact(actor, entry.joinProgramme, async (tx) => {
    const { at } = actor.context
    const { userId } = actor.signIn
    const link = openLink(await findLink("invitation", secret, tx), at)
    if (!link.ok) return link
    const { id, email, programmeId, role } = link.value
    const user = await tx.user.findFirst({ where: { id: userId, email } })
    if (!user) return refuse("for-somebody-else")
    if (!(await spendLink(tx, id, at))) return refuse("link-not-valid")
    const joined =
      programmeId && role ? await addMember(tx, { programmeId, userId, email, name: user.name, role, at }) : []
    const accepted = { type: "invitation.accepted", subject: id, data: {}, chain: programmeId ?? NIL_ID }
    return done({ programmeId }, accepted, ...joined)
  })
