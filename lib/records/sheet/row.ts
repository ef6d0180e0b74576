import type { Words } from "../kind"
import { readValue, type Slot, writeValue } from "../slot"
import { shapeTools } from "../tools"

/** A row of a file: the line it begins in, and its cells by the names of the fields. Columns that are absent have none. */
export type SheetRow = { readonly line: number; readonly cells: ReadonlyMap<string, string> }
/** What is wrong with a row; `field` is the label of the cell's field, or null for the row as a whole. */
export type RowProblem = { readonly field: string | null; readonly message: string }
export type ReadRow = {
  readonly change: Readonly<Record<string, unknown>>
  readonly problems: readonly RowProblem[]
}

/**
 * What a row changes in a record, or gives to a new one (`before` is null). An absent column leaves the value alone, an
 * empty cell clears it, and a cell that says what an export would say changes nothing.
 */
export function readRow(slots: readonly Slot[], { cells }: SheetRow, before: object | null, words: Words): ReadRow {
  const change: Record<string, unknown> = {}
  const problems: RowProblem[] = []
  for (const slot of slots) {
    const { label } = slot.field.about
    const cell = cells.get(slot.name)
    if (slot.field.fixed || (cell === undefined && (before !== null || slot.field.presence !== "given"))) continue
    const text = plainText(cell ?? "")
    if (before && text === plainText(writeValue(slot, slot.valueOf(before), words))) continue
    if (!before && text === "" && slot.field.presence !== "given") continue
    const read = readCell(slot, text, words)
    if ("problem" in read) problems.push({ field: label, message: read.problem })
    else merge(change, slot.changeTo(read.value))
  }
  return { change, problems }
}

/** Reads a cell, and tries its value on the shape that every other way in has to pass. */
export function readCell(slot: Slot, text: string, words: Words): { value: unknown } | { problem: string } {
  const read = readValue(slot, text, words)
  if ("problem" in read || read.value === null) return read
  const parsed = shapeOf(slot).safeParse(read.value)
  return parsed.success ? { value: parsed.data } : { problem: parsed.error.issues[0]?.message ?? "Not a valid value." }
}

/** Shapes are made once a kind: a file has thousands of cells. */
const shapes = new WeakMap<object, ReturnType<Slot["field"]["kind"]["shape"]>>()
function shapeOf({ field: { kind } }: Slot) {
  const shape = shapes.get(kind) ?? kind.shape(shapeTools)
  shapes.set(kind, shape)
  return shape
}

function merge(change: Record<string, unknown>, more: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(more))
    change[name] = name === "own" ? { ...objectOf(change.own), ...objectOf(value) } : value
}
const objectOf = (value: unknown): object => (typeof value === "object" && value !== null ? value : {})

/** Text without what a spreadsheet changes by itself. */
export const plainText = (text: string): string => text.replaceAll(/\r\n?/g, "\n").trim()
