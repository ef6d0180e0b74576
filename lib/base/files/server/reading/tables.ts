import { createReadStream } from "node:fs"
import readXlsxFile from "read-excel-file/node"
import { cut } from "@/lib/base/kernel/cut"
import { unmarked } from "@/lib/base/kernel/formula-mark"
import { CsvFault, CsvRows, csvCaps } from "../../csv-rows"
import type { RawRow, TableRow } from "../../table-row"
import { textOf } from "./text"
import { filesOf, isArchive, type Part, partsOf, UnpackFault } from "./unpack"

type PassedOver = (name: string) => void

/** The rows of a CSV file, of the CSV files of an archive, or of the sheets of a workbook; and what was passed over. */
export async function* rowsOf(path: string, passedOver: PassedOver): AsyncGenerator<TableRow> {
  let names: readonly string[] = []
  let table: string | null = null
  for await (const { table: of, line, cells } of rawRowsOf(path, passedOver)) {
    if (of === table) yield { table: of, line, cells: cellsOf(names, cells, line) }
    else {
      table = of
      names = namesOf(of, line, cells)
    }
  }
}

/** The same as they stand there: the first row of each table is its head, and rows of nothing are left out. */
export async function* rawRowsOf(path: string, passedOver: PassedOver): AsyncGenerator<RawRow> {
  if (!(await isArchive(path))) yield* csvRows("", createReadStream(path))
  else if (await isWorkbook(path)) yield* sheetRows(path)
  else yield* archiveRows(partsOf(path), passedOver)
}

async function* csvRows(table: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<RawRow> {
  const rows = new CsvRows()
  const plain = (found: ReturnType<CsvRows["push"]>) =>
    found.map(({ line, cells }) => ({ table, line, cells: cells.map(unmarked) }))
  for await (const text of textOf(bytes)) yield* plain(rows.push(text))
  yield* plain(rows.end())
}

async function* archiveRows(parts: AsyncIterable<Part>, passedOver: PassedOver): AsyncGenerator<RawRow> {
  let found = 0
  for await (const { name, bytes } of filesOf(parts)) {
    if (/\.csv$/i.test(name)) {
      found++
      yield* csvRows(name, bytes)
    } else if (/\.xlsx$/i.test(name))
      throw new UnpackFault(`The archive holds the workbook ${name}. Unpack it and bring the workbook itself.`)
    else if (!name.endsWith("/")) passedOver(name)
  }
  if (found === 0) throw new UnpackFault("The archive holds no CSV file. Unpack it and bring what is in it.")
}

/** Unpacks it once without keeping anything: a workbook is read as a whole, so it must be known to be small. */
async function isWorkbook(path: string): Promise<boolean> {
  let [found, cells] = [false, 0]
  for await (const { name, bytes } of partsOf(path)) {
    if (name === "xl/workbook.xml") found = true
    if (name.startsWith("xl/")) cells += bytes.length
  }
  if (found && cells > MOST_WORKBOOK_BYTES) throw new UnpackFault("The workbook is too large. Export it as CSV.")
  return found
}
const MOST_WORKBOOK_BYTES = 64 * 1024 * 1024

async function* sheetRows(path: string): AsyncGenerator<RawRow> {
  for (const { sheet, data } of await readXlsxFile(path)) {
    for (const [place, row] of data.entries()) {
      const cells = row.slice(0, csvCaps.cells).map(cellText)
      if (place === 0 || cells.some((cell) => cell.trim() !== "")) yield { table: sheet, line: place + 1, cells }
    }
  }
}

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ""
  return cell instanceof Date ? cell.toISOString() : String(cell)
}

/** Columns are found whatever the case of their names. Two of one name would make one of them be passed over. */
function namesOf(table: string, line: number, head: readonly string[]): readonly string[] {
  const names = head.map((text) => text.trim().toLowerCase())
  const twice = names.find((name, place) => name !== "" && names.indexOf(name) !== place)
  if (twice !== undefined)
    throw new CsvFault(
      line,
      `${table === "" ? "The" : `${table}: the`} column ${cut(twice, 80)} stands twice in the head.`,
    )
  return names
}

/** A row that is too short has empty cells; one with more cells than there are columns is out of step. */
function cellsOf(names: readonly string[], cells: readonly string[], line: number): ReadonlyMap<string, string> {
  if (cells.slice(names.length).some((cell) => cell.trim() !== ""))
    throw new CsvFault(
      line,
      `This row has more cells than the head has columns (${names.length}). Is a comma unquoted?`,
    )
  return new Map(names.flatMap((name, place) => (name === "" ? [] : [[name, cells[place] ?? ""] as const])))
}
