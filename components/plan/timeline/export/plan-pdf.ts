import fontkit from "@pdf-lib/fontkit"
import {
  clip,
  endPath,
  PDFDocument,
  type PDFEmbeddedPage,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  type RGB,
  rectangle,
  rgb,
} from "pdf-lib"
import { type Piece, type PrintPage, printPages, wordsIn } from "@/lib/plan/timeline/print-pages"
import {
  lightColours,
  type Sheet,
  type SheetColour,
  type SheetPath,
  type SheetWords,
  sheetFrame,
} from "@/lib/plan/timeline/sheet"
import { type FontFiles, type Letters, lettersOf, UNKNOWN } from "./pdf-fonts"

/** Points to a pixel, and the pixels of a landscape A3 page within its margins, in points. */
const POINTS = 0.75
const MARGIN = 24
const PAPER = { width: 1190.55, height: 841.89 }
const paper = { width: (PAPER.width - 2 * MARGIN) / POINTS, height: (PAPER.height - 2 * MARGIN) / POINTS }

export type PlanPdf = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly pages: number
  /** Letters of scripts that the font has none of; an ellipsis stands for them. */
  readonly missing: readonly string[]
}
type Pen = { readonly plain: Letters; readonly bold: Letters }

/** A sheet on landscape A3 pages of vectors and letters, each with title, the day it was printed, and the legend. */
export async function planPdf(sheet: Sheet, files: FontFiles, printed: string): Promise<PlanPdf> {
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit)
  document.setTitle(sheet.frame.title)
  const missing = new Set<string>()
  const pen = {
    plain: await lettersOf(document, files.plain, missing),
    bold: await lettersOf(document, files.bold, missing),
  }
  const drawing = await drawingOf(document, sheet)
  const pages = printPages(sheet, paper)
  const drawn = pages.map((page) => {
    const target = document.addPage([page.width * POINTS + 2 * MARGIN, page.height * POINTS + 2 * MARGIN])
    for (const piece of page.pieces) drawPiece(target, sheet, drawing, piece, pen)
    return { page, target }
  })
  for (const text of Object.values(sheet.frame)) pen.plain.runs(text)
  for (const [index, { page, target }] of drawn.entries())
    drawFrame(target, page, sheet, pen, { printed, number: index + 1, count: pages.length, missing: [...missing] })
  return { bytes: new Uint8Array(await document.save()), pages: pages.length, missing: [...missing] }
}

/** All paths once; each page shows its part of them. */
async function drawingOf(document: PDFDocument, sheet: Sheet): Promise<PDFEmbeddedPage> {
  const whole = await PDFDocument.create()
  const page = whole.addPage([sheet.width * POINTS, sheet.height * POINTS])
  for (const path of sheet.paths) drawPath(page, path)
  return document.embedPage(page)
}

function drawPath(page: PDFPage, { d, x, y, fill, stroke, width, opacity }: SheetPath): void {
  const paint = fill === undefined ? null : colourOf(fill)
  const faint = (opacity ?? 1) * (paint?.opacity ?? 1)
  page.drawSvgPath(d, {
    ...{ x: x * POINTS, y: page.getHeight() - y * POINTS, scale: POINTS, opacity: faint, borderOpacity: opacity ?? 1 },
    ...(paint ? { color: paint.rgb } : {}),
    ...(stroke === undefined ? {} : { borderColor: colourOf(stroke).rgb, borderWidth: width ?? 1 }),
  })
}

function drawPiece(page: PDFPage, sheet: Sheet, drawing: PDFEmbeddedPage, { from, x, y }: Piece, pen: Pen): void {
  const top = page.getHeight() - MARGIN
  const left = MARGIN + (x - from.x) * POINTS
  const up = (pixels: number) => top - (pixels - from.y + y) * POINTS
  const [width, height] = [from.width * POINTS, from.height * POINTS]
  page.pushOperators(
    pushGraphicsState(),
    rectangle(MARGIN + x * POINTS, up(from.y) - height, width, height),
    clip(),
    endPath(),
  )
  page.drawPage(drawing, { x: left, y: up(sheet.height) })
  for (const words of wordsIn(sheet, from)) drawWords(page, words, left + words.x * POINTS, up(words.y), pen)
  page.pushOperators(popGraphicsState())
}

function drawWords(page: PDFPage, words: Omit<SheetWords, "x" | "y">, x: number, y: number, pen: Pen): void {
  const letters = words.bold ? pen.bold : pen.plain
  const size = words.size * POINTS
  let at = words.toRight ? x - letters.widthOf(words.text, size) : x
  for (const { text, font } of letters.runs(words.text)) {
    page.drawText(text, { x: at, y, size, font, color: colourOf(words.colour).rgb })
    at += font.widthOfTextAtSize(text, size)
  }
}

type Frame = {
  readonly printed: string
  readonly number: number
  readonly count: number
  readonly missing: readonly string[]
}

/** Title and day above, the legend below, and what could not be printed. */
function drawFrame(target: PDFPage, page: PrintPage, { frame }: Sheet, pen: Pen, told: Frame): void {
  const place = (words: Omit<SheetWords, "x" | "y">, x: number, y: number) =>
    drawWords(target, words, MARGIN + x * POINTS, target.getHeight() - MARGIN - y * POINTS, pen)
  const { printed, number, count, missing } = told
  place({ text: frame.title, size: 15, colour: "ink", bold: true }, 20, 26)
  place({ text: frame.subtitle, size: 12, colour: "ink-3" }, 20, 44)
  const said = count === 1 ? `Printed ${printed}` : `Printed ${printed}, page ${number} of ${count}`
  place({ text: said, size: 12, colour: "ink-3", toRight: true }, page.width - 20, 26)
  const foot = page.height - sheetFrame.foot
  place({ text: frame.legend, size: 12, colour: "ink-3" }, 20, foot + 18)
  if (missing.length === 0) return
  const text = `Letters of other scripts than Latin, Greek and Cyrillic are not printed; "${UNKNOWN}" stands for them. SVG and PNG have them.`
  place({ text, size: 12, colour: "needs-you" }, 20, foot + 34)
}

function colourOf(colour: SheetColour): { readonly rgb: RGB; readonly opacity: number } {
  const hex = lightColours[colour]
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return { rgb: rgb(part(1), part(3), part(5)), opacity: hex.length > 7 ? part(7) : 1 }
}
