import { database, type Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import type { UserActor } from "@/lib/door/access/actor"
import { describeBrowser } from "../../browser-session"
import type { MeView, SessionView, TokenView } from "../../views"

/** @throws when the user is gone, which a session's foreign key rules out */
export async function meView(tx: Transaction, id: Id): Promise<MeView> {
  const user = await tx.user.findFirstOrThrow({ where: { id } })
  const { name, email, admin, passwordHash, version } = user
  return { id, name, email, admin, hasPassword: passwordHash !== null, version }
}

export const findMe = (actor: UserActor): Promise<MeView> => meView(database().prisma, actor.signIn.userId)

/** The sessions of the actor that are alive, the newest first. */
export async function listOwnSessions({ signIn, context }: UserActor): Promise<{ items: SessionView[] }> {
  const rows = await database().prisma.session.findMany({
    where: { userId: signIn.userId, revokedAt: null, expiresAt: { gt: context.at } },
    orderBy: { createdAt: "desc" },
  })
  const items = rows.map((row) => ({
    id: row.id,
    browser: describeBrowser(row.userAgent),
    signedInAt: row.authenticatedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    current: row.id === signIn.sessionId,
  }))
  return { items }
}

/** The tokens of the actor that are alive, the newest first. */
export async function listOwnTokens({ signIn, context }: UserActor): Promise<{ items: TokenView[] }> {
  const rows = await database().prisma.apiToken.findMany({
    where: { userId: signIn.userId, revokedAt: null, expiresAt: { gt: context.at } },
    orderBy: { createdAt: "desc" },
  })
  const items = rows.map(({ id, name, scope, createdAt, expiresAt, lastUsedAt }) => ({
    id,
    name,
    scope,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }))
  return { items }
}
