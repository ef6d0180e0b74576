import type { TableRow } from "@/lib/base/files/table-row"
import type { FactRow } from "../fact"
import type { Kind } from "../kinds"

export type { TableRow }
/** What is wrong, and where; without a line the whole file is meant. */
export type Fault = {
  readonly line: number | null
  readonly column: string | null
  readonly sheet: string | null
  readonly message: string
}
/**
 * What a reader finds; `ranWith` is a row that tells a parameter of the run. Every row that it is given ends in exactly one of three heaps: `taken`, `same` (it says what
 * another row said already) or `aside` with a reason; `rows` of a fact are taken with it.
 */
export type Outcome =
  | { readonly fact: FactRow; readonly rows?: number }
  | { readonly fault: Fault }
  | { readonly note: string }
  | { readonly taken: number }
  | { readonly same: number }
  | { readonly aside: string; readonly rows: number }
  | { readonly ranWith: string; readonly as: string }

/** Turns the rows of a file into facts: some at once, some when all rows are known. It keeps sums, never rows. */
export type Reader = {
  readonly take: (row: TableRow) => readonly Outcome[]
  readonly end: () => readonly Outcome[]
}

/** What a reader must know beside the file. */
export type ReadContext = {
  /** The present; what claims to be later than five minutes from then is refused. */
  readonly now: string
  /** When the file was taken, if whoever brings it says so. */
  readonly takenAt: string | null
  /** The region of rows that name none. */
  readonly region: string
  /** The workspace of rows that name none. */
  readonly workspace: string
  /** Metrics whose figures are of one region: without it they would stand for every region. */
  readonly regional: ReadonlySet<string>
  /** Metrics that are measured in one workspace by its own interfaces. */
  readonly local: ReadonlySet<string>
  /** A hash of the statement that measures a metric now. */
  readonly statements: ReadonlyMap<string, string>
  /** Metrics that some check asks for, and of which kind their values are. */
  readonly kinds: ReadonlyMap<string, Kind>
  /** The bundle that belongs to the programme's release. */
  readonly bundleVersion: string
}

export const faultAt = (row: Pick<TableRow, "table" | "line">, column: string | null, message: string): Fault => ({
  ...{ line: row.line, column, message },
  sheet: row.table === "" ? null : row.table,
})
/** A fault of the whole file. */
export const wholeFault = (message: string): Fault => ({ line: null, column: null, sheet: null, message })

/** Files of these tools do not say where they come from, and without it a second would stand for the first. */
export const withoutWorkspace = ({ workspace }: Pick<ReadContext, "workspace">): Outcome[] =>
  workspace === ""
    ? [
        {
          fault: {
            ...wholeFault("This file doesn't say which workspace it is of. Enter the workspace."),
            column: "workspace",
          },
        },
      ]
    : []

const MOST_REASONS = 200

/** Rows that were set aside, counted by the reason. */
export class Asides {
  readonly #rows = new Map<string, number>()

  add(reason: string, rows = 1): void {
    const key = this.#rows.has(reason) || this.#rows.size < MOST_REASONS ? reason : "Set aside for further reasons"
    this.#rows.set(key, (this.#rows.get(key) ?? 0) + rows)
  }

  outcomes = (): Outcome[] => this.list().map(({ reason, rows }) => ({ aside: reason, rows }))
  list = () => [...this.#rows].map(([reason, rows]) => ({ reason, rows }))
}
