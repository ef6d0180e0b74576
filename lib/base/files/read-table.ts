import * as z from "zod"

/** What the process that reads a table is told; it knows nothing else, and reaches no database. */
export const TableJob = z.strictObject({ path: z.string(), mostRows: z.int(), mostCharacters: z.int() })
export type TableJob = z.output<typeof TableJob>

/** The first table of a file: its head, and its rows with the line each begins in. */
export const ReadTable = z.strictObject({
  head: z.array(z.string()),
  rows: z.array(z.tuple([z.int(), z.array(z.string())])),
  /** What was passed over, in sentences. */
  notes: z.array(z.string()),
})
export type ReadTable = z.output<typeof ReadTable>

/** Why a file could not be read, and in which line. */
export const TableFault = z.strictObject({ line: z.int().nullable(), message: z.string() })
export type TableFault = z.output<typeof TableFault>

export const TableAnswer = z.union([z.strictObject({ table: ReadTable }), z.strictObject({ fault: TableFault })])
export type TableAnswer = z.output<typeof TableAnswer>
