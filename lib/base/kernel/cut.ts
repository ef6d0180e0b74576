/** So far beyond the cut is looked for the end of a character. */
const FURTHER = 64
const characters = new Intl.Segmenter("en", { granularity: "grapheme" })

/**
 * The longest beginning of a text that has at most so many UTF-16 units and ends between two characters as people see
 * them (grapheme clusters, Unicode Standard Annex 29), without blanks at its end. A single character that is longer is
 * cut between its code points.
 */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  let end = 0
  for (const { index } of characters.segment(text.slice(0, most + FURTHER))) {
    if (index > most) break
    end = index
  }
  if (end === 0)
    for (const each of text)
      if (end + each.length <= most) end += each.length
      else break
  return text.slice(0, end).trimEnd()
}
