import type { PastEvent } from "./rewind"
import type { Change } from "./views"
import { count } from "./words"

export type ImportsBetween = {
  readonly events: readonly PastEvent[]
  readonly names: ReadonlyMap<string, string>
  readonly mine: ReadonlySet<string>
}

const numberOf = (value: unknown): number => (typeof value === "number" ? value : 0)

/** What others imported: facts with the verdicts that they changed, and project files. What a connection fetched is by nobody. */
export function importNews({ events, names, mine }: ImportsBetween): Change[] {
  const news = events.filter(({ actorId }) => !(actorId && mine.has(actorId)))
  const facts = news.filter(({ type }) => type === "facts.imported")
  const files = news.filter(({ type }) => type === "project-file.imported")
  const by = (of: readonly PastEvent[]): string => {
    const who = [...new Set(of.flatMap(({ actorId }) => names.get(actorId ?? "") ?? []))]
    return who.length === 1 ? `by ${who[0]}` : ""
  }
  const rows = facts.reduce((sum, { data }) => sum + numberOf(data.rows), 0)
  const turned = facts.reduce((sum, { data }) => sum + numberOf(data.changed), 0)
  const told = (title: string, details: readonly string[], behind: Change["behind"]): Change => ({
    ...{ title, detail: details.filter(Boolean).join(", "), tone: "plain", behind },
  })
  return [
    ...(facts.length > 0
      ? [
          told(
            facts.length === 1 ? "Facts were imported" : `Facts were imported ${facts.length} times`,
            [count(rows, "fact"), turned > 0 ? `${count(turned, "verdict")} changed` : "no verdict changed", by(facts)],
            { list: "checklist" },
          ),
        ]
      : []),
    ...(files.length > 0
      ? [
          told(`${count(files.length, "project file was", "project files were")} imported`, [by(files)], {
            list: "timeline",
          }),
        ]
      : []),
  ]
}
