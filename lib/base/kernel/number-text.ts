/** Blanks of all widths, and apostrophes, as people group thousands with them. */
const GROUP_SIGNS = /[\s\u00a0\u2009\u202f'\u2019]/
const MINUS = /[\u2212\u2013]/

const grouped = (text: string, sign: string): boolean =>
  new RegExp(`^[1-9]\\d{0,2}(?:${sign === "." ? "\\." : sign}\\d{3})+$`).test(text)

/**
 * A number as people write it, and as this product does; null where it is none, or where it could be two.
 * A point or a comma is decimal (`12.5`, `12,5`); of both the last is, and the other groups thousands (`1,234.5`,
 * `1.234,5`). A comma before exactly three digits groups them (`10,000` is ten thousand), as do signs that repeat, blanks and
 * apostrophes. A point before three digits is decimal, as it is written here (`15.625`), but where the last of them is 0
 * (`10.000`) it may be meant either way and is refused.
 */
export function readNumber(text: string): number | null {
  const trimmed = text.trim().replace(MINUS, "-")
  const sign = /^[+-]/.exec(trimmed)?.[0] ?? ""
  const plain = withoutBlanks(trimmed.slice(sign.length))
  const size = plain === null ? null : sizeIn(plain)
  return size === null ? null : sign === "-" ? 0 - size : size
}

/** A whole number as people write it; null where it is none. */
export function readWhole(text: string): number | null {
  const read = readNumber(text)
  return read !== null && Number.isSafeInteger(read) ? read : null
}

/** `40`, `40%` or `40 percent` as 40; null where it is none. */
export const readPercent = (text: string): number | null => readNumber(text.replace(/\s*(%|per\s?cent)\s*$/i, ""))

function withoutBlanks(text: string): string | null {
  if (!GROUP_SIGNS.test(text)) return text
  const [whole = "", ...rest] = text.split(/(?=[.,])/)
  const groups = whole.split(GROUP_SIGNS)
  const isGrouped = groups.every((group, at) => (at === 0 ? /^[1-9]\d{0,2}$/ : /^\d{3}$/).test(group))
  return isGrouped && rest.length <= 1 ? `${groups.join("")}${rest.join("").replace(",", ".")}` : null
}

function sizeIn(text: string): number | null {
  if (/^\d+$/.test(text)) return decimal(text)
  if (!/^\d[\d.,]*\d$/.test(text)) return null
  const signs = text.replace(/\d/g, "")
  const last = signs.at(-1) ?? ""
  const at = text.lastIndexOf(last)
  const [before, after] = [text.slice(0, at), text.slice(at + 1)]
  if (signs.length === 1) {
    if (last === "," && grouped(text, ",")) return decimal(text.replace(",", ""))
    const isEither = last === "." && /^\d\d0$/.test(after) && before !== "0"
    return isEither ? null : decimal(`${before}.${after}`)
  }
  if (new Set(signs).size === 1) return grouped(text, last) ? decimal(text.replaceAll(last, "")) : null
  const other = last === "," ? "." : ","
  return grouped(before, other) ? decimal(`${before.replaceAll(other, "")}.${after}`) : null
}

function decimal(text: string): number | null {
  const value = Number(text)
  return Number.isFinite(value) ? value : null
}

/** How much of what is counted an hour, a day, a week and a month are; a number alone is one of `plain`. */
export type SpanUnits = Readonly<Record<"hour" | "day" | "week" | "month", number>> & {
  readonly plain: "hour" | "day"
}
/** Working days: of eight hours, five in a week, twenty in a month. */
export const workingDays: SpanUnits = { hour: 1 / 8, day: 1, week: 5, month: 20, plain: "day" }
/** Days of the calendar; a month is thirty. */
export const calendarDays: SpanUnits = { hour: 1 / 24, day: 1, week: 7, month: 30, plain: "day" }
/** Hours of the clock. */
export const clockHours: SpanUnits = { hour: 1, day: 24, week: 168, month: 720, plain: "hour" }

const unitWords = [
  ["hour", /^(h|hr|hrs|hour|hours)$/],
  ["day", /^(d|wd|day|days|working days?)$/],
  ["week", /^(w|wk|wks|week|weeks)$/],
  ["month", /^(mo|mos|mon|month|months)$/],
] as const

/**
 * A span of time as people write it: `4`, `4d`, `1 day`, `2w`, `1.5 weeks`, `12h`, `1w 2d`, counted in the units given. Null
 * where it is none.
 */
export function readSpan(text: string, units: SpanUnits): number | null {
  const plain = text.trim().toLowerCase()
  const parts = [...plain.matchAll(PART)]
  if (parts.length === 0 || parts.map(([part]) => part).join("") !== plain) return null
  let total = 0
  for (const [, number = "", word = ""] of parts) {
    const value = readNumber(number)
    const unit = unitOf(word) ?? (word === "" && parts.length === 1 ? units.plain : null)
    if (value === null || unit === null || (parts.length > 1 && value < 0)) return null
    total += value * units[unit]
  }
  return total
}

/** Working days as people write them. */
export const readDays = (text: string): number | null => readSpan(text, workingDays)

function unitOf(word: string): "hour" | "day" | "week" | "month" | null {
  const plain = word.replace(/\.$/, "").replace(/\s+/, " ")
  return unitWords.find(([, words]) => words.test(plain))?.[0] ?? null
}

const PART = /([+\-\u2212\u2013]?\d[\d.,\s\u00a0\u2009\u202f'\u2019]*?)\s*([a-z]+(?:\s+days?)?\.?|$)\s*/g
