import type { DecisionView } from "./decision"

type Stated = Pick<
  DecisionView,
  "id" | "number" | "name" | "context" | "options" | "choice" | "consequences" | "signers"
> & {
  /** Numbers and names of what it supersedes. */
  readonly supersedes: readonly string[]
}

/** The exact text that reviewers agree to and signers sign: canonical JSON, one member a line, in this order. */
export const textOfDecision = (of: Stated): string =>
  JSON.stringify(
    {
      ...{ format: "lakeward-decision", version: 1, id: of.id, number: of.number, decision: of.name },
      ...{ context: of.context, options: of.options, choice: of.choice, consequences: of.consequences },
      ...{ signers: of.signers, supersedes: of.supersedes },
    },
    null,
    2,
  )
