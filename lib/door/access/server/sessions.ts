import type { Transaction } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import { cut } from "@/lib/base/kernel/cut"
import type { Id } from "@/lib/base/kernel/id"
import { hashOfSecret } from "./identify"
import { newSecret } from "./secret"

type NewSession = {
  readonly userId: Id
  readonly at: Date
  /** When they were last asked for password or provider. */
  readonly authenticatedAt: Date
  readonly lastsMs: number
  readonly userAgent: string | null
}

/** Writes the row of a sign-in and returns the secret that the browser will hold. */
export async function startSession(tx: Transaction, { userId, at, authenticatedAt, lastsMs, userAgent }: NewSession) {
  const id = newId(at)
  const secret = newSecret()
  await tx.session.create({
    data: {
      id,
      secretHash: Buffer.from(hashOfSecret(secret)),
      userId,
      createdAt: at,
      authenticatedAt,
      expiresAt: new Date(at.getTime() + lastsMs),
      userAgent: userAgent === null ? null : cut(userAgent, 300),
    },
  })
  return { id, secret }
}

/** Revokes what is alive of a user's sessions, but for one; counts from the very next request. */
export async function revokeSessions(tx: Transaction, userId: Id, at: Date, but: Id | null = null): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { userId, revokedAt: null, expiresAt: { gt: at }, ...(but ? { id: { not: but } } : {}) },
    data: { revokedAt: at },
  })
  return count
}

/** Revokes a user's tokens: whoever gets back an account, or changes its password, leaves none of them behind. */
export async function revokeTokens(tx: Transaction, userId: Id, at: Date): Promise<number> {
  const where = { userId, revokedAt: null, expiresAt: { gt: at } }
  const { count } = await tx.apiToken.updateMany({ where, data: { revokedAt: at } })
  return count
}
