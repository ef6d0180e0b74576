/** What a note may contain: a small, safe part of Markdown as data. Nothing in it is ever HTML. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "bold"; inside: Inline[] }
  | { kind: "italic"; inside: Inline[] }
  | { kind: "link"; href: string; inside: Inline[] }

export type Block =
  | { kind: "paragraph"; lines: Inline[][] }
  | { kind: "heading"; inside: Inline[] }
  | { kind: "list"; ordered: boolean; items: Inline[][] }
  | { kind: "code"; text: string }
  | { kind: "quote"; lines: Inline[][] }

const BULLET = /^\s{0,3}[-*+]\s+(.*)$/
const NUMBER = /^\s{0,3}\d{1,9}[.)]\s+(.*)$/
const FENCE = /^```/

/** True for addresses a note may link to: http, https and mailto, without control characters. */
export function isSafeHref(href: string): boolean {
  if (/\p{Cc}|\s/u.test(href)) return false
  try {
    return ["http:", "https:", "mailto:"].includes(new URL(href).protocol)
  } catch {
    return false
  }
}

/** Reads paragraphs, lists, headings, quotes and code blocks. Linear in the length of the text; never throws. */
export function parseMarkdown(source: string): Block[] {
  const blocks: Block[] = []
  const lines = source.split(/\r\n|[\n\r\u2028\u2029]/)
  let at = 0
  const takeWhile = (pattern: RegExp): Inline[][] => {
    const taken: Inline[][] = []
    for (let match = pattern.exec(lines[at] ?? ""); match; match = pattern.exec(lines[at] ?? "")) {
      taken.push(parseInline(match[1] ?? ""))
      at += 1
      if (at >= lines.length) break
    }
    return taken
  }
  while (at < lines.length) {
    const line = lines[at] ?? ""
    if (line.trim() === "") at += 1
    else if (FENCE.test(line)) {
      const end = lines.findIndex((other, index) => index > at && FENCE.test(other))
      const until = end === -1 ? lines.length : end
      blocks.push({ kind: "code", text: lines.slice(at + 1, until).join("\n") })
      at = until + 1
    } else if (BULLET.test(line)) blocks.push({ kind: "list", ordered: false, items: takeWhile(BULLET) })
    else if (NUMBER.test(line)) blocks.push({ kind: "list", ordered: true, items: takeWhile(NUMBER) })
    else if (/^>\s?/.test(line)) blocks.push({ kind: "quote", lines: takeWhile(/^>\s?(.*)$/) })
    else if (/^#{1,6}\s/.test(line)) {
      blocks.push({ kind: "heading", inside: parseInline(line.replace(/^#{1,6}\s+/, "")) })
      at += 1
    } else
      blocks.push({
        kind: "paragraph",
        lines: takeWhile(/^(?!\s*$|```|\s{0,3}[-*+]\s|\s{0,3}\d{1,9}[.)]\s|>|#{1,6}\s)(.*)$/),
      })
  }
  return blocks
}

const MARK =
  /`([^`\n]{1,500})`|\*\*([^*\n]{1,500})\*\*|__([^_\n]{1,500})__|\*([^*\s][^*\n]{0,500})\*|\b_([^_\s][^_\n]{0,500})_\b|\[([^\]\n]{1,300})\]\(([^()\s]{1,2000})\)|(https?:\/\/[^\s<>()]{1,2000}[^\s<>().,;:!?'"])/

/** Reads bold, italics, code and links of one line; what is not understood stays text. */
function parseInline(text: string, depth = 0): Inline[] {
  const parts: Inline[] = []
  let rest = text
  for (let match = depth < 4 ? MARK.exec(rest) : null; match; match = MARK.exec(rest)) {
    if (match.index > 0) parts.push({ kind: "text", text: rest.slice(0, match.index) })
    parts.push(nodeOf(match, depth))
    rest = rest.slice(match.index + match[0].length)
  }
  if (rest) parts.push({ kind: "text", text: rest })
  return parts
}

function nodeOf(match: RegExpExecArray, depth: number): Inline {
  const [whole, code, bold, boldLow, italic, italicLow, label, href, bare] = match
  if (code !== undefined) return { kind: "code", text: code }
  const strong = bold ?? boldLow
  if (strong !== undefined) return { kind: "bold", inside: parseInline(strong, depth + 1) }
  const slanted = italic ?? italicLow
  if (slanted !== undefined) return { kind: "italic", inside: parseInline(slanted, depth + 1) }
  if (label !== undefined && href !== undefined && isSafeHref(href))
    return { kind: "link", href, inside: [{ kind: "text", text: label }] }
  if (bare !== undefined && isSafeHref(bare))
    return { kind: "link", href: bare, inside: [{ kind: "text", text: bare }] }
  return { kind: "text", text: whole }
}
