import * as z from "zod"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { TableRow } from "./reader"

/** An answer of the Statement Execution API with its rows in it, as a file; all values are texts. */
const Answer = z.object({
  status: z.object({ state: z.string() }).optional(),
  manifest: z.object({
    schema: z.object({ columns: z.array(z.object({ name: z.string() })) }),
    total_row_count: z.number().optional(),
    truncated: z.boolean().optional(),
  }),
  result: z.object({ data_array: z.array(z.array(z.string().nullable())).optional() }).optional(),
})

/** Whether JSON begins as such an answer does. */
export const isStatementAnswer = (text: string): boolean =>
  /^\uFEFF?\s*\{/.test(text) && /"(statement_id|manifest)"\s*:/.test(text.slice(0, 20_000))

/**
 * The rows of the answer under its columns, numbered from 1. Refused with a sentence when the statement did not succeed,
 * or when the rows are not all there: part of an answer must not pass for the whole.
 */
export function rowsOfAnswer(value: unknown): Result<TableRow[], string> {
  const parsed = Answer.safeParse(value)
  if (!parsed.success) return refuse("This is no answer of the Statement Execution API with its rows in it.")
  const { status, manifest, result } = parsed.data
  if (status && status.state !== "SUCCEEDED") return refuse(`The statement has not succeeded: it is ${status.state}.`)
  const rows = result?.data_array ?? []
  const all = manifest.total_row_count ?? rows.length
  if (manifest.truncated || rows.length !== all)
    return refuse(`The answer holds ${rows.length} of ${all} rows. Fetch it whole, or bring the table as CSV.`)
  const names = manifest.schema.columns.map(({ name }) => name.trim().toLowerCase())
  if (rows.some((row) => row.length !== names.length))
    return refuse("A row has not as many cells as there are columns.")
  return ok(
    rows.map((row, place) => ({
      ...{ table: "", line: place + 1 },
      cells: new Map(names.map((name, column) => [name, row[column] ?? ""])),
    })),
  )
}
