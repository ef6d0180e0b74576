import type * as z from "zod"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import { type InstallationActor, type RequestContext, UserActor } from "@/lib/door/access/actor"
import { identify } from "@/lib/door/access/server/identify"
import { revokeSessions, revokeTokens } from "@/lib/door/access/server/sessions"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as account from "../../contract/account"
import * as installation from "../../contract/installation"

/** Signs out one of the actor's browsers. */
export const endSession = (actor: UserActor, { sessionId }: z.output<typeof account.endSession.input>) =>
  transact(actor, account.endSession, async (tx) => {
    const where = { id: sessionId, userId: actor.signIn.userId, revokedAt: null }
    const { count } = await tx.session.updateMany({ where, data: { revokedAt: actor.context.at } })
    if (count === 0) return refuse("not-found")
    return done({ id: sessionId }, { type: "session.ended", subject: sessionId, data: {} })
  })

/** Signs out all of the actor's browsers, or all but the one they ask with. */
export const endSessions = (actor: UserActor, { keepThisOne }: z.output<typeof account.endSessions.input>) =>
  transact(actor, account.endSessions, async (tx) => {
    const { userId, sessionId } = actor.signIn
    const ended = await revokeSessions(tx, userId, actor.context.at, keepThisOne ? sessionId : null)
    const tokens = keepThisOne ? 0 : await revokeTokens(tx, userId, actor.context.at)
    return done({ ended, tokens }, { type: "user.signed-out-everywhere", subject: userId, data: { ended, tokens } })
  })

/** Signs a user out everywhere. */
export const endSessionsOfUser = (
  actor: InstallationActor,
  { userId }: z.output<typeof installation.endSessionsOfUser.input>,
) =>
  transact(actor, installation.endSessionsOfUser, async (tx) => {
    if (!(await tx.user.findFirst({ where: { id: userId } }))) return refuse("not-found")
    const ended = await revokeSessions(tx, userId, actor.context.at)
    const tokens = await revokeTokens(tx, userId, actor.context.at)
    return done({ ended, tokens }, { type: "user.signed-out-everywhere", subject: userId, data: { ended, tokens } })
  })

/** Ends the session whose secret a browser shows; an unknown one is nothing. */
export async function signOut(secret: string, context: RequestContext): Promise<Id | null> {
  const identified = await identify({ kind: "session", secret }, null, context.at)
  const sessionId = identified?.signIn.sessionId
  if (!identified || !sessionId) return null
  const ended = await endSession(new UserActor(context, identified.signIn), { sessionId })
  return ended.ok ? ended.value.id : null
}
