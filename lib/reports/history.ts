import type { EventView } from "@/lib/door/audit/contract"
import { type Naming, sayActor, sayDeed, type ToldEvent } from "@/lib/door/audit/wording"
import { eventWords } from "./event-words"

/** Domains whose words say `it`: the record is named before them. */
const speaksOfIt: ReadonlySet<string> = new Set(["work-item", "workstream", "gate", "comment", "link", "check"])
/** Types whose words name the record themselves. */
const namesItself: ReadonlySet<string> = new Set(["work-item.added"])

/** Who is said to have done what happened. */
export const actorOf = (event: Pick<EventView, "actor">): string => sayActor(event)

/**
 * What happened in one plain sentence, to be read after who did it: `Source Connectivity: set status to Blocked: waiting
 * for the licence`. A type without words of its own is told by its name.
 */
export function sentenceOf(event: ToldEvent, naming: Naming): string {
  const deed = sayDeed(event, eventWords, naming)
  const [domain = ""] = event.type.split(".")
  if (!speaksOfIt.has(domain) || namesItself.has(event.type) || event.subjectId === null) return deed
  return `${naming.name(event.subjectId) ?? "Deleted record"}: ${deed}`
}

/** The parts of the trail that one can ask for, each by the beginning of its types. */
export const eventKinds: readonly { readonly type: string; readonly name: string }[] = [
  { type: "work-item.", name: "Work items" },
  { type: "workstream.", name: "Workstreams" },
  { type: "gate.", name: "Gates" },
  { type: "link.", name: "Dependencies" },
  { type: "comment.", name: "Comments" },
  { type: "adoption.", name: "Components" },
  { type: "facts.", name: "Facts" },
  { type: "check.", name: "Checks" },
  { type: "person.", name: "People" },
  { type: "member.", name: "Members" },
  { type: "invitation.", name: "Invitations" },
  { type: "programme.", name: "Programme" },
]
