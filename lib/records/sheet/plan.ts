import type { Id } from "@/lib/base/kernel/id"
import type { Words } from "../kind"
import type { RecordType } from "../record"
import { differences, type Slot, titleOf, writeValue } from "../slot"
import { Finder } from "./finder"
import { type RowProblem, readRow, type SheetRow } from "./row"

type Kept = { readonly id: Id; readonly version: number }
export type CellChange = { readonly field: string; readonly from: string; readonly to: string }

/** What becomes of a row. */
export type Outcome =
  | { readonly kind: "added"; readonly line: number; readonly title: string; readonly change: object }
  | {
      readonly kind: "changed"
      readonly line: number
      readonly title: string
      readonly id: Id
      readonly version: number
      readonly change: object
      readonly fields: readonly CellChange[]
    }
  | { readonly kind: "same"; readonly line: number; readonly title: string }
  | {
      readonly kind: "refused"
      readonly line: number
      readonly title: string
      readonly problems: readonly RowProblem[]
    }

export type PlanInput = {
  readonly of: RecordType
  /** The fields that the reader sees. */
  readonly slots: readonly Slot[]
  readonly rows: readonly SheetRow[]
  readonly records: readonly Kept[]
  readonly words: Words
  /** What the type's own rule and the member's rights say against a change; null where nothing does. */
  readonly judge: (before: object | null, change: object) => string | null
}

/** What an import would do, row by row in their order. Nothing of a row that is refused is written. */
export function planImport(input: PlanInput): readonly Outcome[] {
  const finder = new Finder(input)
  const found = input.rows.map((row) => ({ row, ...finder.find(row) }))
  const lines = new Map<string, number[]>()
  for (const { row, token } of found) if (token !== null) lines.set(token, [...(lines.get(token) ?? []), row.line])
  return found.map(({ row, record, token, problem }) => {
    const same = token === null ? [] : (lines.get(token) ?? [])
    const problems: RowProblem[] = problem ? [problem] : []
    if (same.length > 1) problems.push({ field: null, message: sayTwice(input.of, same) })
    return outcomeOf(input, row, record, problems)
  })
}

const sayTwice = ({ names }: RecordType, lines: readonly number[]): string =>
  `Rows ${lines.slice(0, -1).join(", ")} and ${lines.at(-1)} are the same ${names.one}. Keep one of them.`

function outcomeOf(
  { of, slots, words, judge }: PlanInput,
  row: SheetRow,
  record: Kept | null,
  found: readonly RowProblem[],
): Outcome {
  const { line } = row
  const read = readRow(slots, row, record, words)
  const given = row.cells.get(of.title)?.trim() ?? ""
  const title = (record ? titleOf(of, record) : "") || given
  const isSame = record !== null && differences(slots, record, read.change).length === 0
  const problems = [...found, ...read.problems]
  if (problems.length === 0 && !isSame) {
    const message = judge(record, read.change)
    if (message !== null) problems.push({ field: null, message })
  }
  if (problems.length > 0) return { kind: "refused", line, title, problems }
  if (record === null) return { kind: "added", line, title, change: read.change }
  if (isSame) return { kind: "same", line, title }
  const fields = differences(slots, record, read.change).map(({ slot, from, to }) => ({
    ...{ field: slot.field.about.label, from: writeValue(slot, from, words), to: writeValue(slot, to, words) },
  }))
  return { kind: "changed", line, title, id: record.id, version: record.version, change: read.change, fields }
}

export type Counts = Readonly<Record<Outcome["kind"], number>>
export function countsOf(outcomes: readonly Outcome[]): Counts {
  const counts = { added: 0, changed: 0, same: 0, refused: 0 }
  for (const { kind } of outcomes) counts[kind]++
  return counts
}
