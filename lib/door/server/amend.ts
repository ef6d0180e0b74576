import { database } from "@/lib/base/db/client"
import { type Refused, refuse } from "@/lib/base/kernel/result"
import type { Actor } from "@/lib/door/access/actor"
import type { Permission } from "@/lib/door/access/permissions"
import type { EventDraft } from "@/lib/door/audit/event"
import { chainOf, seal } from "@/lib/door/audit/server/seal"
import { receiptOf } from "@/lib/door/server/idempotency"
import { announce } from "@/lib/door/server/live"
import { type Asked, type AskedFor, type CommandResult, committed, mayEnter } from "@/lib/door/server/outcome"
import { stillIn } from "@/lib/door/server/still-in"

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
  asked: AskedFor<P>,
  decide: () => Promise<Amendment<Value> | Refused<Code>>,
  changed: () => Promise<Refused<Code>>,
): Promise<CommandResult<Value, Code>> {
  const entered = mayEnter(actor, asked)
  if (!entered.ok) return entered
  const decision = await decide()
  if (!decision.ok) return (await repeatOf(actor)) ?? decision
  const seq = await write(statementOf(actor, decision))
  if (seq === null) {
    const still = await stillIn(database().prisma, actor)
    return still.ok ? ((await repeatOf(actor)) ?? changed()) : still
  }
  announce(chainOf(actor), seq)
  return committed(decision.value, seq, seq - decision.events.length)
}

/** The chain's new length, or null when the row is no longer as it was read or the key was used before. */
async function write(statement: Statement): Promise<number | null> {
  try {
    const { rows } = await database().pool.query<{ seq: number }>(statement)
    return rows[0]?.seq ?? null
  } catch (error) {
    if (isKeyTaken(error)) return null
    throw error
  }
}

const isKeyTaken = (error: unknown): boolean =>
  error instanceof Error && "constraint" in error && error.constraint === "idempotency_key_pkey"

type Statement = { readonly name: string | undefined; readonly text: string; readonly values: unknown[] }

/** The key is kept only together with the change: a row that changed meanwhile must not leave it behind. */
function statementOf(actor: Actor, amendment: Amendment<unknown>): Statement {
  const { table, id, programmeId, version, set, events, value } = amendment
  const key = actor.context.idempotency
  const userId = actor.kind === "visitor" ? null : (actor.signIn?.userId ?? null)
  const [sealed] = seal(actor, events)
  const values: unknown[] = [id, programmeId, version, sealed?.chain, sealed?.json]
  const put = (each: unknown) => `$${values.push(each)}`
  const sets = Object.entries(set).map(([column, each]) => `"${column}" = ${put(each)}`)
  const still = stillInSql(actor, put)
  const isKept = key !== undefined && userId !== null
  const kept = isKept
    ? `, kept AS (INSERT INTO idempotency_key (user_id, operation, key, body_hash, receipt, created_at)
         SELECT ${put(userId)}::uuid, ${put(key.operation)}, ${put(key.key)}, ${put(key.bodyHash)}::bytea,
           ${put(receiptOf(value))}::jsonb, ${put(actor.context.at)}::timestamptz FROM changed RETURNING 1)`
    : ""
  const text = `WITH changed AS (
      UPDATE "${table}" SET ${sets.join(", ")}, version = version + 1
      WHERE id = $1 AND programme_id = $2 AND version = $3${still} RETURNING 1)${kept}
    SELECT audit_append($4, $5) AS seq FROM ${isKept ? "kept" : "changed"}`
  return { name: nameOf(text), text, values }
}

/** `stillIn` as a condition of the same statement. */
function stillInSql(actor: Actor, put: (value: unknown) => string): string {
  if (actor.kind !== "programme" || !actor.signIn.credential) return ""
  const { credential, userId } = actor.signIn
  const table = credential.kind === "session" ? "session" : "api_token"
  const { role, archived } = actor.membership
  return ` AND EXISTS (SELECT 1 FROM "${table}" s JOIN app_user u ON u.id = s.user_id AND u.disabled_at IS NULL
      JOIN member m ON m.user_id = u.id AND m.programme_id = $2 JOIN programme g ON g.id = m.programme_id
      WHERE s.id = ${put(credential.id)} AND s.revoked_at IS NULL AND u.id = ${put(userId)}
        AND m.role = ${put(role)} AND (g.archived_at IS NOT NULL) = ${put(archived)})`
}

/** Statements that differ in their columns only are few; the first of them are prepared once for each connection. */
const MOST_PREPARED = 20
const names = new Map<string, string>()
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= MOST_PREPARED) return known
  names.set(text, `amend-${names.size}`)
  return names.get(text)
}

/** The answer to a request that was already carried out, or whose key was used for another. */
async function repeatOf(actor: Actor): Promise<Refused<"key-reused" | "replayed"> | null> {
  const key = actor.context.idempotency
  if (!key || actor.kind === "visitor" || !actor.signIn) return null
  const kept = await database().prisma.idempotencyKey.findFirst({
    where: { userId: actor.signIn.userId, operation: key.operation, key: key.key },
  })
  if (!kept) return null
  if (!Buffer.from(kept.bodyHash).equals(key.bodyHash)) return refuse("key-reused")
  return refuse("replayed", { receipt: kept.receipt ?? {} })
}
