/** A calendar day without a time, `YYYY-MM-DD`, from 1900-01-01 to 2199-12-31. */
export type Day = string & { readonly __brand: "Day" }
/** Days since 1970-01-01; the form to calculate with. */
export type Ordinal = number

const MS_PER_DAY = 86_400_000
const PATTERN = /^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** True for a day that exists: `2026-02-30` does not. */
export function isDay(text: string): text is Day {
  return PATTERN.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
}

/** @throws RangeError when the text is not a day; parse at the edge with the zod shape instead. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

export const ordinalOf = (value: Day): Ordinal => Date.parse(`${value}T00:00:00Z`) / MS_PER_DAY
export const dayOf = (ordinal: Ordinal): Day => day(new Date(ordinal * MS_PER_DAY).toISOString().slice(0, 10))

/** The weekday, 1 (Monday) to 7 (Sunday), as in ISO 8601. */
export const weekdayOf = (ordinal: Ordinal): number => ((((ordinal + 3) % 7) + 7) % 7) + 1

/** Making one costs more than the rest of a small request. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** The day that an instant falls on in a time zone. @throws RangeError for a zone that does not exist. */
export function dayIn(timeZone: string, instant: Date): Day {
  const options = { timeZone, year: "numeric", month: "2-digit", day: "2-digit" } as const
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", options)
  formats.set(timeZone, format)
  return day(format.format(instant))
}
