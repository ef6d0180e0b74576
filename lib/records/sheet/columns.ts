import type { Words } from "../kind"
import { type Slot, writeValue } from "../slot"
import { plainHead } from "./plain-head"

/** Names a record for good, so that a row finds it again whatever else was changed. */
export const ID_NAME = "id"
export const NUMBER_NAME = "number"
const heads = { [ID_NAME]: "Record ID", [NUMBER_NAME]: "Number" } as const

/** A column of a sheet of records, written in this order. */
export type SheetColumn = {
  /** The name of the field, `id` or `number`. */
  readonly name: string
  /** The field's label; no two columns have the same. */
  readonly head: string
  /** Null for what every record has beside its fields. */
  readonly slot: Slot | null
}

/** The columns of a sheet: the fields in their order, then number and id. */
export function columnsOfSheet(slots: readonly Slot[]): readonly SheetColumn[] {
  const taken = new Set(Object.values(heads).map(plainHead))
  const fields = slots.map((slot): SheetColumn => {
    const { label } = slot.field.about
    let head = label
    for (let copy = 2; taken.has(plainHead(head)); copy++) head = `${label} (${copy})`
    taken.add(plainHead(head))
    return { name: slot.name, head, slot }
  })
  return [...fields, ...Object.entries(heads).map(([name, head]) => ({ name, head, slot: null }))]
}

/** The cells of a record as text, in the order of the columns. */
export const writeCells = (columns: readonly SheetColumn[], record: object, words: Words): readonly string[] =>
  columns.map(({ name, slot }) =>
    slot ? writeValue(slot, slot.valueOf(record), words) : String(Reflect.get(record, name) ?? ""),
  )

/** Which field each column of a file is read into; null leaves it out. Every field is read from one column at most. */
export type Match = { readonly head: string; readonly name: string | null }
/** What was chosen by hand, by the head of a column; an empty name leaves it out. */
export type Mapping = Readonly<Record<string, string>>

/** Columns by what was chosen, else by what is remembered, else by the field's label or name. */
export function matchColumns(
  given: readonly string[],
  columns: readonly SheetColumn[],
  { chosen = {}, remembered = {} }: { readonly chosen?: Mapping; readonly remembered?: Mapping },
): readonly Match[] {
  const open = columns.filter(isReadable)
  const known = new Map(open.flatMap(({ name, head }) => [[plainHead(name), name] as const, [plainHead(head), name]]))
  const names = new Set(open.map(({ name }) => name))
  const lookIn = (mapping: Mapping, head: string): string | null => {
    const name = Object.entries(mapping).find(([each]) => plainHead(each) === plainHead(head))?.[1]
    return name === undefined ? null : names.has(name) ? name : ""
  }
  const used = new Set<string>()
  return given.map((head) => {
    if (head === "") return { head, name: null }
    const name = lookIn(chosen, head) ?? lookIn(remembered, head) ?? known.get(plainHead(head)) ?? ""
    if (name === "" || used.has(name)) return { head, name: null }
    used.add(name)
    return { head, name }
  })
}

/** Whether an import takes it: the number is given by the product, and some fields are written by their own verbs. */
export const isReadable = ({ name, slot }: SheetColumn): boolean => (slot ? !slot.field.fixed : name === ID_NAME)
