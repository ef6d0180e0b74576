import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import type { ItemRow } from "./tree-rows"

/** Somebody's work by what it asks of them now. */
export type MyWork = {
  readonly blocked: readonly ItemRow[]
  readonly inProgress: readonly ItemRow[]
  /** Not begun, and the plan lets it begin by today. */
  readonly next: readonly ItemRow[]
  /** Not begun, and the plan has it wait for something. */
  readonly waiting: readonly ItemRow[]
  readonly doneLately: readonly ItemRow[]
}

const LATELY_DAYS = 14

/**
 * Groups the work of one person. The most pressing first: what is late, then what finishes first by the plan.
 * @param today the programme's day; done lately means in the 14 days before it
 */
export function myWork(rows: readonly ItemRow[], personId: string, today: Day): MyWork {
  const mine = rows.filter(({ item }) => item.ownerId === personId).toSorted(byPressure)
  const startable = ({ start }: ItemRow) => start !== null && start <= today
  const since = dayOf(ordinalOf(today) - LATELY_DAYS)
  const notStarted = mine.filter(({ status }) => status === "not_started")
  return {
    blocked: mine.filter(({ status }) => status === "blocked"),
    inProgress: mine.filter(({ status }) => status === "in_progress"),
    next: notStarted.filter(startable),
    waiting: notStarted.filter((row) => !startable(row)),
    doneLately: mine
      .filter(({ status, item }) => status === "done" && item.actualFinish !== null && item.actualFinish >= since)
      .toReversed(),
  }
}

function byPressure(a: ItemRow, b: ItemRow): number {
  if (a.lateDays !== b.lateDays) return b.lateDays - a.lateDays
  const [one, other] = [a.finish ?? "9999", b.finish ?? "9999"]
  return one < other ? -1 : one > other ? 1 : a.item.number - b.item.number
}
