import { type Day, day, dayOf, type Ordinal, ordinalOf, weekdayOf } from "@/lib/base/kernel/day"
import { shortMonthNames } from "@/lib/base/kernel/day-words"

/** A tick of a day axis with its words: `Mar`, and the year where one begins. */
export type DayTick = { readonly ordinal: Ordinal; readonly label: string }

/** A stretch of days, from the left to the right edge of a picture. */
export type DayAxis = { readonly first: Ordinal; readonly last: Ordinal; readonly ticks: readonly DayTick[] }

/** Months between two ticks, the closest first. */
const STEPS = [1, 2, 3, 6, 12, 24, 60]
/** Room at both ends, as a share of the whole. */
const ROOM = 0.03

/** An axis that holds all days with a little room; about `most` ticks at most, at beginnings of months, or of weeks where it is short. */
export function dayAxis(days: readonly Day[], most = 9): DayAxis {
  const ordinals = days.map(ordinalOf)
  const low = Math.min(...ordinals)
  const high = Math.max(...ordinals)
  const room = Math.max(2, Math.round((high - low) * ROOM))
  const [first, last] = [low - room, high + room]
  const ticks = last - first <= 70 ? weekTicks(first, last) : monthTicks(first, last, most)
  return { first, last, ticks }
}

/** Where a day lies between the edges of an axis, 0 to 100. */
export const placeOn = ({ first, last }: DayAxis, day: Day): number =>
  ((ordinalOf(day) - first) / Math.max(1, last - first)) * 100

function monthTicks(first: Ordinal, last: Ordinal, most: number): DayTick[] {
  const months = monthsBetween(first, last)
  const step = STEPS.find((each) => months.length / each <= most) ?? 120
  return months
    .filter(({ index }) => index % step === 0)
    .map(({ index, ordinal }) => {
      const [year, month] = [Math.floor(index / 12), index % 12]
      const name = shortMonthNames[month] ?? ""
      return { ordinal, label: step >= 12 ? String(year) : month === 0 ? `${name} ’${String(year).slice(2)}` : name }
    })
}

/** The beginnings of months in a stretch; the index counts months since the year 0. */
function monthsBetween(first: Ordinal, last: Ordinal): { index: number; ordinal: Ordinal }[] {
  const [year = 0, month = 1] = dayOf(first).split("-").map(Number)
  const found = []
  for (let index = year * 12 + month - 1; ; index++) {
    const ordinal = ordinalOf(firstOf(Math.floor(index / 12), index % 12))
    if (ordinal > last) return found
    if (ordinal >= first) found.push({ index, ordinal })
  }
}

const firstOf = (year: number, month: number): Day => day(`${year}-${String(month + 1).padStart(2, "0")}-01`)

function weekTicks(first: Ordinal, last: Ordinal): DayTick[] {
  const ticks = []
  for (let ordinal = first; ordinal <= last; ordinal++)
    if (weekdayOf(ordinal) === 1) ticks.push({ ordinal, label: shortDay(dayOf(ordinal)) })
  return ticks.length > 8 ? ticks.filter((_, at) => at % 2 === 0) : ticks
}

/** `14 Mar`. */
export function shortDay(day: Day): string {
  const [, month = "1", date = "1"] = day.split("-")
  return `${Number(date)} ${shortMonthNames[Number(month) - 1] ?? ""}`
}
