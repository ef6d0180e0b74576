import { type Ok, ok, type Refused, type Result, refuse } from "@/lib/base/kernel/result"
import type { Actor } from "@/lib/door/access/actor"
import { inPerson } from "@/lib/door/access/in-person"
import type { Permission } from "@/lib/door/access/permissions"
import type { EventDraft } from "@/lib/door/audit/event"

/** A success with what happened; nothing else makes one. */
export type Done<Value> = {
  readonly ok: true
  readonly value: Value
  readonly events: readonly [EventDraft, ...EventDraft[]]
}
export const done = <Value>(value: Value, ...events: readonly [EventDraft, ...EventDraft[]]): Done<Value> => ({
  ok: true,
  value,
  events,
})

/** What a command may always be answered with, whatever it does. */
export type DoorRefusal = "not-allowed" | "sign-in-needed" | "in-person" | "key-reused" | "replayed"

/** A success as the door answers it. Its private member keeps commands from writing one by hand. */
class Committed<Value> implements Ok<Value> {
  declare private readonly isCommitted: true
  readonly ok = true
  constructor(
    readonly value: Value,
    /** How long the actor's chain is after the write; null when nothing was written. */
    readonly seq: number | null,
    /** How long it was before the write's own events. */
    readonly before: number | null,
  ) {}
}

/** What was written together with its events. Only `transact` and `amend` may say so. */
export const committed = <Value>(value: Value, seq: number | null, before: number | null): Committed<Value> =>
  new Committed(value, seq, before)

/** The answer of a write that found everything as it was asked for, or that leaves no event by design. */
export const unchanged = <Value>(value: Value): Committed<Value> => new Committed(value, null, null)

export type CommandResult<Value, Code extends string> = Committed<Value> | Refused<Code | DoorRefusal>

/** Anything that can be asked whether it may. */
export type Asked<P extends Permission> = { grant(permission: P): "yes" | "own" | "no" }

/** What a command keeps: a contract, or the permission alone where no contract serves it. */
export type AskedFor<P extends Permission> = P | { readonly permission: P; readonly inPerson?: true }

/** The permission of the contract that a command keeps, or the one that is named where no contract serves it. */
export const permissionOf = <P extends Permission>(asked: AskedFor<P>): P =>
  typeof asked === "string" ? asked : asked.permission

/** Whether an actor has what is asked, and does it in person where that is asked. */
export function mayEnter<P extends Permission>(
  actor: Actor & Asked<P>,
  asked: AskedFor<P>,
): Result<true, "not-allowed" | "in-person"> {
  if (actor.grant(permissionOf(asked)) === "no") return refuse("not-allowed")
  return typeof asked !== "string" && asked.inPerson ? inPerson(actor) : ok(true)
}
