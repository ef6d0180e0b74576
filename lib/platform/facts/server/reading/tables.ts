import { createReadStream } from "node:fs"
import readXlsxFile from "read-excel-file/node"
import { unmarked } from "@/lib/base/kernel/formula-mark"
import { CsvRows, csvCaps } from "../../formats/csv-rows"
import type { TableRow } from "../../formats/reader"
import { isArchive, partsOf, UnpackFault } from "./unpack"

/** The rows of a CSV file, of the CSV files of an archive, or of the sheets of a workbook. */
export async function* rowsOf(path: string): AsyncGenerator<TableRow> {
  if (!(await isArchive(path))) yield* csvRows(path)
  else if (await isWorkbook(path)) yield* sheetRows(path)
  else yield* archiveRows(path)
}

/** Texts that come in pieces, so that no letter is cut in two. @throws TypeError for what is not UTF-8 */
export async function* textOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true })
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

async function* csvRows(path: string): AsyncGenerator<TableRow> {
  const table = new Table("")
  for await (const text of textOf(path)) yield* table.push(text)
  yield* table.end()
}

async function* archiveRows(path: string): AsyncGenerator<TableRow> {
  const open = new Map<string, { table: Table; decoder: TextDecoder }>()
  for await (const { name, bytes, final } of partsOf(path)) {
    if (!/\.csv$/i.test(name)) continue
    const known = open.get(name) ?? { table: new Table(name), decoder: new TextDecoder("utf-8", { fatal: true }) }
    open.set(name, known)
    yield* known.table.push(known.decoder.decode(bytes, { stream: !final }))
    if (final) {
      yield* known.table.end()
      open.delete(name)
    }
  }
}

/** Unpacks it once without keeping anything: a workbook is read as a whole, so it must be known to be small. */
async function isWorkbook(path: string): Promise<boolean> {
  let [found, cells] = [false, 0]
  for await (const { name, bytes } of partsOf(path)) {
    if (name === "xl/workbook.xml") found = true
    if (name.startsWith("xl/")) cells += bytes.length
  }
  if (found && cells > MOST_WORKBOOK_BYTES)
    throw new UnpackFault("The workbook is too large to be read. Bring it as CSV.")
  return found
}
const MOST_WORKBOOK_BYTES = 64 * 1024 * 1024

async function* sheetRows(path: string): AsyncGenerator<TableRow> {
  for (const { sheet, data } of await readXlsxFile(path)) {
    const [head, ...rows] = data
    if (!head) continue
    const names = head.map((cell) => nameOf(cellText(cell)))
    for (const [place, row] of rows.entries())
      if (row.some((cell) => cell !== null))
        yield { table: sheet, line: place + 2, cells: cellsOf(names, row.slice(0, csvCaps.cells).map(cellText)) }
  }
}

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ""
  return cell instanceof Date ? cell.toISOString() : String(cell).slice(0, csvCaps.cell)
}

/** Rows of CSV text under the names of its first row. */
class Table {
  readonly #rows = new CsvRows()
  #names: readonly string[] | null = null
  constructor(private readonly name: string) {}

  push = (text: string): TableRow[] => this.#named(this.#rows.push(text))
  end = (): TableRow[] => this.#named(this.#rows.end())

  #named(records: ReturnType<CsvRows["push"]>): TableRow[] {
    return records.flatMap(({ line, cells }) => {
      if (this.#names) return [{ table: this.name, line, cells: cellsOf(this.#names, cells.map(unmarked)) }]
      this.#names = cells.map(nameOf)
      return []
    })
  }
}

/** Columns are found whatever the case of their names. */
const nameOf = (text: string): string => text.trim().toLowerCase()

/** A row that is too short has empty cells. */
const cellsOf = (names: readonly string[], cells: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.map((name, place) => [name, cells[place] ?? ""]))
