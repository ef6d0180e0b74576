import type { WordTable } from "@/lib/door/audit/wording"
import { wordsOf } from "@/lib/records/wording"
import { criterion, useCase } from "./use-case"

/** The words for use cases, their scores and criteria. */
export const useCaseWords: WordTable = {
  ...wordsOf(useCase),
  ...wordsOf(criterion),
  "use-case.scored": ({ data }) => {
    const scores = typeof data.scores === "object" && data.scores !== null ? Object.keys(data.scores).length : 0
    return scores === 1 ? "scored the use case by 1 criterion" : `scored the use case by ${scores} criteria`
  },
  "use-case.criteria-started": ({ data }) => `began with ${Number(data.criteria)} criteria for use cases`,
}
