import { type CompiledCalendar, workingDaysBetween } from "@/lib/base/calendar/working-calendar"
import { type Day, dayIn } from "@/lib/base/kernel/day"
import type { CheckVerdict } from "@/lib/plan/schedule/proved"

/** A verdict as it was judged once, and the age of the facts under it. */
export type PastVerdict = {
  readonly verdict: CheckVerdict
  readonly judgedAt: Date
  /** The oldest fact that decided; null for what was not judged by facts. */
  readonly asOf: string | null
}

/** A day of a programme, and how the programme counts days. */
export type At = { readonly day: Day; readonly timeZone: string; readonly calendar: CompiledCalendar }

const WORKING_DAYS = 5

/**
 * Whether a check that somebody signed for is contradicted: the last verdicts that could tell are not met, either by two
 * sets of facts in a row or for five working days. What could not be told neither makes nor ends a contradiction.
 * @param history oldest first
 */
export function isContradicted(history: readonly PastVerdict[], at: At): boolean {
  const told = history.filter(({ verdict }) => verdict !== "could-not-tell")
  const run = told.slice(told.findLastIndex(({ verdict }) => verdict === "met") + 1)
  const [first] = run
  if (!first) return false
  const sets = new Set(run.flatMap(({ asOf }) => (asOf === null ? [] : [asOf])))
  const since = dayIn(at.timeZone, first.judgedAt)
  return sets.size > 1 || workingDaysBetween(at.calendar, since, at.day) >= WORKING_DAYS
}
