import type { CheckView, CriterionView } from "@/lib/assurance/contract"
import type { CriterionParts } from "../checklist"
import type { PlacedCheck } from "../figures"

/** A check as the figures count it. */
export const placedCheck = ({ id, workstreamId, gateId, verdict, due, waived }: CheckView): PlacedCheck => ({
  ...{ id, checkId: id, workstreamId, gateId, verdict, due, waived },
})

/** The lines of the success checklist with the checks that count for each. */
export const criterionParts = (
  criteria: readonly CriterionView[],
  checks: readonly CheckView[],
): readonly CriterionParts[] =>
  criteria.map(({ id, key, number, name }) => ({
    ...{ id, key, number, name },
    checks: checks.filter(({ criterionIds }) => criterionIds.includes(id)).map(placedCheck),
  }))
