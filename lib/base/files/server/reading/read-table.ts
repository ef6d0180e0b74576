import { CsvFault } from "../../csv-rows"
import type { TableAnswer, TableFault, TableJob } from "../../read-table"
import { rawRowsOf } from "./tables"
import { EncodingFault } from "./text"
import { UnpackFault } from "./unpack"

/** Reads the first table of a file that has rows; other sheets and files are named. */
export async function readTable({ path, mostRows, mostCharacters }: TableJob): Promise<TableAnswer> {
  const others = new Set<string>()
  const rows: [number, string[]][] = []
  let first: { readonly table: string; readonly head: string[] } | null = null
  let characters = 0
  try {
    for await (const { table, line, cells } of rawRowsOf(path, (name) => others.add(name))) {
      if (first === null) {
        if (cells.some((cell) => cell.trim() !== "")) first = { table, head: cells.map((cell) => cell.trim()) }
      } else if (table === first.table) {
        characters += cells.reduce((sum, cell) => sum + cell.length, 0)
        if (rows.length === mostRows)
          return fault(line, `The file has more than ${mostRows.toLocaleString("en-GB")} rows. Split it.`)
        if (characters > mostCharacters) return fault(line, "The file has too much text. Split it.")
        if (cells.slice(first.head.length).some((cell) => cell.trim() !== ""))
          return fault(line, `This row has more cells than the head has columns (${first.head.length}).`)
        rows.push([line, cells.slice(0, first.head.length).map(plainDay)])
      } else others.add(table)
    }
  } catch (error) {
    return { fault: faultOf(error) }
  }
  if (first === null || rows.length === 0) return fault(null, "This file has no rows below its head.")
  return { table: { head: first.head, rows, notes: [...others].map((name) => `${name} was left out.`) } }
}

/** A cell of a workbook that is a day and nothing more. */
const plainDay = (cell: string): string => cell.replace(/^(\d{4}-\d\d-\d\d)T00:00:00\.000Z$/, "$1")

const fault = (line: number | null, message: string): TableAnswer => ({ fault: { line, message } })

function faultOf(error: unknown): TableFault {
  if (error instanceof CsvFault) return { line: error.line, message: error.message }
  if (error instanceof UnpackFault || error instanceof EncodingFault) return { line: null, message: error.message }
  return { line: null, message: "The file is neither CSV nor an Excel workbook (XLSX)." }
}
