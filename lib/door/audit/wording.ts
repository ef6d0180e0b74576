import { type Day, isDay } from "@/lib/base/kernel/day"
import type { EventView } from "./contract"

/** As much of an event as is told of it. */
export type ToldEvent = Pick<EventView, "type" | "actor" | "subjectId" | "data" | "texts">

/** How ids, keys and days are said. `name` answers null for what has no name any more. */
export type Naming = {
  readonly name: (id: string) => string | null
  readonly role: (key: string) => string
  readonly day: (day: Day) => string
}

/** What the actor did, to be read after their name: "set status to Blocked: waiting for the licence". */
export type Words = (event: ToldEvent, naming: Naming) => string
/** Each domain declares the words for its own types of event. */
export type WordTable = Readonly<Record<string, Words>>

/** Who did it, in words. */
export function sayActor({ actor }: Pick<ToldEvent, "actor">): string {
  if (!actor) return "The command line"
  return actor.name ?? "Someone whose name was erased"
}

/** What was done. A type without words of its own is told by its name: "gate.reopened" becomes "reopened gate". */
export function sayDeed(event: ToldEvent, table: WordTable, naming: Naming): string {
  const words = Object.hasOwn(table, event.type) ? table[event.type] : undefined
  if (words) return words(event, naming)
  const [thing = "", deed = "changed"] = event.type.split(".")
  return `${deed} ${thing}`.replaceAll("-", " ")
}

/** A free text in quotation marks; what was erased is said to be. */
export const sayText = (text: string | null | undefined): string => (text ? `"${text}"` : "a text that was erased")

/** How one member of a record is called and how its values are said. */
export type FieldWords = { readonly word: string; readonly say: (value: unknown, naming: Naming) => string }
export type Change = { readonly field: string; readonly from?: string; readonly to: string; readonly word: string }

/** The members that an update changed, with what they were before where the event says so, in the order of the words. */
export function changesOf(event: ToldEvent, fields: Readonly<Record<string, FieldWords>>, naming: Naming): Change[] {
  const changes = recordOf(event.data.changes)
  const before = recordOf(event.data.before)
  return Object.entries(fields).flatMap(([field, { word, say }]): Change[] => {
    if (!(field in changes)) return []
    const from = field in before ? { from: say(before[field], naming) } : {}
    return [{ field, word, to: say(changes[field], naming), ...from }]
  })
}

/** "deadline from 3 March to 10 March"; "owner to Marta Ruiz" where there was none or it is not known. */
export const sayOneChange = ({ word, from, to }: Change): string =>
  from === undefined || from === NOTHING ? `${word} to ${to}` : `${word} from ${from} to ${to}`

/** What a member without a value is said to be. */
export const NOTHING = "none"

/** A value as it is, a day as days are said. */
export function sayPlain(value: unknown, naming: Naming): string {
  if (value === null || value === undefined) return NOTHING
  return typeof value === "string" && isDay(value) ? naming.day(value) : String(value)
}

/** "a, b and c". */
export function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ""
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`
}

export const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {}
