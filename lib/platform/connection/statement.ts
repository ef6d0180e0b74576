import * as z from "zod"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"

/** What the Statement Execution API answers, as far as it is read. All values are strings, whatever their type. */
const Cells = z.array(z.array(z.string().nullable()))
export const ResultChunk = z.object({
  chunk_index: z.number().optional(),
  data_array: Cells.optional(),
  next_chunk_index: z.number().nullish(),
})
export type ResultChunk = z.output<typeof ResultChunk>

export const StatementAnswer = z.object({
  statement_id: z.string(),
  status: z.object({
    state: z.enum(["PENDING", "RUNNING", "SUCCEEDED", "FAILED", "CANCELED", "CLOSED"]),
    error: z.object({ error_code: z.string().optional(), message: z.string().optional() }).optional(),
  }),
  manifest: z
    .object({
      schema: z.object({ columns: z.array(z.object({ name: z.string() })).optional() }).optional(),
      total_chunk_count: z.number().optional(),
      total_row_count: z.number().optional(),
      truncated: z.boolean().optional(),
    })
    .optional(),
  result: ResultChunk.optional(),
})
export type StatementAnswer = z.output<typeof StatementAnswer>

export type BadResult = "truncated" | "rows-missing" | "columns-missing"
/** One row by the names of its columns. */
export type ResultRow = Readonly<Record<string, string | null>>

/**
 * The rows of a statement that succeeded. A result that was cut short, or has fewer rows than it says, is refused: half
 * an answer must never pass for a whole one. An empty result has no data at all.
 */
export function rowsOf(answer: StatementAnswer, chunks: readonly ResultChunk[]): Result<ResultRow[], BadResult> {
  const { manifest } = answer
  if (manifest?.truncated) return refuse("truncated")
  const columns = manifest?.schema?.columns?.map(({ name }) => name) ?? []
  const cells = chunks.flatMap(({ data_array }) => data_array ?? [])
  if (manifest?.total_row_count !== undefined && manifest.total_row_count !== cells.length)
    return refuse("rows-missing")
  if (cells.some((row) => row.length !== columns.length)) return refuse("columns-missing")
  return ok(cells.map((row) => Object.fromEntries(columns.map((column, place) => [column, row[place] ?? null]))))
}
