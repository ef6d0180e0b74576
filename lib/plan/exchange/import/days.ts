import type { Day } from "@/lib/base/kernel/day"
import { dayAt, dayEndingAt, type LocalMinute } from "../mspdi/values"

/** The day that something ended on: at midnight it is the day before, but for what takes no time at all. */
export const lastDay = (start: LocalMinute | null, finish: LocalMinute): Day =>
  start === finish ? dayAt(finish) : dayEndingAt(finish)
