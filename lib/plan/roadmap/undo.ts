import type { ItemField, ItemValue } from "./change"
import type { WorkItemChange, WorkItemView } from "./work-item-shapes"

const takenBack = [
  ...(["title", "status", "reason", "ownerId", "roleKey", "phaseId", "points", "effortDays", "percent"] as const),
  ...(["remainingDays", "constraintType", "constraintDay"] as const),
  ...(["startNoEarlierThan", "deadline", "actualStart", "actualFinish"] as const),
]
/** Where the status goes back, all that fits together with it goes back too. */
const withStatus: readonly ItemField[] = [
  ...(["status", "reason", "percent", "remainingDays", "actualStart", "actualFinish"] as const),
]
const ofEstimate: readonly ItemField[] = ["optimistic", "likely", "pessimistic", "estimateConfirmed"]

/**
 * The change that brings an item back to how it was.
 * @param item as it was before the change
 * @param before the members that the change made different, as `changeItem` says them
 */
export function changeBack(
  item: WorkItemView,
  before: Readonly<Partial<Record<ItemField, ItemValue>>>,
): WorkItemChange {
  const isTakenBack = (field: ItemField) =>
    field in before ||
    ("status" in before && withStatus.includes(field)) ||
    ("constraintType" in before && field === "constraintDay")
  const plain = Object.fromEntries(takenBack.filter(isTakenBack).map((field) => [field, item[field]]))
  if (!ofEstimate.some((field) => field in before)) return plain
  const { optimistic, likely, pessimistic, estimateConfirmed } = item
  const known = optimistic !== null && likely !== null && pessimistic !== null
  return known
    ? { ...plain, estimate: { optimistic, likely, pessimistic }, estimateConfirmed }
    : { ...plain, estimate: null }
}
