import { database, type Transaction } from "@/lib/base/db/client"
import type { Prisma } from "@/lib/base/db/generated/client"
import { type Refused, refuse } from "@/lib/base/kernel/result"
import type { Actor } from "@/lib/door/access/actor"

/** Ids and versions only: what a retried request is answered with must never hold a secret. */
export type Receipt = { readonly id?: string; readonly version?: number }

const userOf = (actor: Actor): string | null => (actor.kind === "visitor" ? null : (actor.signIn?.userId ?? null))

/** Claims the request's key inside its transaction; a second request with the key waits here until the first is decided. */
export async function claimKey(tx: Transaction, actor: Actor): Promise<Refused<"key-reused" | "replayed"> | null> {
  const key = actor.context.idempotency
  const userId = userOf(actor)
  if (!key || !userId) return null
  const claimed = await tx.$executeRaw`
    INSERT INTO idempotency_key (user_id, operation, key, body_hash, created_at)
    VALUES (${userId}::uuid, ${key.operation}, ${key.key}, ${Buffer.from(key.bodyHash)}, ${actor.context.at})
    ON CONFLICT DO NOTHING`
  if (claimed > 0) return null
  const kept = await tx.idempotencyKey.findFirst({ where: { userId, operation: key.operation, key: key.key } })
  if (!kept || !Buffer.from(kept.bodyHash).equals(key.bodyHash)) return refuse("key-reused")
  return refuse("replayed", { receipt: kept.receipt ?? {} })
}

/** Keeps what the retry will be answered with. */
export async function keepReceipt(tx: Transaction, actor: Actor, value: unknown): Promise<void> {
  const key = actor.context.idempotency
  const userId = userOf(actor)
  if (!key || !userId) return
  await tx.idempotencyKey.updateMany({
    where: { userId, operation: key.operation, key: key.key },
    data: { receipt: receiptOf(value) },
  })
}

export function receiptOf(value: unknown): Prisma.InputJsonObject {
  if (typeof value !== "object" || value === null) return {}
  const id = "id" in value && typeof value.id === "string" ? { id: value.id } : {}
  const version = "version" in value && typeof value.version === "number" ? { version: value.version } : {}
  return { ...id, ...version }
}

/** Keys older than a day are forgotten. */
export async function forgetOldKeys(now: Date): Promise<void> {
  await database().prisma.idempotencyKey.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - 86_400_000) } },
  })
}
