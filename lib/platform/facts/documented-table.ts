import * as z from "zod"

/** What the platform's public documentation says of one system table or view of the information schema. */
export const DocumentedTable = z.strictObject({
  /** With catalog and schema, as `system.lakeflow.jobs`. */
  table: z.string().regex(/^system(\.[a-z_]+){2}$/),
  /** The page that lists its columns. */
  page: z.url({ protocol: /^https$/ }),
  /** The day that page was read. */
  read: z.iso.date(),
  status: z.enum(["generally available", "public preview"]),
  /** Whose rows it holds: those of one region, of the whole account, or of the objects of one metastore. */
  scope: z.enum(["regional", "global", "metastore"]),
  columns: z.record(z.string().regex(/^[a-z_]+$/), z.string().min(1)),
  note: z.string().optional(),
})
export type DocumentedTable = z.output<typeof DocumentedTable>
export const DocumentedTables = z.array(DocumentedTable)

/**
 * A type as the documentation names it. `struct` and `array` without an inside are documented without one: nothing may be
 * read of it then.
 */
export type ColumnType =
  | { readonly kind: "plain"; readonly name: string }
  | { readonly kind: "struct"; readonly fields: ReadonlyMap<string, ColumnType> | null }
  | { readonly kind: "array"; readonly of: ColumnType | null }

/** Reads `struct<a string, b array<struct<c int>>>`, in which a field is a name, a space and its type. */
export function columnType(text: string): ColumnType {
  const inside = /^(struct|array)<([\s\S]*)>$/.exec(text.trim())
  if (!inside) {
    const name = text.trim()
    if (name === "struct") return { kind: "struct", fields: null }
    return name === "array" ? { kind: "array", of: null } : { kind: "plain", name }
  }
  const [, kind, body = ""] = inside
  if (kind === "array") return { kind: "array", of: columnType(body) }
  const fields = partsOf(body).map((part): [string, ColumnType] => {
    const [, name = "", type = ""] = /^(\w+)\s+([\s\S]+)$/.exec(part.trim()) ?? []
    return [name, columnType(type)]
  })
  return { kind: "struct", fields: new Map(fields) }
}

/** The parts between the commas that stand in no inner brackets. */
function partsOf(body: string): string[] {
  let depth = 0
  const parts = [""]
  for (const letter of body) {
    if (letter === "<") depth++
    if (letter === ">") depth--
    if (letter === "," && depth === 0) parts.push("")
    else parts[parts.length - 1] += letter
  }
  return parts
}
