import { sayText, type WordTable } from "@/lib/door/audit/wording"
import { wordsOf } from "@/lib/records/wording"
import { question } from "./question"

/** The words for what happens in the assessment. */
export const gapsWords: WordTable = {
  ...wordsOf(question),
  "assessment.started": ({ data }) => `took ${Number(data.questions)} questions of the release into the assessment`,
  "assessment.work-stood-already": () => "found that the gaps have work already",
  "assessment-question.turned-into-work": () => "turned the gap into work",
  "assessment-question.work-taken-back": () => "took the work for the gap back",
  "assessment.checklist-imported": ({ data }) =>
    `imported a checklist: ${Number(data.added)} questions added, ${Number(data.changed)} changed`,
  "assessment-snapshot.taken": ({ texts }) => `kept today's levels as ${sayText(texts.name)}`,
  "assessment-snapshot.removed": () => "removed a snapshot of the assessment",
}
