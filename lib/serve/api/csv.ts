import * as z from "zod"
import { quoted } from "@/lib/base/files/csv-text"
import { marked } from "@/lib/base/kernel/formula-mark"
import { plainDecimal } from "@/lib/base/kernel/plain-decimal"

const rounded = (_: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isSafeInteger(value) ? Number(value.toPrecision(15)) : value

function cell(value: unknown): string {
  if (value === null || value === undefined) return ""
  if (typeof value === "number") return plainDecimal(value)
  if (typeof value === "object") return quoted(marked(JSON.stringify(value, rounded)))
  return quoted(typeof value === "string" ? marked(value) : String(value))
}

/**
 * Rows as CSV (RFC 4180) with a header, in UTF-8 with a byte order mark so that spreadsheets read it right.
 * @param promised the columns that there are also without rows
 */
export function csvOf(rows: readonly Readonly<Record<string, unknown>>[], promised: readonly string[] = []): string {
  const columns = [...new Set([...promised, ...rows.flatMap((row) => Object.keys(row))])]
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(","))
  return `\uFEFF${[columns.map(cell).join(","), ...lines].join("\r\n")}\r\n`
}

/** The columns that an answer of this shape has: the members of its `items`, or its own where it is no list. */
export function columnsOf(output: z.ZodType): readonly string[] {
  const items = output instanceof z.ZodObject ? output.shape.items : undefined
  return membersOf(items instanceof z.ZodArray ? items.element : output)
}

function membersOf(shape: unknown): readonly string[] {
  if (shape instanceof z.ZodObject) return Object.keys(shape.shape)
  return shape instanceof z.ZodUnion ? [...new Set(shape.options.flatMap(membersOf))] : []
}
