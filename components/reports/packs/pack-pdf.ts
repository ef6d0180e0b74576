import fontkit from "@pdf-lib/fontkit"
import { PDFDocument, type PDFPage, rgb } from "pdf-lib"
import { type FontFiles, type Letters, lettersOf } from "@/components/plan/timeline/export/pdf-fonts"
import type { PackContent, PackHead } from "@/lib/reports/pack-contract"
import { type PackTable, packTables } from "@/lib/reports/pack-tables"

/** A4 landscape in points. */
const PAGE = { width: 841.89, height: 595.28 }
const MARGIN = 36
const WIDTH = PAGE.width - 2 * MARGIN
const BOTTOM = MARGIN + 22
const TOP = PAGE.height - MARGIN - 26
const inks = { ink: rgb(0.1, 0.1, 0.11), soft: rgb(0.36, 0.37, 0.4), line: rgb(0.85, 0.85, 0.86) }

export type PackPdf = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly pages: number
  /** Letters of scripts that the font has none of; an ellipsis stands for them. */
  readonly missing: readonly string[]
}

/** A pack on A4 landscape pages of real text: every row exactly once, long cells go on over the page. */
export async function packPdf(content: PackContent, head: PackHead | null, files: FontFiles): Promise<PackPdf> {
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit)
  document.setTitle(`${head ? `Steering pack ${content.number}` : "Draft"}: ${content.programme.name}`)
  document.setLanguage("en-GB")
  const missing = new Set<string>()
  const plain = await lettersOf(document, files.plain, missing)
  const bold = await lettersOf(document, files.bold, missing)
  const paper = new Paper(document, plain, bold)
  paper.paragraph(`Status: ${content.rag.overall}`, 11, true)
  paper.paragraph(content.answer, 13)
  paper.paragraph(content.basis, 8.5)
  if (content.note) paper.paragraph(content.note, 9.5)
  if (content.since.length > 0) {
    paper.heading("Since the pack before")
    for (const line of content.since) paper.paragraph(line, 9)
  }
  for (const table of packTables(content)) paper.table(table)
  const foot = head
    ? `frozen by ${head.frozenBy}   sha256 ${head.sha256}   verify code ${head.code}`
    : "Draft, not frozen"
  paper.frames(
    `${head ? `Steering pack ${content.number}` : "Draft of now"}   ${content.programme.name}`,
    content,
    foot,
  )
  return { bytes: new Uint8Array(await document.save()), pages: document.getPageCount(), missing: [...missing] }
}

/** A stack of pages that text flows down. */
class Paper {
  #page: PDFPage
  #y = TOP
  constructor(
    private readonly document: PDFDocument,
    private readonly plain: Letters,
    private readonly bold: Letters,
  ) {
    this.#page = document.addPage([PAGE.width, PAGE.height])
  }

  paragraph(text: string, size: number, isBold = false): void {
    for (const line of wrapped(text, isBold ? this.bold : this.plain, size, WIDTH)) {
      this.#need(size * 1.35)
      this.#draw(line, MARGIN, size, isBold, size >= 9 ? "ink" : "soft")
      this.#y -= size * 1.35
    }
    this.#y -= 4
  }

  heading(text: string): void {
    this.#need(40)
    this.#y -= 8
    this.#draw(text, MARGIN, 11, true, "ink")
    this.#y -= 16
  }

  /** A table with its head again on every page. A row that does not fit on one goes on on the next, line by line. */
  table({ title, heads, widths, rows, none }: PackTable): void {
    this.heading(title)
    if (rows.length === 0) this.paragraph(none, 9)
    if (rows.length === 0) return
    const lefts = widths.map((_, at) => MARGIN + widths.slice(0, at).reduce((sum, each) => sum + each, 0) * WIDTH)
    const drawHeads = () => {
      for (const [at, text] of heads.entries()) this.#draw(text, lefts[at] ?? MARGIN, 8, false, "soft")
      this.#y -= 12
    }
    drawHeads()
    for (const cells of rows) {
      const lines = cells.map((cell, at) => wrapped(cell, this.plain, 9, (widths[at] ?? 1) * WIDTH - 8))
      const most = Math.max(...lines.map(({ length }) => length))
      if (this.#y - Math.min(most, 3) * 12 < BOTTOM) this.#turn(drawHeads)
      this.#rule()
      for (let line = 0; line < most; line++) {
        if (this.#y - 12 < BOTTOM) this.#turn(drawHeads)
        for (const [at, texts] of lines.entries()) {
          const text = texts[line]
          if (text !== undefined) this.#draw(text, lefts[at] ?? MARGIN, 9, false, at === 0 ? "ink" : "soft")
        }
        this.#y -= 12
      }
      this.#y -= 3
    }
  }

  /** Head and foot of every page, once it is known how many there are. */
  frames(title: string, { asOf }: PackContent, foot: string): void {
    const pages = this.document.getPages()
    for (const [at, page] of pages.entries()) {
      this.#page = page
      this.#y = PAGE.height - MARGIN - 8
      this.#draw(title, MARGIN, 9, true, "ink")
      const when = `as of ${asOf.slice(0, 16).replace("T", " ")} UTC`
      this.#draw(when, PAGE.width - MARGIN - this.plain.widthOf(when, 8), 8, false, "soft")
      this.#y = MARGIN + 4
      this.#draw(foot, MARGIN, 7, false, "soft")
      const number = `${at + 1} of ${pages.length}`
      this.#draw(number, PAGE.width - MARGIN - this.plain.widthOf(number, 8), 8, false, "soft")
    }
  }

  #need(height: number): void {
    if (this.#y - height < BOTTOM) this.#turn(() => {})
  }
  #turn(begin: () => void): void {
    this.#page = this.document.addPage([PAGE.width, PAGE.height])
    this.#y = TOP
    begin()
  }
  #rule(): void {
    const y = this.#y + 9.5
    this.#page.drawLine({ start: { x: MARGIN, y }, end: { x: MARGIN + WIDTH, y }, thickness: 0.5, color: inks.line })
  }
  #draw(text: string, x: number, size: number, isBold: boolean, ink: "ink" | "soft"): void {
    let at = x
    for (const run of (isBold ? this.bold : this.plain).runs(text)) {
      this.#page.drawText(run.text, { x: at, y: this.#y, size, font: run.font, color: inks[ink] })
      at += run.font.widthOfTextAtSize(run.text, size)
    }
  }
}

/** Lines that fit; a word longer than a line is cut, and no letter is lost. */
export function wrapped(text: string, letters: Pick<Letters, "widthOf">, size: number, width: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split(/\r?\n/)) {
    let line = ""
    for (const word of paragraph.replaceAll(/\t/g, " ").split(" ")) {
      const longer = line === "" ? word : `${line} ${word}`
      if (letters.widthOf(longer, size) <= width) line = longer
      else {
        if (line !== "") lines.push(line)
        line = cut(word, letters, size, width, lines)
      }
    }
    lines.push(line)
  }
  return lines
}

/** Puts what is too long of a word into lines of its own, and gives what is left. */
function cut(word: string, letters: Pick<Letters, "widthOf">, size: number, width: number, lines: string[]): string {
  let rest = ""
  for (const letter of word) {
    if (rest !== "" && letters.widthOf(rest + letter, size) > width) {
      lines.push(rest)
      rest = ""
    }
    rest += letter
  }
  return rest
}
