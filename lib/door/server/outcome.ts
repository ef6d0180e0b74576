import type { Ok, Refused } from "@/lib/base/kernel/result"
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
export type DoorRefusal = "not-allowed" | "key-reused" | "replayed"
/** `seq`: how long the actor's chain is after it; `before`: how long it was before its own events. */
export type Committed<Value> = Ok<Value> & { readonly seq: number | null; readonly before?: number | null }
export type CommandResult<Value, Code extends string> = Committed<Value> | Refused<Code | DoorRefusal>

/** Anything that can be asked whether it may. */
export type Asked<P extends Permission> = { grant(permission: P): "yes" | "own" | "no" }

/** The permission of the contract that a command keeps, or the one that is named where no contract serves it. */
export const permissionOf = <P extends Permission>(asked: P | { readonly permission: P }): P =>
  typeof asked === "string" ? asked : asked.permission
