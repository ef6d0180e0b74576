import { sayText, type WordTable } from "@/lib/door/audit/wording"
import { wordsOf } from "@/lib/records/wording"
import { action } from "./action"
import { ask } from "./ask"
import { changeRequest } from "./change-request"
import { ragOverride } from "./rag-override"

/** The words for decisions, actions, change requests and the status of a programme. */
export const steeringWords: WordTable = {
  ...wordsOf(ask),
  ...wordsOf(action),
  ...wordsOf(changeRequest),
  ...wordsOf(ragOverride),
  "ask.answered": ({ data, texts }) =>
    `decided on option ${data.option}${"conditions" in texts ? ` on condition: ${sayText(texts.conditions)}` : ""}`,
  "change-request.approved": ({ texts }) => `approved the change request${noteOf(texts)}`,
  "change-request.refused": ({ texts }) => `rejected the change request${noteOf(texts)}`,
  "steering-rules.changed": () => "changed the rules of green, amber and red",
  "steering-pack.frozen": ({ data }) => `froze steering pack ${data.number}, sha256 ${data.sha256}`,
}

const noteOf = (texts: Parameters<NonNullable<WordTable[string]>>[0]["texts"]) =>
  "note" in texts ? `: ${sayText(texts.note)}` : ""
