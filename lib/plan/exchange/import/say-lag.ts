import type { FileLink, ProjectFile } from "../mspdi/project-file"
import { isElapsedFormat, isPercentFormat, MINUTES_PER_DAY } from "../mspdi/values"
import { plainNumber } from "./remarks"

/** Project's units of minutes, hours, days, weeks and months, by their codes without the bit for "estimated". */
const units = { 3: "minute", 5: "hour", 7: "day", 9: "week", 11: "month" } as const
type Unit = (typeof units)[keyof typeof units]
const ESTIMATED = 32

function unitOf(format: number | null): Unit {
  const plain = (format ?? 7) >= 35 ? (format ?? 7) - ESTIMATED : (format ?? 7)
  const odd = isElapsedFormat(plain) ? plain - 1 : plain
  return odd === 3 || odd === 5 || odd === 9 || odd === 11 ? units[odd] : "day"
}

const CLOCK = { minute: 1, hour: 60, day: MINUTES_PER_DAY, week: 7 * MINUTES_PER_DAY, month: 30 * MINUTES_PER_DAY }

/** A lag as the file has it: "75 elapsed days", "3 hours", "50% of its predecessor's duration". */
export function sayLag({ lag, lagFormat }: FileLink, { minutesPerDay, minutesPerWeek }: ProjectFile): string {
  const elapsed = isElapsedFormat(lagFormat)
  if (isPercentFormat(lagFormat))
    return `${plainNumber(lag)}% of its predecessor's ${elapsed ? "elapsed duration" : "duration"}`
  const unit = unitOf(lagFormat)
  const working = { minute: 1, hour: 60, day: minutesPerDay, week: minutesPerWeek, month: 20 * minutesPerDay }
  const value = plainNumber(lag / 10 / (elapsed ? CLOCK : working)[unit])
  return `${value} ${elapsed ? "elapsed " : ""}${unit}${value === "1" || value === "-1" ? "" : "s"}`
}
