import type { PDFDocument, PDFFont } from "pdf-lib"

/** The files of a font, by the letters they hold, the commonest first. */
export type FontFiles = { readonly plain: readonly Uint8Array[]; readonly bold: readonly Uint8Array[] }

/** Stands for letters of which no font file knows any. */
export const UNKNOWN = "\u2026"

/** A text in pieces of one font each. Letters that none has are gathered in `missing`. */
export type Letters = {
  readonly runs: (text: string) => readonly { readonly text: string; readonly font: PDFFont }[]
  readonly widthOf: (text: string, size: number) => number
}

/** Embeds the letters that are used. */
export async function lettersOf(
  document: PDFDocument,
  files: readonly Uint8Array[],
  missing: Set<string>,
): Promise<Letters> {
  const fonts: { font: PDFFont; known: ReadonlySet<number> }[] = []
  for (const file of files) {
    const font = await document.embedFont(file, { subset: true, features: { liga: false } })
    fonts.push({ font, known: new Set(font.getCharacterSet()) })
  }
  const fontOf = (letter: string) => fonts.find(({ known }) => known.has(letter.codePointAt(0) ?? 0))?.font
  const first = fonts[0]?.font
  const runs = (text: string) => {
    const found: { text: string; font: PDFFont }[] = []
    let wasUnknown = false
    for (const letter of text.normalize("NFC")) {
      const font = fontOf(letter)
      if (!font) missing.add(letter)
      const last = found.at(-1)
      const own = font ?? first
      const shown = font ? letter : wasUnknown ? "" : UNKNOWN
      wasUnknown = !font
      if (!own || shown === "") continue
      if (last && last.font === own) last.text += shown
      else found.push({ text: shown, font: own })
    }
    return found
  }
  const widthOf = (text: string, size: number) =>
    runs(text).reduce((sum, run) => sum + run.font.widthOfTextAtSize(run.text, size), 0)
  return { runs, widthOf }
}
