import { type Day, dayIn, ordinalOf } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import { grouped } from "@/lib/base/kernel/grouped"

/** `1 work item`, `1,200 work items`. */
export const count = (number: number, one: string, many: string = `${one}s`): string =>
  `${grouped(number)} ${number === 1 ? one : many}`

/** The first few of a list in words: `a, b and 3 more`; `a and b`. */
export function listed(names: readonly string[], shown = 3): string {
  const first = names.slice(0, shown)
  const rest = names.length - first.length
  const parts = rest > 0 ? [...first, `${rest} more`] : first
  const last = parts.at(-1) ?? ""
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`
}

/** The first few of some sentences, each without its full stop: `Runs succeed, Logs are kept and 3 more`. */
export const listedSentences = (sentences: readonly string[], shown = 2): string =>
  listed(
    sentences.map((sentence) => sentence.replace(/\.$/, "")),
    shown,
  )

/** The week of a programme that a day lies in, counted from 1; 0 and below before its start. */
export const weekOf = (startDay: Day, day: Day): number => Math.floor((ordinalOf(day) - ordinalOf(startDay)) / 7) + 1

/** `today 09:40`, `3 Mar 09:40`: an instant on the clocks of a time zone. */
export function sayMoment(instant: string, timeZone: string, today: Day): string {
  const at = new Date(instant)
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at)
  const day = dayIn(timeZone, at)
  return `${day === today ? "today" : sayDay(day, today)} ${clock}`
}
