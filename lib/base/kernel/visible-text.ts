/** Scripts that write with joiners (RFC 5892, appendix A.1 and A.2), and what may stand beside them there. */
const JOINED =
  "\\p{Script=Arab}\\p{Script=Syrc}\\p{Script=Mong}\\p{Script=Deva}\\p{Script=Beng}\\p{Script=Guru}\\p{Script=Gujr}\\p{Script=Orya}\\p{Script=Taml}\\p{Script=Telu}\\p{Script=Knda}\\p{Script=Mlym}\\p{Script=Sinh}\\p{Script=Khmr}"
/** Joiners that are seen: within an emoji of several parts, and between letters of a script that is written with them. */
const SEEN = new RegExp(
  `(?<=\\p{Extended_Pictographic}[\\uFE0F\\u{1F3FB}-\\u{1F3FF}]?)\\u200D(?=\\p{Extended_Pictographic})|(?<=[${JOINED}\\p{M}])[\\u200C\\u200D](?=[${JOINED}])`,
  "gu",
)
/**
 * What nobody sees, though it makes two texts different or turns one round: controls, direction and zero-width characters
 * (general categories Cc, Cf, Zl and Zp), the joiner of graphemes, and letters without a form.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]|\u034F|\u17B4|\u17B5/gu
const BREAKS = "\n\t"

const hiddenAt = (text: string, keeps: string): readonly RegExpExecArray[] => {
  const seen = new Set(Array.from(text.matchAll(SEEN), ({ index }) => index))
  return [...text.matchAll(HIDDEN)].filter((match) => !seen.has(match.index) && !keeps.includes(match[0]))
}
const codePoint = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`

/** The first character of a text that cannot be seen, as `U+202E`; null where there is none. */
export function hiddenIn(text: string, { lines }: { readonly lines: boolean }): string | null {
  const [first] = hiddenAt(text, lines ? BREAKS : "")
  return first ? codePoint(first[0]) : null
}

/** A text without what cannot be seen, for what comes out of files. One line is composed (NFC), as names are. */
export function visible(text: string, { lines }: { readonly lines: boolean }): string {
  const hidden = new Set(hiddenAt(text, lines ? BREAKS : "").map(({ index }) => index))
  let [kept, at] = ["", 0]
  for (const letter of text) {
    if (!hidden.has(at)) kept += letter
    at += letter.length
  }
  return lines ? kept : kept.normalize("NFC")
}

/** A text for a terminal or a log: what cannot be seen is written as `\\u{202e}`, so that it neither hides nor turns anything. */
export const escaped = (text: string): string =>
  text.replaceAll(HIDDEN, (letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`)
