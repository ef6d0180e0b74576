import type { Words } from "./kind"
import { kindOfOwn, type OwnField, type OwnValue } from "./own-field"
import type { Change, Field, Fields, RecordType } from "./record"

/** One field of a record as columns, panels, sheets and sentences see it, whether declared or a programme's own. */
export type Slot = {
  /** `name`, or `own.<key>`. */
  readonly name: string
  readonly field: Field<unknown>
  readonly valueOf: (record: object) => unknown
  /** The change that sets it, for a record that has these own values. */
  readonly changeTo: (value: unknown) => Readonly<Record<string, unknown>>
}

/** The fields of a type in order, those that the reader may not see left out, and the programme's own after them. */
export function slotsOf(
  { fields }: Pick<RecordType, "fields">,
  ownFields: readonly OwnField[] = [],
  hidden: ReadonlySet<string> = new Set(),
): readonly Slot[] {
  const declared = Object.entries<Field<unknown>>(fields).map(
    ([name, field]): Slot => ({
      ...{ name, field },
      valueOf: (record) => Reflect.get(record, name) ?? null,
      changeTo: (value) => ({ [name]: value }),
    }),
  )
  return [...declared.filter(({ name }) => !hidden.has(name)), ...ownFields.map(slotOfOwn)]
}

function slotOfOwn(own: OwnField): Slot {
  const field: Field<unknown> = {
    kind: kindOfOwn(own),
    about: { label: own.label },
    ...{ presence: "optional", initial: null, fixed: false },
  }
  return {
    ...{ name: `own.${own.key}`, field },
    valueOf: (record) => ownOf(record)[own.key] ?? null,
    changeTo: (value) => ({ own: { [own.key]: value } }),
  }
}

/** The own values of a record or a change. */
export function ownOf(record: object): Readonly<Record<string, OwnValue>> {
  const own: unknown = Reflect.get(record, "own")
  const entries = typeof own === "object" && own !== null ? Object.entries(own) : []
  return Object.fromEntries(entries.filter((entry): entry is [string, OwnValue] => isOwnValue(entry[1])))
}
const isOwnValue = (value: unknown): value is OwnValue =>
  value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean"

/** A value in words; nothing where there is none. */
export const writeValue = ({ field }: Slot, value: unknown, words: Words): string =>
  value === null || value === undefined ? "" : field.kind.write(value, words)

/** Reads what was typed into a field; nothing empties it where it may be empty. */
export function readValue({ field }: Slot, typed: string, words: Words): { value: unknown } | { problem: string } {
  if (typed.trim() !== "") return field.kind.read(typed, words)
  if (field.presence === "optional") return { value: null }
  if (field.presence === "preset") return { value: field.initial }
  return { problem: `Enter ${article(field.about.label)} ${field.about.label.toLowerCase()}.` }
}

const article = (word: string) => (/^[aeiou]/i.test(word) ? "an" : "a")

/** What a record is called. */
export function titleOf<F extends Fields>({ title }: RecordType<F>, record: object): string {
  const value: unknown = Reflect.get(record, title)
  return typeof value === "string" ? value : ""
}

/** A record with a change on it, as it will be; own values that the change does not name stay. */
export function withChange<Kept extends object>(record: Kept, change: object): Kept {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const own = "own" in given ? { own: { ...ownOf(record), ...ownOf(change) } } : {}
  return { ...record, ...given, ...own }
}

/** The members of a change that make a difference, and what they were before. */
export function differences(
  slots: readonly Slot[],
  before: object,
  change: object,
): readonly { readonly slot: Slot; readonly from: unknown; readonly to: unknown }[] {
  const after = withChange(before, change)
  return slots
    .map((slot) => ({ slot, from: slot.valueOf(before), to: slot.valueOf(after) }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
}

/** The change that sets a field, for the editor of its type. */
export function changeTo<F extends Fields>(slot: Slot, value: unknown): Change<F>
export function changeTo(slot: Slot, value: unknown): object {
  return slot.changeTo(value)
}
