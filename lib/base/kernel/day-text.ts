import { shortMonthNames } from "./day-words"

const MS_PER_DAY = 86_400_000
const MONTHS = shortMonthNames.map((name) => name.toLowerCase())

/** A calendar day as `YYYY-MM-DD`; the text form of the kernel's `Day`. */
export type DayText = string

/** `YYYY-MM-DD` for a date that exists between 1900 and 2199, else null. Months count from 1. */
function dayFrom(year: number, month: number, date: number): DayText | null {
  const made = new Date(Date.UTC(year, month - 1, date))
  if (year < 1900 || year > 2199) return null
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== date) return null
  return made.toISOString().slice(0, 10)
}

/**
 * Reads a day as people type it: `2026-03-14`, `14 mar`, `14 March 2026`, `14.3.`, `14/3/26`, `today`, `+5`.
 * Day before month; without a year the one nearest to `today` is meant. Null when it is not a day.
 */
export function readDay(text: string, today: DayText): DayText | null {
  const plain = text.trim().toLowerCase().replace(/,/g, " ")
  if (plain === "today") return today
  const relative = /^([+-])\s*(\d{1,4})$/.exec(plain)
  if (relative) return addDays(today, Number(relative[2]) * (relative[1] === "-" ? -1 : 1))
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain)
  if (iso) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const named = /^(\d{1,2})\.?\s*([a-z]{3,9})\.?\s*(\d{2}|\d{4})?$/.exec(plain)
  if (named) return withYear(Number(named[1]), monthOf(named[2] ?? ""), named[3], today)
  const numbered = /^(\d{1,2})[./](\d{1,2})[./]?\s*(\d{2}|\d{4})?$/.exec(plain)
  return numbered ? withYear(Number(numbered[1]), Number(numbered[2]), numbered[3], today) : null
}

const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3)) + 1

function withYear(date: number, month: number, year: string | undefined, today: DayText): DayText | null {
  if (month < 1 || month > 12) return null
  if (year) return dayFrom(Number(year.length === 2 ? `20${year}` : year), month, date)
  const here = Number(today.slice(0, 4))
  const near = [here - 1, here, here + 1]
    .map((candidate) => dayFrom(candidate, month, date))
    .filter((day) => day !== null)
  return near.sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0] ?? null
}

/** The day `days` later (earlier when negative). */
export const addDays = (day: DayText, days: number): DayText =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10)

/** Whole days from one day to another; negative when it lies before. */
export const daysBetween = (from: DayText, to: DayText): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY

/** The same date `months` later, or that month's last day when it is shorter. */
export function addMonths(day: DayText, months: number): DayText {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

/** The weeks of a day's month, Monday first; each has seven days, those of the neighbouring months included. */
export function weeksOf(day: DayText): readonly (readonly DayText[])[] {
  const first = `${day.slice(0, 7)}-01`
  const start = addDays(first, -((new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7))
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, index) => addDays(start, week * 7 + index)),
  )
  return weeks.filter((week) => week.some((entry) => entry.startsWith(day.slice(0, 7))))
}

/** `14 Mar`, and `14 Mar 2027` when the year is not the one of `today`. */
export function sayDay(day: DayText, today?: DayText): string {
  const [year = "", month = "1", date = "1"] = day.split("-")
  const short = `${Number(date)} ${shortMonthNames[Number(month) - 1] ?? ""}`
  return today?.startsWith(year) ? short : `${short} ${year}`
}
