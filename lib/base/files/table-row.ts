/** One row of a table by the names in its head, and where it stands. */
export type TableRow = {
  /** The name of the sheet, or of the file inside an archive; empty for a file that is one table. */
  readonly table: string
  /** Counted from 1. */
  readonly line: number
  readonly cells: ReadonlyMap<string, string>
}

/** The same as it stands in the file, the head among them. */
export type RawRow = { readonly table: string; readonly line: number; readonly cells: readonly string[] }
