import { carried } from "../plain-text"
import { schemaOrder } from "./schema-order"

/** A piece of finished XML. */
export class Xml {
  constructor(readonly text: string) {}
}
type Value = string | number | boolean | Xml | readonly Xml[] | null | undefined
type Ordered = keyof typeof schemaOrder

/** Text as it may stand between tags: what XML has no way to write is left out. */
export const escaped = (text: string): string =>
  carried(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

const inside = (value: string | number | boolean | Xml): string =>
  value instanceof Xml ? value.text : typeof value === "boolean" ? String(Number(value)) : escaped(String(value))

function child(name: string, value: Value): string {
  if (value === null || value === undefined) return ""
  if (typeof value === "object" && !(value instanceof Xml)) return value.map(({ text }) => text).join("")
  return `<${name}>${inside(value)}</${name}>`
}

/** An element with its elements in the order of the schema, whatever order they are given in. Missing values are left out. */
export function ordered<Name extends Ordered>(
  name: Name,
  values: Partial<Record<(typeof schemaOrder)[Name][number], Value>>,
): Xml {
  const given: Readonly<Record<string, Value>> = values
  const parts = schemaOrder[name].map((each) => child(each, given[each]))
  return new Xml(`<${name}>${parts.join("")}</${name}>`)
}

/** Elements one after the other, as what is inside of another. Elements that repeat without one around them are given as a list. */
export const listed = (parts: readonly Xml[]): Xml => new Xml(parts.map(({ text }) => text).join("\n"))
