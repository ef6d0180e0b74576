import type { EventView } from "@/lib/audit/contract"
import { type Names, sayMembers } from "./say-change"

type Record = EventView["data"][string]

/** One line of a work item's or a workstream's history, without who and when: `set status to Blocked, reason to "licence"`. */
export function sayEvent({ type, data, texts }: Pick<EventView, "type" | "data" | "texts">, names: Names): string {
  switch (type) {
    case "work-item.updated":
    case "workstream.updated": {
      const erased = Object.entries(texts).flatMap(([name, text]) => (text === null ? [name] : []))
      const changes = { ...membersOf(data.changes ?? data), ...keptTexts(texts) }
      const said = sayMembers(changes, names)
      const about = "description" in texts ? "changed the description" : ""
      const set = said ? `set ${said}` : ""
      return (
        [set, about, ...erased.map((name) => `changed the ${name}, erased since`)].filter(Boolean).join(", ") ||
        "saved it"
      )
    }
    case "work-item.added":
      return "added this"
    case "work-item.moved":
      return data.from === data.to ? "moved it within its workstream" : "moved it to another workstream"
    default:
      return plain[type] ?? type
  }
}

const plain: Readonly<{ [type: string]: string }> = {
  "work-item.removed": "removed it",
  "work-item.restored": "brought it back",
  "comment.added": "commented",
  "comment.updated": "changed a comment",
  "comment.removed": "removed a comment",
  "comment.restored": "brought a comment back",
  "link.added": "added a dependency",
  "link.updated": "changed a dependency",
  "link.removed": "removed a dependency",
}

const membersOf = (members: Record | EventView["data"] | undefined): Readonly<{ [name: string]: unknown }> =>
  typeof members === "object" && members !== null && !Array.isArray(members) ? members : {}

const keptTexts = (texts: EventView["texts"]) =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== null))
