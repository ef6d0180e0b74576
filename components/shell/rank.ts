/** What can be ranked: the label weighs most, then keywords and the hint. */
export type Rankable = { label: string; hint?: string; keywords?: readonly string[] }

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()

/**
 * How well `query` matches `text`, 0 (not at all) to 100 (the same). Case and accents do not count. Order of worth:
 * the same, begins with it, a word begins with it, holds it, its letters in order (better when they begin words and
 * lie close together).
 */
export function matchScore(query: string, text: string): number {
  const needle = plain(query.trim())
  const hay = plain(text)
  if (needle === "") return 1
  if (hay === needle) return 100
  const at = hay.indexOf(needle)
  const shorter = 5 * (needle.length / Math.max(1, hay.length))
  if (at === 0) return 85 + shorter
  if (at > 0) return (beginsWord(hay, hay.indexOf(needle)) || wordStartOf(hay, needle) ? 70 : 50) + shorter
  return inOrderScore(needle, hay)
}

const beginsWord = (hay: string, at: number) => at === 0 || /[\s\-/_.,:(&]/.test(hay[at - 1] ?? "")

function wordStartOf(hay: string, needle: string): boolean {
  for (let at = hay.indexOf(needle); at !== -1; at = hay.indexOf(needle, at + 1)) if (beginsWord(hay, at)) return true
  return false
}

/** Letters in order, spaces skipped: up to 40; long gaps and letters inside words cost. */
function inOrderScore(needle: string, hay: string): number {
  let from = 0
  let gaps = 0
  let starts = 0
  const letters = [...needle].filter((letter) => letter !== " ")
  for (const letter of letters) {
    const at = hay.indexOf(letter, from)
    if (at === -1) return 0
    if (beginsWord(hay, at)) starts += 1
    gaps += at - from
    from = at + 1
  }
  const score = 20 + 20 * (starts / letters.length) - gaps
  return letters.length > 1 && score > 8 ? score : 0
}

/** The score of an entry: its label, or three quarters of its best keyword or hint. */
function scoreOf(query: string, entry: Rankable): number {
  const others = [entry.hint ?? "", ...(entry.keywords ?? [])].map((text) =>
    text ? matchScore(query, text) * 0.75 : 0,
  )
  const words = query.trim().split(/\s+/)
  const all = `${entry.label} ${entry.hint ?? ""} ${(entry.keywords ?? []).join(" ")}`
  const everyWord = words.length > 1 && words.every((word) => matchScore(word, all) >= 50) ? 45 : 0
  return Math.max(matchScore(query, entry.label), everyWord, ...others)
}

/** Entries that match, best first; equals keep their order. An empty query keeps all as they are. */
export function rankBy<Entry extends Rankable>(query: string, entries: readonly Entry[]): Entry[] {
  if (query.trim() === "") return [...entries]
  return entries
    .map((entry) => ({ entry, score: scoreOf(query, entry) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry)
}
