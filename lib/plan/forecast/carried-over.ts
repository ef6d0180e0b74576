import { addWorkingDays, type CompiledCalendar, workingDaysBetween } from "@/lib/base/calendar/working-calendar"
import type { PercentileDays } from "./percentile"

type Shift = { readonly now: PercentileDays; readonly would: PercentileDays }

/**
 * The days of a kept forecast, and where a change would move them: each by as many working days as the same percentile
 * moves between two short simulations with the same draws. So a preview starts from the very days that stand on the other
 * pages, though it draws fewer trials.
 */
export function carriedOver(kept: PercentileDays, { now, would }: Shift, calendar: CompiledCalendar): Shift {
  const moved = (name: keyof PercentileDays) => {
    const days = workingDaysBetween(calendar, now[name], would[name])
    return days === 0 ? kept[name] : addWorkingDays(calendar, kept[name], days)
  }
  return { now: kept, would: { p10: moved("p10"), p50: moved("p50"), p80: moved("p80"), p90: moved("p90") } }
}
