import { type Day, isDay } from "@/lib/base/kernel/day"
import { shortMonthNames } from "@/lib/base/kernel/day-words"

/** Which of two numbers before a year is the month. */
export type DayOrder = "day-first" | "month-first"

/** A day as it stands in a text. Two bare numbers may be either; what is not said comes from the other end of a range. */
type Written = {
  readonly year: number | null
  readonly month: number | null
  readonly date: number
  /** Two numbers with this sign between them, where their order is open. */
  readonly open: { readonly first: number; readonly second: number; readonly sign: string } | null
  readonly length: number
}
/** One or two days found in a line, and the rest of it. */
export type DaysInLine = { readonly from: Written; readonly to: Written | null; readonly rest: string }

const MONTHS = shortMonthNames.map((name) => name.toLowerCase())
const monthOf = (word = ""): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1
const yearOf = (text: string | undefined): number | null =>
  text === undefined ? null : Number(text.length === 2 ? `20${text}` : text)

type Form = readonly [RegExp, (parts: RegExpExecArray) => Omit<Written, "length"> | null]
const named = (month: string | undefined, date: string | undefined, year: string | undefined) =>
  monthOf(month) === 0 ? null : { year: yearOf(year), month: monthOf(month), date: Number(date), open: null }

/** At the beginning of a text, the fuller forms first. */
const forms: readonly Form[] = [
  [
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/,
    ([, year, , month, date]) => ({ year: Number(year), month: Number(month), date: Number(date), open: null }),
  ],
  [
    /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/,
    ([, first, sign = "", second, year]) => ({
      ...{ year: yearOf(year), month: null, date: 0 },
      open: { first: Number(first), second: Number(second), sign },
    }),
  ],
  [
    /^(\d{1,2})(?:st|nd|rd|th)?\.?\s*(?:of\s+)?([a-z]{3,9})\b\.?(?:,?\s*(\d{4})(?!\d))?/i,
    ([, date, month, year]) => named(month, date, year),
  ],
  [
    /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(\d{4})(?!\d))?/i,
    ([, month, date, year]) => named(month, date, year),
  ],
  [
    /^(\d{1,2})([/.])(\d{1,2})(?!\d)\2?/,
    ([, first, sign = "", second]) => ({
      ...{ year: null, month: null, date: 0 },
      open: { first: Number(first), second: Number(second), sign },
    }),
  ],
  [/^(\d{1,2})(?:st|nd|rd|th)?\.?(?!\d)/, ([, date]) => ({ year: null, month: null, date: Number(date), open: null })],
]

function writtenAt(text: string): Written | null {
  for (const [pattern, read] of forms) {
    const parts = pattern.exec(text)
    const found = parts && read(parts)
    if (parts && found) return { ...found, length: parts[0].length }
  }
  return null
}

const BETWEEN = /^\s*(?:-|\u2013|\u2014|\/|to|until|till|through|bis)\s*/i
/** "Dec 24-26, 2026": the year stands after the second day. */
const YEAR_AFTER = /^,?\s+(\d{4})(?!\d)/

/** The first day, or range of days, in a line that carries its year. */
export function daysInLine(line: string): DaysInLine | null {
  for (const { index } of line.matchAll(/(?<![\w.])(?=[\da-z])/gi)) {
    const from = writtenAt(line.slice(index))
    if (!from) continue
    const after = line.slice(index + from.length)
    const between = BETWEEN.exec(after)?.[0] ?? ""
    const second = between === "" ? null : writtenAt(after.slice(between.length))
    const tail = second ? after.slice(between.length + second.length) : ""
    const late = second && second.year === null ? YEAR_AFTER.exec(tail) : null
    const to = second && late ? { ...second, year: Number(late[1]) } : second
    const isRange =
      to !== null &&
      (to.year !== null || from.year !== null) &&
      (to.month !== null || to.open !== null || from.month !== null)
    const isWhole = from.year !== null && (from.month !== null || from.open !== null)
    const before = line.slice(0, index)
    if (to && isRange && (to.year !== null || !isWhole))
      return { from, to, rest: `${before} ${tail.slice(late?.[0].length ?? 0)}` }
    if (isWhole) return { from, to: null, rest: `${before} ${after}` }
  }
  return null
}

/** The order that two open numbers can only have; null where both are possible, or none. */
export function onlyOrder({ open }: Written): DayOrder | null {
  if (!open || open.first > 12 === open.second > 12) return null
  return open.first > 12 ? "day-first" : "month-first"
}

/** The day that is written; null where it does not exist, or where its order is not known. */
export function dayWritten(written: Written, other: Written | null, order: DayOrder | null): Day | null {
  const [month, date] = partsOf(written, order)
  const otherMonth = other ? partsOf(other, order)[0] : null
  const own = month ?? otherMonth
  if (own === null) return null
  if (written.year !== null) return dayFrom(written.year, own, date)
  if (!other || other.year === null) return null
  return dayFrom(other.year - (otherMonth !== null && own > otherMonth ? 1 : 0), own, date)
}

function partsOf({ month, date, open }: Written, order: DayOrder | null): [number | null, number] {
  if (!open) return [month, date]
  if (order === null) return [null, 0]
  return order === "day-first" ? [open.second, open.first] : [open.first, open.second]
}

function dayFrom(year: number, month: number, date: number): Day | null {
  const text = [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(date).padStart(2, "0")].join("-")
  return isDay(text) ? text : null
}
