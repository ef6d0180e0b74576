import type * as z from "zod"
import type { Day } from "@/lib/base/kernel/day"
import type { updateEntry } from "@/lib/plan/risks/contract"
import { kindNames, responseNames, stateNames } from "@/lib/plan/risks/event-words"
import { expectedDelayOf, exposureOf, isOverdue } from "@/lib/plan/risks/exposure"
import type { Delay, RegisterLine } from "@/lib/plan/risks/register-shapes"

/** What can be changed about an entry. */
export type EntryChange = Omit<z.output<typeof updateEntry.input>, "entryId" | "version">

/** An entry with a change on it, as it will be. */
export function changedLine(line: RegisterLine, change: EntryChange, today: Day): RegisterLine {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const next: RegisterLine = { ...line, ...given }
  return { ...next, exposure: exposureOf(next), expectedDelay: expectedDelayOf(next), overdue: isOverdue(next, today) }
}

/** The change that takes another one back. */
export function putBack(before: RegisterLine, change: EntryChange): EntryChange {
  const kept = Object.keys(change).map((key) => [key, Reflect.get(before, key)])
  const { state, ...rest }: EntryChange = Object.fromEntries(kept)
  return before.state === "came_true" || state === undefined ? rest : { ...rest, state }
}

/** `40%`. */
export const sayProbability = (probability: number): string => `${Number((probability * 100).toFixed(1))}%`

/** `5 / 10 / 25`, or `10` when all three are the same. */
export function delayText(delay: Delay | null): string {
  if (!delay) return ""
  const { optimistic, likely, pessimistic } = delay
  return optimistic === pessimistic ? `${likely}` : `${optimistic} / ${likely} / ${pessimistic}`
}

/** `probability 40%`, `closed`: what a change set, in words. */
export function sayEntryChange(change: EntryChange): string {
  const { kind, state, title, probability, impact, delay, response, dueDay } = change
  const parts = [
    ...(kind === undefined ? [] : [`${kindNames[kind].toLowerCase()} now`]),
    ...(state === undefined ? [] : [stateNames[state].toLowerCase()]),
    ...(title === undefined ? [] : ["renamed"]),
    ...(probability === undefined
      ? []
      : [`probability ${probability === null ? "unknown" : sayProbability(probability)}`]),
    ...(impact === undefined ? [] : [`impact ${impact ?? "unknown"}`]),
    ...(delay === undefined ? [] : [delay ? `delay ${delayText(delay)} d` : "no delay"]),
    ...(response === undefined ? [] : [response ? responseNames[response].toLowerCase() : "no response"]),
    ...(dueDay === undefined ? [] : [dueDay ? "due day set" : "no due day"]),
    ...(change.ownerId === undefined ? [] : ["owner changed"]),
    ...(change.description === undefined && change.responseNote === undefined ? [] : ["text saved"]),
    ...(change.workstreamIds === undefined && change.gateIds === undefined ? [] : ["what it touches changed"]),
  ]
  return parts.join(", ")
}
