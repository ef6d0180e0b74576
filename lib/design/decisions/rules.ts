import type { Day } from "@/lib/base/kernel/day"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { DecisionChange, DecisionRefusal, DecisionStatus, DecisionView } from "./decision"
import { optionsIn } from "./options"

/** Where a decision may go from where it is, by hand. Signatures accept, and another decision supersedes. */
const ways: Readonly<Record<DecisionStatus, readonly DecisionStatus[]>> = {
  ...{ draft: ["in_review", "refused"], in_review: ["draft", "accepted", "refused"] },
  ...{ accepted: [], superseded: [], refused: ["draft"] },
}
/** What is frozen from the review on: what people agree to and sign. */
export const frozenFields = [
  "name",
  "context",
  "options",
  "choice",
  "consequences",
  "signers",
  "supersedesIds",
] as const

/**
 * A change of a decision, completed: its date is that of its status, and a choice that is no option any more falls away.
 * Nobody changes what others sign, and nobody accepts by hand what has to be signed. Pure: the screen asks it too.
 */
export function judgeDecision(
  before: DecisionView | null,
  change: DecisionChange,
  { today }: { readonly today: Day },
): Result<DecisionChange, DecisionRefusal> {
  const was = before?.status ?? "draft"
  const status = change.status ?? was
  if (before && change.supersedesIds?.includes(before.id)) return refuse("supersedes-itself")
  const moved = judgeMove(before, change, was, status)
  if (moved) return moved
  if (was !== "draft" && status !== "draft" && before && isTextChanged(before, change)) return refuse("text-is-frozen")
  const day = change.day === undefined && (before === null || status !== was) ? { day: today } : {}
  return ok({ ...change, ...day, ...fittingChoice(before, change) })
}

function judgeMove(
  before: DecisionView | null,
  change: DecisionChange,
  was: DecisionStatus,
  status: DecisionStatus,
): Result<never, DecisionRefusal> | null {
  if (status === was) return null
  if (status === "superseded") return refuse("superseded-by-another")
  if (was === "accepted" || was === "superseded") return refuse("decided-already")
  if (!ways[was].includes(status)) return refuse("review-first")
  const choice = change.choice === undefined ? (before?.choice ?? null) : change.choice
  if ((status === "in_review" || status === "accepted") && choice === null) return refuse("nothing-chosen")
  const signers = change.signers ?? before?.signers ?? []
  return status === "accepted" && signers.length > 0 ? refuse("needs-signatures") : null
}

const isTextChanged = (before: DecisionView, change: DecisionChange): boolean =>
  frozenFields.some(
    (name) => change[name] !== undefined && JSON.stringify(change[name]) !== JSON.stringify(before[name]),
  )

/** A choice stands among the options where any are written down. */
function fittingChoice(before: DecisionView | null, change: DecisionChange): Pick<DecisionChange, "choice"> {
  if (change.options === undefined || change.choice !== undefined) return {}
  const names = optionsIn(change.options).map(({ name }) => name)
  const choice = before?.choice ?? null
  return choice !== null && names.length > 0 && !names.includes(choice) ? { choice: null } : {}
}

/** What stands today. */
export const isStanding = ({ status }: Pick<DecisionView, "status">): boolean => status === "accepted"
