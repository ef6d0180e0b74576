// @vitest-environment node
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, type PDFPage, PDFRawStream } from "pdf-lib"
import { expect, test } from "vitest"
import type { Sheet, SheetWords } from "@/lib/plan/timeline/sheet"
import { planPdf } from "./plan-pdf"

const folder = join(process.cwd(), "node_modules", "@fontsource", "noto-sans", "files")
const filesOf = (weight: number) =>
  ["latin", "latin-ext", "greek", "greek-ext", "cyrillic", "cyrillic-ext"].map(
    (each) => new Uint8Array(readFileSync(join(folder, `noto-sans-${each}-${weight}-normal.woff`))),
  )
const files = { plain: filesOf(400), bold: filesOf(600) }

const text = (stream: PDFRawStream): string => Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1")

/** The letters of a page as a reader finds them: by the map from glyphs to Unicode in each of its fonts. */
function lettersOn(page: PDFPage): string {
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

const words = (said: string, x: number, y: number, bold = false): SheetWords => ({
  ...{ text: said, x, y, size: 13, colour: "ink", bold },
})
const sheet = (width: number, height: number, some: readonly SheetWords[]): Sheet => ({
  ...{ width, height, words: some },
  paths: [{ d: "M0 0h100v20h-100z", x: 320, y: 90, fill: "accent" }],
  frame: { title: "Πλάνο Łódź", subtitle: "Plan as of 30 Nov", legend: "Solid: done." },
})
async function printed(plan: Sheet) {
  const pdf = await planPdf(plan, files, "30 Nov 2026")
  const pages = (await PDFDocument.load(pdf.bytes)).getPages()
  return { ...pdf, texts: pages.map(lettersOn) }
}

test("a plan is printed in Latin, Greek and Cyrillic, as text that can be found", async () => {
  const names = ["Zürich – naïve ﬁ", "Αθήνα και Πάτρα", "Київ і Москва", "Český Žďár"]
  const { texts, missing } = await printed(
    sheet(
      900,
      400,
      names.map((name, at) => words(name, 20, 120 + at * 34, at % 2 === 0)),
    ),
  )
  expect(texts.length).toBe(1)
  for (const name of names.slice(1)) expect(texts[0]).toContain(name)
  for (const said of ["Zürich – naïve", "Πλάνο Łódź", "Plan as of 30 Nov", "Solid: done.", "Printed 30 Nov 2026"])
    expect(texts[0]).toContain(said)
  expect(missing.filter((letter) => letter !== "ﬁ")).toEqual([])
})
test("letters of other scripts are said, and never a question mark", async () => {
  const { texts, missing } = await printed(sheet(900, 400, [words("数据 plan 🚀", 20, 120)]))
  expect(missing).toEqual(["数", "据", "🚀"])
  expect(texts[0]).toContain("… plan …")
  expect(texts[0]).not.toContain("?")
  expect(texts[0]).toContain("Letters of other scripts than Latin, Greek and Cyrillic are not printed")
})
test("a large plan comes on pages, each with title, day, number and legend", async () => {
  const names = Array.from({ length: 60 }, (_, at) => words(`Row ${at + 1}.`, 20, 86 + at * 34 + 21))
  const { texts, pages } = await printed(sheet(320 + 2_000, 86 + 34 * 60 + 40, names))
  expect([pages, texts.length]).toEqual([6, 6])
  for (const [at, each] of texts.entries())
    for (const said of ["Πλάνο Łódź", `Printed 30 Nov 2026, page ${at + 1} of 6`, "Solid: done."])
      expect(each).toContain(said)
  for (let row = 1; row <= 60; row++) expect(texts.filter((each) => each.includes(`Row ${row}.`)).length).toBe(2)
})
