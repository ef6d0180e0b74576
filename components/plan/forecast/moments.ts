import { sayDay } from "@/components/ui/day-text"
import { type Day, dayIn, ordinalOf } from "@/lib/base/kernel/day"

/** `today 09:12`, `18 Nov 14:03`: an instant on the clocks of a programme. */
export function sayMoment(instant: string, timeZone: string, today: Day): string {
  const at = new Date(instant)
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at)
  const day = dayIn(timeZone, at)
  return `${day === today ? "today" : sayDay(day, today)} ${clock}`
}

/** Calendar days from one day to another; negative when it lies before. */
export const daysFrom = (from: Day, to: Day): number => ordinalOf(to) - ordinalOf(from)
