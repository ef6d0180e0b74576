import { PDFDocument, type PDFFont, type PDFPage, type RGB, rgb, StandardFonts } from "pdf-lib"
import { lightColours, type Sheet, type SheetColour, type SheetPath, type SheetWords } from "@/lib/plan/timeline/sheet"

/** Points to a pixel, and the longest edge that readers of PDF take. */
const POINTS = 0.75
const LONGEST = 14_000

/** A sheet as one page of vectors and letters. */
export async function planPdf(sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const scale = Math.min(POINTS, LONGEST / sheet.width, LONGEST / sheet.height)
  const document = await PDFDocument.create()
  document.setTitle(sheet.words[0]?.text ?? "Plan")
  const fonts = {
    plain: await document.embedFont(StandardFonts.Helvetica),
    bold: await document.embedFont(StandardFonts.HelveticaBold),
  }
  const page = document.addPage([sheet.width * scale, sheet.height * scale])
  for (const path of sheet.paths) drawPath(page, path, scale)
  for (const words of sheet.words) drawWords(page, words, words.bold ? fonts.bold : fonts.plain, scale)
  return new Uint8Array(await document.save())
}

function drawPath(page: PDFPage, { d, x, y, fill, stroke, width, opacity }: SheetPath, scale: number): void {
  const paint = fill === undefined ? null : colourOf(fill)
  const faint = (opacity ?? 1) * (paint?.opacity ?? 1)
  page.drawSvgPath(d, {
    ...{ x: x * scale, y: page.getHeight() - y * scale, scale, opacity: faint, borderOpacity: opacity ?? 1 },
    ...(paint ? { color: paint.rgb } : {}),
    ...(stroke === undefined ? {} : { borderColor: colourOf(stroke).rgb, borderWidth: width ?? 1 }),
  })
}

function drawWords(
  page: PDFPage,
  { text, x, y, size, colour, toRight }: SheetWords,
  font: PDFFont,
  scale: number,
): void {
  const known = knownTo(font, text)
  const points = size * scale
  const left = toRight ? x * scale - font.widthOfTextAtSize(known, points) : x * scale
  page.drawText(known, { x: left, y: page.getHeight() - y * scale, size: points, font, color: colourOf(colour).rgb })
}

/** Letters that the fonts of every reader lack become question marks. */
function knownTo(font: PDFFont, text: string): string {
  const known = new Set(font.getCharacterSet())
  return [...text].map((letter) => (known.has(letter.codePointAt(0) ?? 0) ? letter : "?")).join("")
}

function colourOf(colour: SheetColour): { readonly rgb: RGB; readonly opacity: number } {
  const hex = lightColours[colour]
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return { rgb: rgb(part(1), part(3), part(5)), opacity: hex.length > 7 ? part(7) : 1 }
}
