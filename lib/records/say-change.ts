import type { Words } from "./kind"
import { differences, type Slot, writeValue } from "./slot"

const LONGEST = 60

/** `status Closed, probability from 40% to 80%`: a change in words, with what was before where one record is meant. */
export function sayChange(slots: readonly Slot[], before: object | null, change: object, words: Words): string {
  const parts = differences(slots, before ?? {}, change).map(({ slot, from, to }) => {
    const name = slot.field.about.label
    const { control } = slot.field.kind
    if (control === "prose") return `${name.toLowerCase()} changed`
    const said = (value: unknown) => writeValue(slot, value, words)
    const after = said(to)
    if (after === "") return `${name.toLowerCase()} cleared`
    const earlier = before === null ? "" : said(from)
    if (earlier === "" || earlier.length + after.length > LONGEST) return `${name.toLowerCase()} ${after}`
    return `${name.toLowerCase()} from ${earlier} to ${after}`
  })
  return parts.length > 0 ? parts.join(", ") : "no change"
}
