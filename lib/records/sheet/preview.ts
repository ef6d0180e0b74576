import type { ReadTable } from "@/lib/base/files/read-table"
import type { ImportPreview } from "../import-shapes"
import { isReadable, type Match, type SheetColumn } from "./columns"
import { countsOf, type Outcome } from "./plan"

/** So many rows are shown one by one. */
const MOST_SHOWN = 500
const shownFirst = ["refused", "changed", "added"] as const

/** What an import would do, for who decides about it. */
export function previewOf(
  { head, rows, notes }: ReadTable,
  matches: readonly Match[],
  columns: readonly SheetColumn[],
  outcomes: readonly Outcome[],
): Omit<ImportPreview, "uploadId" | "sha256"> {
  const told = shownFirst.flatMap((kind) => outcomes.filter((outcome) => outcome.kind === kind))
  const changes = outcomes.flatMap((outcome) => (outcome.kind === "changed" ? outcome.fields : []))
  return {
    columns: matches.map(({ head, name }, at) => ({ head, field: name, samples: samplesOf(rows, at) })),
    fields: columns.filter(isReadable).map(({ name, head, slot }) => ({
      ...{ name, label: head, required: slot?.field.presence === "given" },
    })),
    counts: countsOf(outcomes),
    rows: told.slice(0, MOST_SHOWN).flatMap(shownRow),
    moreRows: Math.max(0, told.length - MOST_SHOWN),
    cleared: changes.filter(({ to }) => to === "").length,
    notes: [...notes, ...sayLeftOut(head, matches, columns)],
  }
}

function shownRow(outcome: Outcome): ImportPreview["rows"] {
  if (outcome.kind === "same") return []
  const { line, kind, title } = outcome
  const changes = outcome.kind === "changed" ? [...outcome.fields] : []
  return [{ line, kind, title, changes, problems: outcome.kind === "refused" ? [...outcome.problems] : [] }]
}

const samplesOf = (rows: ReadTable["rows"], at: number): string[] =>
  rows
    .map(([, cells]) => (cells[at] ?? "").trim().slice(0, 80))
    .filter((cell, place, all) => cell !== "" && all.indexOf(cell) === place)
    .slice(0, 3)

function sayLeftOut(head: readonly string[], matches: readonly Match[], columns: readonly SheetColumn[]): string[] {
  const kept = new Set(columns.filter((column) => !isReadable(column)).map((column) => column.head))
  const out = head.filter((name, at) => name !== "" && !kept.has(name) && matches[at]?.name === null)
  return out.length > 0 ? [`Columns that are not imported: ${out.join(", ")}.`] : []
}
