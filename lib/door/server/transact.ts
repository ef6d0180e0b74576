import { database, type Transaction } from "@/lib/base/db/client"
import type { Refused } from "@/lib/base/kernel/result"
import type { Actor } from "@/lib/door/access/actor"
import type { Permission } from "@/lib/door/access/permissions"
import { chainOf, seal } from "@/lib/door/audit/server/seal"
import { claimKey, keepReceipt } from "@/lib/door/server/idempotency"
import { announce } from "@/lib/door/server/live"
import {
  type Asked,
  type AskedFor,
  type CommandResult,
  committed,
  type Done,
  type DoorRefusal,
  mayEnter,
} from "@/lib/door/server/outcome"
import { stillIn } from "@/lib/door/server/still-in"

/** Carries a refusal out of the transaction, so that everything in it is rolled back. */
class Rollback extends Error {
  constructor(readonly refused: Refused<string>) {
    super("rolled back")
  }
}

/**
 * Runs a command: asks for the permission of its contract (or, where no contract serves it, for the one named), opens one transaction, and commits what the command wrote together with
 * its events, or nothing. The chain's lock is taken last. Others learn of it after the commit.
 */
export async function transact<P extends Permission, A extends Actor & Asked<P>, Value, Code extends string = never>(
  actor: A,
  asked: AskedFor<P>,
  command: (tx: Transaction) => Promise<Done<Value> | Refused<Code>>,
  /** How long it may take as a whole; an import takes longer than an edit. */
  { seconds = 20 }: { readonly seconds?: number } = {},
): Promise<CommandResult<Value, Code>> {
  const entered = mayEnter(actor, asked)
  if (!entered.ok) return entered
  const heads = new Map<string, number>()
  const own = chainOf(actor)
  let written = 0
  let refused: Refused<Code | DoorRefusal> | null = null
  try {
    const value = await database().prisma.$transaction(
      async (tx) => {
        const still = await stillIn(tx, actor)
        refused = still.ok ? await claimKey(tx, actor) : still
        if (refused) throw new Rollback(refused)
        const outcome = await command(tx)
        if (!outcome.ok) {
          refused = outcome
          throw new Rollback(outcome)
        }
        await keepReceipt(tx, actor, outcome.value)
        for (const { chain, json } of seal(actor, outcome.events)) {
          const rows = await tx.$queryRaw<{ seq: number }[]>`SELECT audit_append(${chain}::uuid, ${json}::jsonb) AS seq`
          heads.set(chain, rows[0]?.seq ?? 0)
          if (chain === own) written = outcome.events.filter((event) => (event.chain ?? own) === own).length
        }
        return outcome.value
      },
      { maxWait: 5_000, timeout: seconds * 1_000 },
    )
    for (const [chain, seq] of heads) announce(chain, seq)
    const seq = heads.get(own) ?? null
    return committed(value, seq, seq === null ? null : seq - written)
  } catch (error) {
    if (error instanceof Rollback && refused) return refused
    throw error
  }
}
