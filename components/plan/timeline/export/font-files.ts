import type { FontFiles } from "./pdf-fonts"

/** Noto Sans (Open Font Licence 1.1) as `@fontsource/noto-sans` ships it: Latin, Greek and Cyrillic, with their rarer letters. */
const plain = [
  new URL("../../../../node_modules/@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff", import.meta.url),
  new URL("../../../../node_modules/@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff", import.meta.url),
  new URL("../../../../node_modules/@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff", import.meta.url),
  new URL("../../../../node_modules/@fontsource/noto-sans/files/noto-sans-greek-ext-400-normal.woff", import.meta.url),
  new URL("../../../../node_modules/@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff", import.meta.url),
  new URL(
    "../../../../node_modules/@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff",
    import.meta.url,
  ),
]
const bold = [
  new URL("../../../../node_modules/@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff", import.meta.url),
  new URL("../../../../node_modules/@fontsource/noto-sans/files/noto-sans-latin-ext-600-normal.woff", import.meta.url),
  new URL("../../../../node_modules/@fontsource/noto-sans/files/noto-sans-greek-600-normal.woff", import.meta.url),
  new URL("../../../../node_modules/@fontsource/noto-sans/files/noto-sans-greek-ext-600-normal.woff", import.meta.url),
  new URL("../../../../node_modules/@fontsource/noto-sans/files/noto-sans-cyrillic-600-normal.woff", import.meta.url),
  new URL(
    "../../../../node_modules/@fontsource/noto-sans/files/noto-sans-cyrillic-ext-600-normal.woff",
    import.meta.url,
  ),
]

async function bytesOf(address: URL): Promise<Uint8Array> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`The font ${address.pathname} did not come: ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}

/** The files of the font for print, from this very server. */
export async function fontFiles(): Promise<FontFiles> {
  const [plainFiles, boldFiles] = await Promise.all([Promise.all(plain.map(bytesOf)), Promise.all(bold.map(bytesOf))])
  return { plain: plainFiles, bold: boldFiles }
}
