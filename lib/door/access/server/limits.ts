import { database, type Transaction } from "@/lib/base/db/client"
import { ok, type Refused, type Result } from "@/lib/base/kernel/result"
import { type Attempts, accountLimit, attempt, counted, networkLimit, pairLimit, pauseAfter } from "../attempts"
import { networkOf } from "../network"
import { hashOfSecret } from "./identify"

const DAY_MS = 86_400_000
type Try = { readonly account: string; readonly network: string; readonly at: Date }

const keyed = (kind: string, text: string): string => `${kind}:${hashOfSecret(text).toString("base64url")}`
const keysOf = ({ account, network }: Try) => ({
  account: keyed("account", account),
  network: keyed("network", networkOf(network)),
  pair: keyed("pair", `${account} ${networkOf(network)}`),
})

class Refusal extends Error {
  constructor(readonly refused: Refused<"too-many-attempts">) {
    super("too many attempts")
  }
}

/**
 * Counts an attempt at an account before it is looked at, so that many at once cannot slip through.
 * @returns how long to wait before answering, in milliseconds; refused with the seconds to wait when the network has
 * tried too often. The account itself is never refused: an attacker elsewhere cannot lock its owner out.
 */
export async function admitAttempt(tried: Try): Promise<Result<{ delayMs: number }, "too-many-attempts">> {
  const keys = keysOf(tried)
  try {
    return await database().prisma.$transaction(async (tx) => {
      const before = await keptOf(tx, keys.account)
      const account = counted(before, accountLimit, tried.at)
      await keep(tx, keys.account, account)
      for (const [key, limit] of [[keys.network, networkLimit] as const, [keys.pair, pairLimit] as const]) {
        const next = attempt(await keptOf(tx, key), limit, tried.at)
        if (!next.ok) throw new Refusal(next)
        await keep(tx, key, next.value)
      }
      return ok({ delayMs: pauseAfter(account.count - 1, accountLimit) })
    })
  } catch (error) {
    if (error instanceof Refusal) return error.refused
    throw error
  }
}

/** What is kept under a key; its row is held until the transaction ends, always account, network, pair in this order. */
async function keptOf(tx: Transaction, key: string): Promise<Attempts | null> {
  await tx.$executeRaw`INSERT INTO attempt (key, count, started_at) VALUES (${key}, 0, to_timestamp(0)) ON CONFLICT DO NOTHING`
  const rows = await tx.$queryRaw<{ count: number; started_at: Date }[]>`
    SELECT count, started_at FROM attempt WHERE key = ${key} FOR UPDATE`
  const row = rows[0]
  return row && row.count > 0 ? { count: row.count, lastAt: row.started_at } : null
}

const keep = (tx: Transaction, key: string, { count, lastAt }: Attempts) =>
  tx.attempt.update({ where: { key }, data: { count, startedAt: lastAt } })

/** Forgets the failed attempts of somebody who came in, and whatever is older than a day. */
export async function forgetAttempts(tried: Try): Promise<void> {
  const { account, pair, network } = keysOf(tried)
  const { prisma } = database()
  await prisma.attempt.deleteMany({
    where: { OR: [{ key: { in: [account, pair] } }, { startedAt: { lt: new Date(tried.at.getTime() - DAY_MS) } }] },
  })
  await prisma.attempt.updateMany({ where: { key: network, count: { gt: 0 } }, data: { count: { decrement: 1 } } })
}
