import type { Day } from "@/lib/base/kernel/day"
import { ok, type Result } from "@/lib/base/kernel/result"
import { type Misfit, misfitOf } from "./misfit"
import { settle, settleConstraint, type WorkItemRefusal } from "./work-item"
import type { WorkItemChange, WorkItemView } from "./work-item-shapes"

/** A work item after a change, and the members that are different, each with what it was before. */
export type ChangedItem = {
  readonly after: WorkItemView
  readonly before: Readonly<Partial<Record<ItemField, ItemValue>>>
  readonly changes: Readonly<Partial<Record<ItemField, ItemValue>>>
}
export type ItemField = Exclude<
  keyof WorkItemView,
  ("id" | "number" | "version" | "packKey" | "rank" | "workstreamId") | ("backlogRank" | "sprintId" | "sprintStart")
>
export type ItemValue = string | number | boolean | null

/** Everything of a work item that can be changed. */
export const itemFields: readonly ItemField[] = [
  ...(["title", "status", "reason", "ownerId", "roleKey", "phaseId", "points", "optimistic", "likely"] as const),
  ...([
    "pessimistic",
    "estimateConfirmed",
    "effortDays",
    "remainingEffort",
    "percent",
    "remainingDays",
    "startNoEarlierThan",
    "constraintType",
    "constraintDay",
    "deadline",
    "actualStart",
    "actualFinish",
  ] as const),
]

/**
 * Applies a change to a work item by the rule of `settle`; refuses one of which something would be dropped.
 * @param today the programme's day
 */
export function changeItem(
  item: WorkItemView,
  change: WorkItemChange,
  today: Day,
): Result<ChangedItem, WorkItemRefusal | Misfit> {
  const settled = settle(item, change, today)
  if (!settled.ok) return settled
  const constrained = settleConstraint(item, change, settled.value.status)
  if (!constrained.ok) return constrained
  const { description: _description, estimate, estimateConfirmed, ...plain } = change
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined))
  const none = { optimistic: null, likely: null, pessimistic: null }
  const changed: WorkItemView = {
    ...item,
    ...given,
    ...(estimate === undefined ? {} : (estimate ?? none)),
    ...settled.value,
    ...constrained.value,
    version: item.version + 1,
  }
  const after: WorkItemView = {
    ...changed,
    estimateConfirmed: changed.likely !== null && (estimateConfirmed ?? (estimate ? true : item.estimateConfirmed)),
  }
  const misfit = misfitOf(item, change, after)
  if (misfit) return misfit
  const different = itemFields.filter((field) => after[field] !== item[field])
  return ok({
    after,
    before: Object.fromEntries(different.map((field) => [field, item[field]])),
    changes: Object.fromEntries(different.map((field) => [field, after[field]])),
  })
}
