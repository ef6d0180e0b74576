import type { Day } from "@/lib/base/kernel/day"
import type { PlanParts } from "@/lib/plan/roadmap/plan"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import type { Schedule } from "@/lib/plan/schedule/network"

/** Whether work was finished by the end of a day; done work without a day is taken as finished in time. */
export const isFinishedBy = ({ status, actualFinish }: WorkItemView, day: Day): boolean =>
  status === "done" && (actualFinish === null || actualFinish <= day)

export type OutOfSequence = { readonly id: string; readonly waitsFor: string }

/**
 * Work under way whose own predecessors, by links to its start, are not finished (FS) or have not begun (SS): it began out of
 * sequence. The plan lets its remainder wait (retained logic) or go on (progress override). O(items + links).
 */
export function outOfSequence({ items, links, gates }: PlanParts, dates: Pick<Schedule, "gates">): OutOfSequence[] {
  const known = new Map(items.map((item) => [item.id, item]))
  const passed = new Map(gates.map(({ id, passedAt }) => [id, passedAt !== null]))
  const found = new Map<string, OutOfSequence>()
  for (const { from, to, type } of links) {
    const target = known.get(to.id)
    const isUnderWay = target?.status === "in_progress" || (target?.status === "blocked" && target.percent > 0)
    if (!target || !isUnderWay || type[1] !== "S" || found.has(target.id)) continue
    const source = known.get(from.id)
    const name = source?.title ?? (dates.gates.has(from.id) ? "its gate" : null)
    const isThere = source ? hasHappened(source, type[0] === "F") : (passed.get(from.id) ?? true)
    if (name !== null && !isThere) found.set(target.id, { id: target.id, waitsFor: name })
  }
  return [...found.values()]
}

function hasHappened({ status, percent }: WorkItemView, atFinish: boolean): boolean {
  if (status === "done" || status === "dropped") return true
  return !atFinish && (status === "in_progress" || percent > 0)
}
