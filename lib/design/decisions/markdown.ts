import { type DecisionStatus, statusNames } from "./decision"
import { type DecisionOption, optionsIn, textOfOptions } from "./options"

/** What a decision record says as a document; other decisions are named by number. */
export type DecisionDocument = {
  readonly name: string
  readonly status: DecisionStatus
  /** As it is said, such as 14 Sep 2026; null where none is known. */
  readonly day: string | null
  readonly owner: string | null
  readonly context: string
  readonly options: string
  readonly choice: string | null
  readonly consequences: string
}

/**
 * A decision as Markdown in the common form of architecture decision records (MADR 4: context and problem statement,
 * considered options, decision outcome, consequences, pros and cons of the options).
 */
export function markdownOf(record: DecisionDocument & { readonly number: number }): string {
  const options = optionsIn(record.options)
  const parts = [
    ["---", `status: ${statusNames[record.status].toLowerCase()}`, ...metaOf(record), "---"].join("\n"),
    `# ${record.number}. ${record.name}`,
    section("Context and Problem Statement", record.context),
    section("Considered Options", options.map(({ name }) => `* ${name}`).join("\n")),
    record.choice === null && record.consequences === "" ? "" : "## Decision Outcome",
    record.choice === null ? "" : `Chosen option: "${record.choice}"`,
    record.consequences === "" ? "" : `### Consequences\n\n${record.consequences}`,
    options.length === 0 ? "" : `## Pros and Cons of the Options\n\n${options.map(sayOption).join("\n\n")}`,
  ]
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`
}

const metaOf = ({ day, owner }: DecisionDocument): readonly string[] => [
  ...(day === null ? [] : [`date: ${day}`]),
  ...(owner === null ? [] : [`decision-makers: ${owner}`]),
]
const section = (heading: string, text: string) => (text === "" ? "" : `## ${heading}\n\n${text}`)
const sayOption = ({ name, days, pros, cons, notes }: DecisionOption) =>
  [
    `### ${name}${days === null ? "" : ` (${days} ${days === 1 ? "day" : "days"})`}\n`,
    ...notes,
    ...pros.map((each) => `* Good, because ${each}`),
    ...cons.map((each) => `* Bad, because ${each}`),
  ].join("\n")

/** What a record in Markdown tells; null where it has no title. Headings of older forms (Nygard: Context, Decision) count too. */
export function documentIn(markdown: string): DecisionDocument | null {
  const { meta, body } = frontMatterOf(markdown.replaceAll("\r\n", "\n"))
  const title = /^#\s+(?:\d+\.\s+)?(.+)$/m.exec(body)?.[1]?.trim()
  if (!title) return null
  const text = (...names: readonly string[]) =>
    names.map((name) => partOf(body, name)).find((part) => part !== "") ?? ""
  const outcome = text("Decision Outcome", "Decision")
  const chosen = /Chosen option:\s*"?([^"\n]+?)"?(?:,? because.*)?$/im.exec(outcome)?.[1]?.trim() ?? null
  const considered = [...text("Considered Options").matchAll(/^[*-]\s+(.+)$/gm)].map(([, name = ""]) => name.trim())
  const detailed = optionsOf(text("Pros and Cons of the Options"))
  const options = considered.map(
    (name) => detailed.find((each) => each.name === name) ?? { name, days: null, pros: [], cons: [], notes: [] },
  )
  return {
    ...{ name: title, status: statusIn(meta.get("status") ?? text("Status")), day: meta.get("date") ?? null },
    ...{ owner: meta.get("decision-makers") ?? meta.get("deciders") ?? null },
    context: text("Context and Problem Statement", "Context"),
    options: textOfOptions(options.length > 0 ? options : detailed),
    choice: chosen,
    consequences: text("Consequences") || (chosen === null ? outcome : ""),
  }
}

function frontMatterOf(text: string): { readonly meta: ReadonlyMap<string, string>; readonly body: string } {
  const [whole, inner] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? []
  if (whole === undefined || inner === undefined) return { meta: new Map(), body: text }
  const lines = inner.split("\n").flatMap((line) => {
    const [, key, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? []
    return key && value ? [[key, value.replace(/^["']|["']$/g, "")] as const] : []
  })
  return { meta: new Map(lines), body: text.slice(whole.length) }
}

/** What stands below a heading, up to the next one of its rank or above. */
function partOf(body: string, name: string): string {
  const lines = body.split("\n")
  const rankOf = (line: string) => /^(#{1,6})\s/.exec(line)?.[1]?.length ?? 7
  const from = lines.findIndex((line) => /^#{2,3}\s/.test(line) && line.replace(/^#+\s+/, "").trim() === name)
  if (from < 0) return ""
  const rank = rankOf(lines[from] ?? "")
  const rest = lines.slice(from + 1)
  const to = rest.findIndex((line) => rankOf(line) <= rank || (name === "Decision Outcome" && rankOf(line) < 7))
  return rest
    .slice(0, to < 0 ? rest.length : to)
    .join("\n")
    .trim()
}

const optionsOf = (text: string): readonly DecisionOption[] =>
  optionsIn(
    text
      .replaceAll(/^[*-]\s+Good,?\s+(?:because\s+)?/gim, "+ ")
      .replaceAll(/^[*-]\s+(?:Bad|Neutral),?\s+(?:because\s+)?/gim, "- "),
  )

/** Other tools say proposed for what is reviewed, and rejected for what is refused. */
function statusIn(said: string): DecisionStatus {
  const word = said.trim().toLowerCase()
  if (word.startsWith("accepted")) return "accepted"
  if (word.startsWith("superseded") || word.startsWith("deprecated")) return "superseded"
  if (word.startsWith("rejected") || word.startsWith("refused")) return "refused"
  return word.startsWith("proposed") || word.startsWith("in review") ? "in_review" : "draft"
}
