import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { Actor, InstallationActor, UserActor } from "@/lib/door/access/actor"
import { TOKEN_PREFIX } from "@/lib/door/access/server/credential"
import { hashOfSecret } from "@/lib/door/access/server/identify"
import { newSecret } from "@/lib/door/access/server/secret"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { expiryOf, mayHaveAnother, type NewToken } from "../../api-token"
import * as account from "../../contract/account"

/** Makes a token for the actor; the secret is in the answer and nowhere else. */
export const addToken = (actor: UserActor, input: NewToken) =>
  transact(actor, account.addToken, (tx) => writeToken(tx, actor, actor.signIn.userId, input))

/** Makes a token for a user, on the command line. */
export const makeTokenFor = (actor: InstallationActor, email: string, input: NewToken) =>
  transact(actor, "installation.manage", async (tx) => {
    if (actor.signIn) return refuse("in-person")
    const user = await tx.user.findFirst({ where: { email, disabledAt: null } })
    return user ? writeToken(tx, actor, user.id, input) : refuse("not-found")
  })

async function writeToken(tx: Transaction, { context }: Actor, userId: Id, { name, scope, days }: NewToken) {
  const { at } = context
  const alive = await tx.apiToken.count({ where: { userId, revokedAt: null, expiresAt: { gt: at } } })
  const another = mayHaveAnother(alive)
  if (!another.ok) return another
  const id = newId(at)
  const secret = `${TOKEN_PREFIX}${newSecret()}`
  const expiresAt = expiryOf(days, at)
  const secretHash = Buffer.from(hashOfSecret(secret))
  await tx.apiToken.create({ data: { id, userId, name, scope, secretHash, createdAt: at, expiresAt } })
  const view = { id, name, scope, createdAt: at.toISOString(), expiresAt: expiresAt.toISOString(), lastUsedAt: null }
  return done(
    { ...view, secret },
    { type: "token.created", subject: id, data: { userId, scope, days }, texts: { name } },
  )
}

export const revokeToken = (actor: UserActor, { tokenId }: z.output<typeof account.revokeToken.input>) =>
  transact(actor, account.revokeToken, async (tx) => {
    const where = { id: tokenId, userId: actor.signIn.userId, revokedAt: null }
    const { count } = await tx.apiToken.updateMany({ where, data: { revokedAt: actor.context.at } })
    if (count === 0) return refuse("not-found")
    return done({ id: tokenId }, { type: "token.revoked", subject: tokenId, data: {} })
  })
