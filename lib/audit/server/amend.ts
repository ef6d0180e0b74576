import type { Actor } from "@/lib/access/actor"
import type { Permission } from "@/lib/access/permissions"
import { database } from "@/lib/db/client"
import { type Refused, refuse } from "@/lib/kernel/result"
import type { EventDraft } from "../event"
import { receiptOf } from "./idempotency"
import { announce } from "./live"
import type { Asked, CommandResult } from "./outcome"
import { chainOf, seal } from "./seal"

/** One guarded UPDATE of one row and the events that tell of it. */
export type Amendment<Value> = {
  readonly ok: true
  /** Snake-case table and columns of ours, never of a request. */
  readonly table: "work_item"
  readonly id: string
  readonly programmeId: string
  /** The version that was read; the row is changed only if it still has it. */
  readonly version: number
  readonly set: Readonly<Record<string, unknown>>
  readonly events: readonly [EventDraft, ...EventDraft[]]
  /** What the row looks like afterwards. */
  readonly value: Value
}

/**
 * The short form of `transact` for changing one row that was read and judged before: the guarded UPDATE, the events and
 * the idempotency key are one statement, and so one transaction with one round trip (docs/decisions/0005).
 * @param decide reads, asks the rule, and says what to write
 * @param changed what to refuse with when the row is no longer as it was read
 */
export async function amend<P extends Permission, A extends Actor & Asked<P>, Value, Code extends string>(
  actor: A,
  permission: P,
  decide: () => Promise<Amendment<Value> | Refused<Code>>,
  changed: () => Promise<Refused<Code>>,
): Promise<CommandResult<Value, Code>> {
  if (actor.grant(permission) === "no") return refuse("not-allowed")
  const repeated = await repeatOf(actor)
  if (repeated) return repeated
  const decision = await decide()
  if (!decision.ok) return (await repeatOf(actor)) ?? decision
  const { rows } = await database().pool.query(statementOf(actor, decision))
  const seq = rows[0]?.seq
  if (typeof seq !== "number") return (await repeatOf(actor)) ?? changed()
  announce(chainOf(actor), seq)
  return { ok: true, value: decision.value, seq }
}

function statementOf(actor: Actor, { table, id, programmeId, version, set, events, value }: Amendment<unknown>) {
  const key = actor.occasion.idempotency
  const userId = actor.kind === "visitor" ? null : (actor.signIn?.userId ?? null)
  const [sealed] = seal(actor, events)
  const values: unknown[] = [id, programmeId, version, sealed?.chain, sealed?.json]
  const put = (each: unknown) => `$${values.push(each)}`
  const sets = Object.entries(set).map(([column, each]) => `"${column}" = ${put(each)}`)
  const claim =
    key && userId
      ? `claimed AS (INSERT INTO idempotency_key (user_id, operation, key, body_hash, receipt, created_at)
         VALUES (${put(userId)}, ${put(key.operation)}, ${put(key.key)}, ${put(key.bodyHash)}, ${put(receiptOf(value))}, ${put(actor.occasion.at)})
         ON CONFLICT DO NOTHING RETURNING 1),`
      : ""
  const guard = claim ? "AND EXISTS (SELECT 1 FROM claimed)" : ""
  const text = `WITH ${claim} changed AS (
      UPDATE "${table}" SET ${sets.join(", ")}, version = version + 1
      WHERE id = $1 AND programme_id = $2 AND version = $3 ${guard} RETURNING 1)
    SELECT audit_append($4, $5) AS seq FROM changed`
  return { text, values }
}

/** The answer to a request that was already carried out, or whose key was used for another. */
async function repeatOf(actor: Actor): Promise<Refused<"key-reused" | "replayed"> | null> {
  const key = actor.occasion.idempotency
  if (!key || actor.kind === "visitor" || !actor.signIn) return null
  const kept = await database().prisma.idempotencyKey.findFirst({
    where: { userId: actor.signIn.userId, operation: key.operation, key: key.key },
  })
  if (!kept) return null
  if (!Buffer.from(kept.bodyHash).equals(key.bodyHash)) return refuse("key-reused")
  return refuse("replayed", { receipt: kept.receipt ?? {} })
}
