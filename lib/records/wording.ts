import { day } from "@/lib/base/kernel/day"
import {
  type Change,
  joined,
  type Naming,
  NOTHING,
  recordOf,
  sayOneChange,
  sayText,
  type ToldEvent,
  type WordTable,
} from "@/lib/door/audit/wording"
import { isText } from "./events"
import type { Words } from "./kind"
import type { RecordType } from "./record"
import { type Slot, slotsOf } from "./slot"

const wordsFrom = (naming: Naming): Words => ({
  today: day("1970-01-01"),
  nameOf: (_, id) => naming.name(id) ?? "something that was erased",
  find: () => null,
})

/** A field's value out of an event, in words. */
function sayIn(members: Readonly<Record<string, unknown>>, { name, field }: Slot, naming: Naming): string {
  const { kind } = field
  const cells = Object.fromEntries(kind.columns.map((suffix) => [suffix, members[`${name}${suffix}`] ?? null]))
  const value = kind.fromCells(cells)
  if (value === null) return NOTHING
  if (kind.control === "day" && typeof cells[""] === "string") return naming.day(day(cells[""]))
  const said = kind.write(value, wordsFrom(naming))
  return said === "" ? NOTHING : said
}

const isIn = (members: Readonly<Record<string, unknown>>, { name, field }: Slot) =>
  field.kind.columns.some((suffix) => `${name}${suffix}` in members)

/** The fields that an event changed, those with texts last. */
export function changesIn(of: RecordType, event: ToldEvent, naming: Naming): readonly Change[] {
  const changes = recordOf(event.data.changes)
  const before = recordOf(event.data.before)
  return slotsOf(of).flatMap((slot): Change[] => {
    const word = slot.field.about.label.toLowerCase()
    const text = event.texts[slot.name]
    if (isText(slot) && (text !== undefined || slot.name in changes)) {
      const isShort = slot.field.kind.control === "text"
      return [{ field: slot.name, word, to: text === undefined ? NOTHING : isShort ? sayText(text) : "a new text" }]
    }
    if (!isIn(changes, slot)) return []
    const from = isIn(before, slot) ? { from: sayIn(before, slot, naming) } : {}
    return [{ field: slot.name, word, to: sayIn(changes, slot, naming), ...from }]
  })
}

/** How what happens to records of a type is told, also as earlier versions wrote it (`updated`). */
export function wordsOf(of: RecordType): WordTable {
  const { type, names, title } = of
  const changed = (event: ToldEvent, naming: Naming) => {
    const changes = changesIn(of, event, naming)
    return changes.length > 0 ? `changed ${joined(changes.map(sayOneChange))}` : "saved it without changes"
  }
  return {
    [`${type}.added`]: ({ texts }) => `added the ${names.one} ${sayText(texts[title])}`,
    [`${type}.changed`]: changed,
    [`${type}.updated`]: changed,
    [`${type}.removed`]: () => `removed the ${names.one}`,
    [`${type}.restored`]: () => `restored the ${names.one}`,
  }
}
