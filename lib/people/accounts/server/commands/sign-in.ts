import { setTimeout as pause } from "node:timers/promises"
import { database, type Transaction } from "@/lib/base/db/client"
import { cut } from "@/lib/base/kernel/cut"
import type { Id } from "@/lib/base/kernel/id"
import { type Refused, refuse } from "@/lib/base/kernel/result"
import { type RequestContext, Visitor } from "@/lib/door/access/actor"
import { admitAttempt, forgetAttempts } from "@/lib/door/access/server/limits"
import { isPassword } from "@/lib/door/access/server/password-hash"
import { startSession } from "@/lib/door/access/server/sessions"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { SESSION_MS } from "../../browser-session"
import { Email } from "../../email"
import { normalPassword } from "../../password"

/** What somebody who came in is handed: the secret of their session. */
export type Entrance = { readonly userId: Id; readonly secret: string }

/** A browser that asks to come in. */
export type Caller = { readonly context: RequestContext; readonly userAgent: string | null }

type Shown = { readonly email: string; readonly password: string }

/**
 * Compares an e-mail address and a password. Unknown, disabled and mistyped cost the same time and get the same words;
 * an account under attack answers more slowly but is never closed.
 */
export async function signInWithPassword(
  { context, userAgent }: Caller,
  shown: Shown,
): Promise<{ readonly ok: true; readonly value: Entrance } | Refused<"wrong-credentials" | "too-many-attempts">> {
  const email = Email.safeParse(shown.email).data ?? null
  const account = email ?? cut(shown.email, 254)
  const tried = { account, network: context.network, at: context.at }
  const admitted = await admitAttempt(tried)
  if (!admitted.ok) return admitted
  const user = email && (await database().prisma.user.findFirst({ where: { email, disabledAt: null } }))
  const isRight = await isPassword(normalPassword(shown.password), user ? user.passwordHash : null)
  if (admitted.value.delayMs > 0) await pause(admitted.value.delayMs)
  if (!isRight || !user) return refuse("wrong-credentials")
  await forgetAttempts(tried)
  const entered = await transact(new Visitor(context), "public", async (tx) =>
    openSession(tx, { context, userAgent }, user.id, "password"),
  )
  return entered.ok ? entered : refuse("wrong-credentials")
}

/** Starts a session and says so in the installation's chain. */
export async function openSession(
  tx: Transaction,
  { context, userAgent }: Caller,
  userId: Id,
  method: "password" | "provider",
  /** When they were last asked who they are, if that was before now. */
  askedAt: Date = context.at,
) {
  const authenticatedAt = askedAt < context.at ? askedAt : context.at
  const session = await startSession(tx, { userId, at: context.at, authenticatedAt, lastsMs: SESSION_MS, userAgent })
  const event = { type: "session.started", subject: session.id, data: { userId, method } } as const
  return done({ userId, secret: session.secret }, event)
}
