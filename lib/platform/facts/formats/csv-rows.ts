/** A record of a CSV file: its cells, and the line in which it begins, counted from 1. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] }
/** What a file may hold at most; more is refused before it can fill the memory. */
export const csvCaps = { cell: 20_000, cells: 400 } as const

export class CsvFault extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message)
  }
}

/**
 * Reads CSV (RFC 4180; comma, semicolon or tab, found in the first line) piece by piece. Cells are text and nothing else:
 * a formula is its characters. Lines without any cell are passed over.
 * @throws CsvFault for a quote that never ends or stands inside a cell, and beyond the caps
 */
export class CsvRows {
  #cells: string[] = []
  #cell = ""
  #state: "start" | "plain" | "quoted" | "quote" = "start"
  #line = 1
  #begins = 1
  #separator: string | null = null
  #rows: CsvRecord[] = []
  #isFirst = true

  push(text: string): CsvRecord[] {
    const chunk = this.#isFirst ? text.replace(/^\uFEFF/, "") : text
    this.#isFirst = false
    this.#separator ??= separatorOf(chunk)
    for (const char of chunk) this.#take(char)
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  end(): CsvRecord[] {
    if (this.#state === "quoted") throw new CsvFault(this.#begins, "A quotation mark is opened and never closed.")
    this.#endRow()
    return this.#rows
  }

  #take(char: string): void {
    if (char === "\n") this.#line++
    if (this.#state === "quoted") {
      if (char === '"') this.#state = "quote"
      else this.#add(char)
      return
    }
    if (char === '"' && this.#state === "quote") {
      this.#add('"')
      this.#state = "quoted"
    } else if (char === '"' && this.#state === "start") this.#state = "quoted"
    else if (char === this.#separator) this.#endCell()
    else if (char === "\n") this.#endRow()
    else if (char === "\r") return
    else if (this.#state === "quote") throw new CsvFault(this.#line, "Something follows a closing quotation mark.")
    else {
      this.#add(char)
      this.#state = "plain"
    }
  }

  #add(char: string): void {
    this.#cell += char
    if (this.#cell.length > csvCaps.cell)
      throw new CsvFault(this.#begins, `A cell is longer than ${csvCaps.cell} characters.`)
  }

  #endCell(): void {
    this.#cells.push(this.#cell)
    if (this.#cells.length > csvCaps.cells)
      throw new CsvFault(this.#begins, `A row has more than ${csvCaps.cells} cells.`)
    this.#cell = ""
    this.#state = "start"
  }

  #endRow(): void {
    const isEmpty = this.#cells.length === 0 && this.#cell === "" && this.#state !== "quote"
    this.#endCell()
    if (!isEmpty) this.#rows.push({ line: this.#begins, cells: this.#cells })
    this.#cells = []
    this.#begins = this.#line
  }
}

function separatorOf(text: string): string {
  const head = text.split("\n", 1)[0] ?? ""
  const count = (mark: string) => head.split(mark).length
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}
