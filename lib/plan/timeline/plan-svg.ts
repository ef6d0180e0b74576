import { lightColours, type Sheet, type SheetColour, type SheetPath, type SheetWords } from "./sheet"

const FONTS = "Geist, Inter, 'Helvetica Neue', Arial, sans-serif"

/** A sheet as the text of an SVG picture that stands by itself, in the light look. */
export function planSvg({ width, height, paths, words }: Sheet): string {
  const size = `width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${FONTS}">`,
    `<rect width="100%" height="100%" fill="${lightColours.surface}"/>`,
    ...paths.map(pathText),
    ...words.map(wordsText),
    "</svg>",
  ].join("\n")
}

const round = (value: number): number => Math.round(value * 10) / 10
const hex = (colour: SheetColour | undefined): string => (colour === undefined ? "none" : lightColours[colour])

function pathText({ d, x, y, fill, stroke, width, opacity }: SheetPath): string {
  const line = stroke === undefined ? "" : ` stroke="${hex(stroke)}" stroke-width="${width ?? 1}"`
  const faint = opacity === undefined ? "" : ` opacity="${opacity}"`
  return `<path transform="translate(${x} ${y})" fill="${hex(fill)}"${line}${faint} d="${d}"/>`
}

function wordsText({ text, x, y, size, colour, bold, toRight }: SheetWords): string {
  const weight = bold ? ' font-weight="600"' : ""
  const anchor = toRight ? ' text-anchor="end"' : ""
  const place = `x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${hex(colour)}"`
  return `<text ${place}${weight}${anchor}>${escaped(text)}</text>`
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

/** Also without the control characters that XML cannot hold. */
const escaped = (text: string): string =>
  text.replace(/\p{Cc}/gu, " ").replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter)
