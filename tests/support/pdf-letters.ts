import { readFileSync } from "node:fs"
import { join } from "node:path"
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, type PDFPage, PDFRawStream } from "pdf-lib"

const folder = join(process.cwd(), "node_modules", "@fontsource", "noto-sans", "files")
const filesOf = (weight: number) =>
  ["latin", "latin-ext", "greek", "greek-ext", "cyrillic", "cyrillic-ext"].map(
    (each) => new Uint8Array(readFileSync(join(folder, `noto-sans-${each}-${weight}-normal.woff`))),
  )
/** The font of print, as the browser fetches it. */
export const printFonts = { plain: filesOf(400), bold: filesOf(600) }

const text = (stream: PDFRawStream): string => Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1")

/** The letters of a page as a reader finds them: by the map from glyphs to Unicode in each of its fonts. */
export function lettersOn(page: PDFPage): string {
  const fonts = page.node.Resources()?.lookup(PDFName.of("Font"), PDFDict)
  const maps = new Map<string, Map<string, string>>()
  for (const name of fonts?.keys() ?? []) {
    const map = fonts?.lookup(name, PDFDict).lookup(PDFName.of("ToUnicode"))
    const pairs = map instanceof PDFRawStream ? [...text(map).matchAll(/<([0-9A-F]{4})> ?<([0-9A-F]+)>/gi)] : []
    const decoded = pairs.map(([, glyph = "", code = ""]) => [
      glyph.toUpperCase(),
      Buffer.from(code, "hex").swap16().toString("utf16le"),
    ])
    maps.set(name.asString(), new Map(decoded as [string, string][]))
  }
  const contents = page.node.Contents()
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((each) => page.doc.context.lookup(each)) : [contents]
  const all = streams.map((each) => (each instanceof PDFRawStream ? text(each) : "")).join("\n")
  let map = new Map<string, string>()
  let found = ""
  for (const [, font, hex] of all.matchAll(/(\/\S+) [\d.]+ Tf|<([0-9A-F]+)> Tj/gi)) {
    if (font) map = maps.get(font) ?? new Map()
    else found += `${(hex?.match(/.{4}/g) ?? []).map((glyph) => map.get(glyph.toUpperCase()) ?? "\uFFFD").join("")}`
  }
  return found
}
