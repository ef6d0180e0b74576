import { expect, test } from "vitest"
import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import { day } from "@/lib/base/kernel/day"
import { carriedOver } from "./carried-over"

const calendar = compileCalendar({ weekend: [6, 7], holidays: [day("2026-03-16")] })
const days = (p10: string, p50: string, p80: string, p90: string) => ({
  ...{ p10: day(p10), p50: day(p50), p80: day(p80), p90: day(p90) },
})

test("a preview starts from the kept days and moves each by the working days that its own percentile moves", () => {
  if (!calendar.ok) throw new Error(calendar.refusal)
  const kept = days("2026-03-04", "2026-03-06", "2026-03-13", "2026-03-18")
  // The short simulation has other days: P80 is a day later there, and moves by two working days over a weekend.
  const now = days("2026-03-04", "2026-03-09", "2026-03-06", "2026-03-19")
  const would = days("2026-03-04", "2026-03-06", "2026-03-10", "2026-03-20")
  expect(carriedOver(kept, { now, would }, calendar.value)).toEqual({
    now: kept,
    // Over a weekend and the holiday of Monday 16 March.
    would: days("2026-03-04", "2026-03-05", "2026-03-18", "2026-03-19"),
  })
})
