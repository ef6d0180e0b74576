import { addWorkingDays, type CompiledCalendar } from "@/lib/base/calendar/working-calendar"
import type { Day } from "@/lib/base/kernel/day"

/** Something that a use case waits for, and when it is there at the earliest; `day` null is Unknown. */
export type Waiting = {
  readonly kind: "gate" | "landscape-item" | "assessment-question" | "use-case"
  readonly id: string
  readonly name: string
  /** It is there already. */
  readonly isMet: boolean
  readonly day: Day | null
  /** What its day is: `Gate 3 at P80`. */
  readonly basis: string
}

export type HonestDate = {
  /** Null where what it waits for, or its own work, is not known. */
  readonly day: Day | null
  /** What holds it back longest; null where nothing is open. */
  readonly last: Waiting | null
}

/**
 * The earliest honest date: the latest day of what is still awaited, or today where nothing is, and its own working days
 * after that. One thing without a day, or own work that nobody estimated, makes it Unknown.
 */
export function honestDate(
  waits: readonly Waiting[],
  ownDays: number | null,
  today: Day,
  calendar: CompiledCalendar,
): HonestDate {
  const open = waits.filter(({ isMet }) => !isMet)
  if (open.some(({ day }) => day === null)) return { day: null, last: open.find(({ day }) => day === null) ?? null }
  const last = open.toSorted((a, b) => (a.day ?? "").localeCompare(b.day ?? "")).at(-1) ?? null
  if (ownDays === null) return { day: null, last }
  const from = last?.day && last.day > today ? last.day : today
  return { day: addWorkingDays(calendar, from, ownDays), last }
}
