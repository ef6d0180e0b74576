import { folded } from "@/lib/base/kernel/folded"
import type { Words } from "./kind"
import { type Slot, writeValue } from "./slot"

/** Which records are shown: words anywhere in them, and for a field the values of which one must be there. */
export type RecordFilter = { readonly text: string; readonly values: Readonly<Record<string, readonly string[]>> }
export const noFilter: RecordFilter = { text: "", values: {} }
/** Stands for "has no value". */
export const EMPTY = "none"

const filterable = new Set(["choice", "switch", "relation", "relations", "list"])

/** The fields that can be filtered by their values. */
export const filterSlots = (slots: readonly Slot[]): readonly Slot[] =>
  slots.filter(({ field }) => filterable.has(field.kind.control))

/** The values of a record as a filter names them. */
export function filterKeysOf(slot: Slot, record: object): readonly string[] {
  const value = slot.valueOf(record)
  if (value === null || value === undefined) return [EMPTY]
  if (Array.isArray(value)) return value.length === 0 ? [EMPTY] : value.map(String)
  return [typeof value === "boolean" ? (value ? "yes" : "no") : String(value)]
}

/** What may be chosen for a field, each with its name and how many records have it, the declared order or by name. */
export function filterChoices(slot: Slot, records: readonly object[], words: Words) {
  const counts = new Map<string, number>()
  for (const record of records)
    for (const key of filterKeysOf(slot, record)) counts.set(key, (counts.get(key) ?? 0) + 1)
  const { options, target } = slot.field.kind
  const name = (key: string): string => {
    if (key === EMPTY) return target === "person" ? "No one" : "None"
    if (options) return options[key] ?? key
    if (target) return words.nameOf(target, key) ?? "Removed"
    return key === "yes" ? "Yes" : key === "no" ? "No" : key
  }
  const declared = options ? Object.keys(options) : null
  const place = (key: string) => (key === EMPTY ? 1e6 : (declared?.indexOf(key) ?? 0))
  return [...counts]
    .map(([key, count]) => ({ key, count, name: name(key) }))
    .sort((a, b) => place(a.key) - place(b.key) || a.name.localeCompare(b.name, "en", { numeric: true }))
}

/** The records that a filter lets through; the same objects in the same order. */
export function filtered<Record extends object>(
  records: readonly Record[],
  { text, values }: RecordFilter,
  slots: readonly Slot[],
  words: Words,
): readonly Record[] {
  const asked = folded(text).split(/\s+/).filter(Boolean)
  const chosen = Object.entries(values).flatMap(([name, keys]) => {
    const slot = slots.find((each) => each.name === name)
    return slot && keys.length > 0 ? [{ slot, keys: new Set(keys) }] : []
  })
  if (asked.length === 0 && chosen.length === 0) return records
  return records.filter((record) => {
    if (!chosen.every(({ slot, keys }) => filterKeysOf(slot, record).some((key) => keys.has(key)))) return false
    if (asked.length === 0) return true
    const haystack = folded(slots.map((slot) => writeValue(slot, slot.valueOf(record), words)).join(" "))
    return asked.every((word) => haystack.includes(word))
  })
}
