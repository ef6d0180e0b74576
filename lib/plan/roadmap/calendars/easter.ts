import { day, type Ordinal, ordinalOf } from "@/lib/base/kernel/day"

/**
 * Easter Sunday in the Gregorian calendar, by the anonymous algorithm published in Nature of 20 April 1876 (as given by
 * J. Meeus, Astronomical Algorithms, 1991, chapter 8).
 */
export function easterOf(year: number): Ordinal {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const date = ((h + l - 7 * m + 114) % 31) + 1
  return ordinalOf(day(`${year}-0${month}-${String(date).padStart(2, "0")}`))
}
