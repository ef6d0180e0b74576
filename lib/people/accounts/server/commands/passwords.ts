import { setTimeout as pause } from "node:timers/promises"
import type * as z from "zod"
import { database, type Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { InstallationActor, UserActor, Visitor } from "@/lib/door/access/actor"
import { inPerson } from "@/lib/door/access/in-person"
import { admitAttempt, forgetAttempts } from "@/lib/door/access/server/limits"
import { hashPassword, isPassword } from "@/lib/door/access/server/password-hash"
import { revokeSessions, revokeTokens } from "@/lib/door/access/server/sessions"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as account from "../../contract/account"
import * as entry from "../../contract/entry"
import * as installation from "../../contract/installation"
import { openLink } from "../../one-time-link"
import { judgePassword, normalPassword } from "../../password"
import { findLink, makeLink, spendLink } from "./one-time-links"

/** Changes the actor's own password and ends their other sessions. */
export async function changePassword(actor: UserActor, input: z.output<typeof account.changePassword.input>) {
  const { at, network } = actor.context
  const { userId, sessionId } = actor.signIn
  const present = inPerson(actor)
  if (!present.ok) return present
  const user = await database().prisma.user.findFirst({ where: { id: userId } })
  if (!user) return refuse("wrong-password")
  const tried = { account: user.email, network, at }
  const admitted = await admitAttempt(tried)
  if (!admitted.ok) return admitted
  const isRight = await isPassword(normalPassword(input.current), user.passwordHash)
  if (admitted.value.delayMs > 0) await pause(admitted.value.delayMs)
  if (!isRight) return refuse("wrong-password")
  await forgetAttempts(tried)
  const judged = judgePassword(input.password, user)
  if (!judged.ok) return judged
  const passwordHash = await hashPassword(normalPassword(input.password))
  return transact(actor, account.changePassword, async (tx) => {
    const where = { id: userId, passwordHash: user.passwordHash }
    const { count } = await tx.user.updateMany({ where, data: { passwordHash } })
    if (count === 0) return refuse("wrong-password")
    const ended = await revokeSessions(tx, userId, at, sessionId)
    const tokens = await revokeTokens(tx, userId, at)
    await tx.invitation.deleteMany({ where: { kind: "password_reset", email: user.email, usedAt: null } })
    return done({ ended, tokens }, { type: "password.changed", subject: userId, data: { ended, tokens } })
  })
}

/** Hears the password again: this session counts as signed in from now. */
export async function confirmPassword(actor: UserActor, input: z.output<typeof account.confirmPassword.input>) {
  const { at, network } = actor.context
  const { userId, sessionId } = actor.signIn
  const present = inPerson(actor)
  if (!present.ok) return present
  const user = await database().prisma.user.findFirst({ where: { id: userId } })
  if (!user || sessionId === null) return refuse("wrong-password")
  const tried = { account: user.email, network, at }
  const admitted = await admitAttempt(tried)
  if (!admitted.ok) return admitted
  const isRight = await isPassword(normalPassword(input.password), user.passwordHash)
  if (admitted.value.delayMs > 0) await pause(admitted.value.delayMs)
  if (!isRight) return refuse("wrong-password")
  await forgetAttempts(tried)
  return transact(actor, account.confirmPassword, async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, userId, revokedAt: null },
      data: { authenticatedAt: at },
    })
    if (count === 0) return refuse("wrong-password")
    return done({ confirmedAt: at.toISOString() }, { type: "session.confirmed", subject: sessionId, data: { userId } })
  })
}

/** Makes the link with which a user who forgot their password sets a new one. */
export const addResetLink = (actor: InstallationActor, { userId }: z.output<typeof installation.addResetLink.input>) =>
  transact(actor, installation.addResetLink, async (tx) => {
    const user = await tx.user.findFirst({ where: { id: userId, disabledAt: null } })
    if (!user) return refuse("not-found")
    const { email, name } = user
    const link = await makeLink(tx, actor, { kind: "password_reset", email, name, programmeId: null, role: null })
    const offered = { type: "password.reset-offered", subject: userId, data: { linkId: link.id } }
    return done(link, offered, ...(await inTheirProgrammes(tx, userId, "member.reset-offered")))
  })

/** Sets a new password with such a link and ends every session of the account. */
export async function resetPassword(actor: Visitor, input: z.output<typeof entry.resetPassword.input>) {
  const { at } = actor.context
  const link = openLink(await findLink("password_reset", input.secret), at)
  if (!link.ok) return link
  const { id, email } = link.value
  const user = await database().prisma.user.findFirst({ where: { email, disabledAt: null } })
  if (!user) return refuse("link-not-valid")
  const judged = judgePassword(input.password, user)
  if (!judged.ok) return judged
  const passwordHash = await hashPassword(normalPassword(input.password))
  return transact(actor, entry.resetPassword, async (tx) => {
    if (!(await spendLink(tx, id, at))) return refuse("link-not-valid")
    await tx.user.update({ where: { id: user.id }, data: { passwordHash, version: { increment: 1 } } })
    const ended = await revokeSessions(tx, user.id, at)
    const tokens = await revokeTokens(tx, user.id, at)
    const reset = { type: "password.reset", subject: user.id, data: { linkId: id, ended, tokens } }
    return done({ email }, reset, ...(await inTheirProgrammes(tx, user.id, "member.password-reset")))
  })
}

/** Tells every programme of a user: whoever makes such a link could act as them, and a signature there stands in its light. */
async function inTheirProgrammes(tx: Transaction, userId: Id, type: string) {
  const members = await tx.member.findMany({ where: { userId } })
  const people = await tx.person.findMany({ where: { userId } })
  return members.map(({ id, programmeId }) => {
    const personId = people.find((person) => person.programmeId === programmeId)?.id ?? null
    return { type, subject: id, data: { personId }, chain: programmeId }
  })
}
