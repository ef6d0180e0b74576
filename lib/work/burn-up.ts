import type { Day } from "@/lib/base/kernel/day"
import { tenths } from "./supply"

/** An item that was in the sprint when it was started. Effort in person-days; null is unknown and counts nothing. */
export type Committed = { readonly itemId: string; readonly effort: number | null; readonly done: boolean }

/** Something that changed scope or what is done, in the order in which it happened. */
export type SprintEvent = { readonly day: Day; readonly itemId: string } & (
  | { readonly does: "added"; readonly effort: number | null; readonly done: boolean }
  | { readonly does: "removed" | "dropped" | "done" | "reopened" }
  | { readonly does: "estimated"; readonly effort: number | null }
)

export type BurnUpDay = { readonly day: Day; readonly scope: number; readonly done: number }
/** A step of the scope line. */
export type ScopeChange = {
  readonly day: Day
  readonly itemId: string
  readonly by: number
  readonly does: SprintEvent["does"]
}
export type BurnUp = {
  /** Person-days of work that was done before the sprint was started; part of `done` from the first day on. */
  readonly doneBefore: number
  readonly days: readonly BurnUpDay[]
  readonly changes: readonly ScopeChange[]
}

type Inside = { effort: number | null; done: boolean; dropped: boolean }

/**
 * Scope and done at the end of each day of a sprint, replayed from what happened. What happened before the first day
 * counts on it, what happened on a day that is not among them (a weekend) on the next.
 * @param days the sprint's days up to today, rising
 */
export function burnUp(committed: readonly Committed[], events: readonly SprintEvent[], days: readonly Day[]): BurnUp {
  const inside = new Map<string, Inside>(
    committed.map(({ itemId, effort, done }) => [itemId, { effort, done, dropped: false }]),
  )
  const doneBefore = sumOf(inside, ({ done }) => done)
  const changes: ScopeChange[] = []
  const ends: BurnUpDay[] = []
  let at = 0
  for (const day of days) {
    for (let event = events[at]; event && event.day <= day; event = events[++at]) {
      const before = sumOf(inside)
      apply(inside, event)
      const by = tenths(sumOf(inside) - before)
      if (by !== 0) changes.push({ day, itemId: event.itemId, by, does: event.does })
    }
    ends.push({ day, scope: sumOf(inside), done: sumOf(inside, ({ done }) => done) })
  }
  return { doneBefore, days: ends, changes }
}

function sumOf(inside: ReadonlyMap<string, Inside>, which: (each: Inside) => boolean = () => true): number {
  let sum = 0
  for (const each of inside.values()) if (!each.dropped && which(each)) sum += each.effort ?? 0
  return tenths(sum)
}

function apply(inside: Map<string, Inside>, event: SprintEvent): void {
  if (event.does === "added") {
    const { effort, done } = event
    inside.set(event.itemId, { effort, done, dropped: false })
    return
  }
  if (event.does === "removed") {
    inside.delete(event.itemId)
    return
  }
  const item = inside.get(event.itemId)
  if (!item) return
  if (event.does === "estimated") item.effort = event.effort
  else {
    item.dropped = event.does === "dropped"
    item.done = event.does === "done"
  }
}
