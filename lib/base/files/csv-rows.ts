import Papa from "papaparse"

/** A record of a CSV file: its cells, and the line in which it begins, counted from 1. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] }
/** What a file may hold at most, in characters and cells; more is refused before it can fill the memory. */
export const csvCaps = { record: 4_000_000, cells: 400 } as const

export class CsvFault extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message)
  }
}

type Parsed = {
  readonly data: readonly (readonly string[])[]
  readonly errors: readonly { readonly code: string; readonly row?: number }[]
  readonly meta: { readonly cursor: number }
}

/**
 * Reads CSV piece by piece: comma, semicolon or tab, as a first line `sep=;` says or the head shows; lines end in any of
 * the three ways. Cells are text and nothing else: a formula is its characters. Records of nothing but separators and
 * blanks are passed over: they are no rows.
 * @throws CsvFault for a quote that never ends or stands inside a cell, and beyond the caps
 */
export class CsvRows {
  #text = ""
  #line = 1
  #separator: string | null = null
  #isFirst = true
  #endsInReturn = false

  push(text: string): CsvRecord[] {
    const chunk = this.#isFirst && text !== "" ? text.replace(/^\uFEFF/, "") : text
    this.#isFirst &&= text === ""
    this.#text += this.#withNewlines(chunk)
    return this.#hasHead() ? this.#parse(false) : []
  }

  end(): CsvRecord[] {
    if (!this.#hasHead()) {
      this.#text += "\n"
      this.#hasHead()
    }
    return this.#parse(true)
  }

  /** Lines that end in CR, or in CR and LF, end in LF; the two may come in different pieces. */
  #withNewlines(text: string): string {
    if (text === "") return text
    const rest = this.#endsInReturn && text.startsWith("\n") ? text.slice(1) : text
    this.#endsInReturn = text.endsWith("\r")
    return rest.replaceAll(/\r\n?/g, "\n")
  }

  /** Starts at the first line with anything in it, since the separator is found there. */
  #hasHead(): boolean {
    if (this.#separator !== null) return true
    const blank = /^\n+/.exec(this.#text)?.[0] ?? ""
    this.#line += blank.length
    this.#text = this.#text.slice(blank.length)
    const end = this.#text.indexOf("\n")
    if (end === -1) {
      if (this.#text.length > csvCaps.record) throw new CsvFault(this.#line, TOO_LONG)
      return false
    }
    const head = this.#text.slice(0, end)
    const told = /^"?sep=([,;\t|])"? *$/i.exec(head)?.[1]
    this.#separator = told ?? separatorOf(head)
    if (told) {
      this.#text = this.#text.slice(end + 1)
      this.#line++
    }
    return true
  }

  #parse(isEnd: boolean): CsvRecord[] {
    const parser = new Papa.Parser({ delimiter: this.#separator ?? ",", newline: "\n", quoteChar: '"' })
    const { data, errors, meta }: Parsed = parser.parse(this.#text, 0, !isEnd)
    const rows: CsvRecord[] = []
    const fault = errors.find(({ row = 0 }) => isEnd || row < data.length)
    for (const [at, cells] of data.entries()) {
      if (fault?.row === at) break
      if (cells.length > csvCaps.cells) throw new CsvFault(this.#line, `A row has more than ${csvCaps.cells} cells.`)
      if (cells.some((cell) => cell.trim() !== "")) rows.push({ line: this.#line, cells })
      this.#line += 1 + cells.reduce((lines, cell) => lines + breaksIn(cell), 0)
    }
    if (fault) throw new CsvFault(this.#line, fault.code === "MissingQuotes" ? OPEN : FOLLOWED)
    this.#text = isEnd ? "" : this.#text.slice(meta.cursor)
    if (this.#text.length > csvCaps.record) throw new CsvFault(this.#line, TOO_LONG)
    return rows
  }
}

const OPEN = "Unclosed quotation mark."
const FOLLOWED = "Unexpected text after a closing quotation mark."
const TOO_LONG = "A row is longer than four million characters; perhaps a quotation mark is opened and never closed."

function breaksIn(cell: string): number {
  let breaks = 0
  for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) breaks++
  return breaks
}

function separatorOf(head: string): string {
  const count = (mark: string) => head.split(mark).length
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}
