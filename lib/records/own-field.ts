import { folded } from "@/lib/base/kernel/folded"
import type { Kind } from "./kind"
import { calendarDay, choice, decimal, text, yesNo } from "./kinds"

export const ownKinds = { text: "Text", number: "Number", choice: "Choice", day: "Date", switch: "Yes or no" } as const
export type OwnKind = keyof typeof ownKinds

/** A field that a programme added to a type of record. */
export type OwnField = {
  readonly id: string
  readonly version: number
  /** Permanent, made from the label: the name of its value in records. */
  readonly key: string
  readonly label: string
  readonly kind: OwnKind
  /** Of a choice. */
  readonly options: readonly string[]
}
export type OwnValue = string | number | boolean | null
export type OwnValues = Readonly<Record<string, OwnValue>>

/** So many a programme may add to one type of record. */
export const MOST_OWN_FIELDS = 20

/** How the values of an own field are read, shown and kept. */
export function kindOfOwn({ kind, options }: Pick<OwnField, "kind" | "options">): Kind<NonNullable<unknown>> {
  if (kind === "number") return decimal({ from: -1e15, to: 1e15 })
  if (kind === "day") return calendarDay
  if (kind === "switch") return yesNo
  if (kind === "choice") return choice(Object.fromEntries(options.map((option) => [option, option])))
  return text(2_000)
}

/** Whether these are values of fields that the programme has, each of its field's kind. */
export const areOwnValues = (fields: readonly OwnField[], values: OwnValues): boolean =>
  Object.entries(values).every(([key, value]) => {
    const own = fields.find((each) => each.key === key)
    return own !== undefined && (value === null || kindOfOwn(own).fromCells({ "": value }) !== null)
  })

/** The permanent key of a new field, from its label; `taken` are those of all fields that there ever were. */
export function keyFrom(label: string, taken: readonly string[]): string {
  const plain = folded(label)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
  const stem = plain === "" ? "field" : plain
  let key = stem
  for (let copy = 2; taken.includes(key); copy++) key = `${stem}-${copy}`
  return key
}
