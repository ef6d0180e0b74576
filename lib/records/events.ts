import type { Id } from "@/lib/base/kernel/id"
import type { EventData, EventDraft, Scalar } from "@/lib/door/audit/event"
import type { Slot } from "./slot"

type Told = Readonly<Record<string, Scalar | readonly Scalar[]>>

/** Whether an event keeps only the salted hash of a field's text. */
export const isText = ({ field }: Slot): boolean =>
  field.kind.columns.length === 1 &&
  (field.about.erasable === true || field.kind.control === "prose" || field.kind.control === "text")

/** A value in the columns that it is kept in, as an event tells it. */
export function told({ name, field }: Slot, value: unknown): Told {
  const parts = value === null || value === undefined ? {} : field.kind.toCells(value)
  return Object.fromEntries(field.kind.columns.map((suffix) => [`${name}${suffix}`, scalar(parts[suffix])]))
}

function scalar(value: unknown): Scalar | readonly Scalar[] {
  if (Array.isArray(value)) return value.map((each) => String(each))
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value ?? ""))

type Difference = { readonly slot: Slot; readonly from: unknown; readonly to: unknown }

/** What was added, with everything it began with. */
export function addedEvent(type: string, subject: Id, number: number, given: readonly Difference[]): EventDraft {
  const plain = given.filter(({ slot }) => !isText(slot)).map(({ slot, to }) => told(slot, to))
  return {
    ...{ type: `${type}.added`, subject },
    data: { number, ...Object.assign({}, ...plain) },
    texts: textsOf(given),
  }
}

/** What was changed, and from what. Texts are kept apart, where they can be erased. */
export function changedEvent(type: string, subject: Id, changes: readonly Difference[]): EventDraft {
  const plain = changes.filter(({ slot }) => !isText(slot))
  const data: EventData = {
    changes: Object.assign({}, ...plain.map(({ slot, to }) => told(slot, to)), emptied(changes)),
    before: Object.assign({}, ...plain.map(({ slot, from }) => told(slot, from))),
  }
  return { type: `${type}.changed`, subject, data, texts: textsOf(changes) }
}

/** Texts that are gone, which have no text to keep. */
const emptied = (changes: readonly Difference[]) =>
  Object.fromEntries(changes.flatMap(({ slot, to }) => (isText(slot) && to === null ? [[slot.name, null]] : [])))

const textsOf = (changes: readonly Difference[]): Record<string, string> =>
  Object.fromEntries(
    changes.filter(({ slot, to }) => isText(slot) && to !== null).map(({ slot, to }) => [slot.name, textOf(to)]),
  )
