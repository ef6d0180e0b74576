import writeExcelFile from "write-excel-file/node"
import { csvText } from "@/lib/base/files/csv-text"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { FileAnswer } from "@/lib/door/file"
import type { RecordType } from "../record"
import { type SheetColumn, writeCells } from "../sheet/columns"
import { findAll } from "./queries"
import { type SheetContext, sheetContext } from "./sheet-context"

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
type Asked = { readonly format: "csv" | "xlsx"; readonly ids?: readonly string[] | undefined }

/** The records that were asked for in their order, or all, as a file that imports again unchanged. */
export async function exportRecords(
  of: RecordType,
  actor: ProgrammeActor,
  { format, ids }: Asked,
): Promise<FileAnswer> {
  const [all, context] = await Promise.all([findAll(of, actor.programmeId), sheetContext(of, actor)])
  const byId = new Map(all.map((record) => [record.id, record]))
  const records = ids ? ids.flatMap((id) => byId.get(id) ?? []) : all
  const name = `${of.names.many} ${actor.membership.today}.${format}`
  if (format === "csv")
    return new FileAnswer(name, "text/csv; charset=utf-8", Buffer.from(csvOfRecords(context, records)))
  return new FileAnswer(name, XLSX, await workbookOf(context, records))
}

/** Records as CSV: labels above, values as they are said. `more` are columns that no field has. */
export function csvOfRecords(
  { columns, words }: SheetContext,
  records: readonly object[],
  more: readonly string[] = [],
) {
  const rows = records.map((record) => [
    ...writeCells(columns, record, words),
    ...more.map((name) => said(record, name)),
  ])
  return csvText([[...columns.map(({ head }) => head), ...more], ...rows])
}

function said(record: object, name: string): string {
  const value: unknown = Reflect.get(record, name)
  if (value === null || value === undefined) return ""
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}

/** A workbook with one sheet. Texts are texts there, never formulas; numbers and days are what a spreadsheet counts with. */
async function workbookOf({ columns, words }: SheetContext, records: readonly object[]): Promise<Uint8Array> {
  const head = columns.map((column) => ({ value: column.head, type: String, fontWeight: "bold" as const }))
  const rows = records.map((record) => {
    const texts = writeCells(columns, record, words)
    return columns.map((column, at) => cellOf(column, record, texts[at] ?? ""))
  })
  const widths = columns.map(({ slot }) => ({ width: Math.round((slot?.field.about.width ?? 130) / 7) }))
  return writeExcelFile([head, ...rows], { columns: widths, stickyRowsCount: 1 }).toBuffer()
}

function cellOf({ slot, name }: SheetColumn, record: object, text: string) {
  if (text === "") return null
  const value: unknown = slot ? slot.valueOf(record) : Reflect.get(record, name)
  // Beyond fifteen digits a spreadsheet rounds a number: long ids stay texts.
  if (typeof value === "number" && String(value) === text && text.length <= 15) return { value, type: Number }
  if (slot?.field.kind.control === "day" && typeof value === "string")
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" }
  return { value: text.slice(0, MOST_IN_CELL), type: String }
}
/** What a cell of a workbook holds, in characters. */
const MOST_IN_CELL = 32_767
