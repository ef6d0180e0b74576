import { type CompiledCalendar, workingIndex } from "@/lib/base/calendar/working-calendar"
import type { Ordinal } from "@/lib/base/kernel/day"
import { shortMonthNames } from "@/lib/base/kernel/day-words"

export const zooms = ["day", "week", "month", "quarter"] as const
export type Zoom = (typeof zooms)[number]

/** How wide one day is drawn at each zoom, in pixels. */
export const pixelsPerDay: Readonly<Record<Zoom, number>> = { day: 40, week: 11, month: 3.25, quarter: 1.15 }

/** From days to pixels. The left edge of `first` lies at 0. */
export type TimeScale = {
  readonly first: Ordinal
  /** The last day that has room. */
  readonly last: Ordinal
  readonly perDay: number
}
/** A part of the time axis in pixels, from the left edge of the scale. */
export type Stretch = { readonly from: number; readonly to: number }
/** A line of the axis with its words. `strong` where a month (or among months, a year) begins. */
export type Tick = { readonly x: number; readonly label: string; readonly strong: boolean }

const MS_PER_DAY = 86_400_000

/** The left edge of a day. */
export const xOf = ({ first, perDay }: TimeScale, day: Ordinal): number => (day - first) * perDay
/** The day that lies under a pixel. */
export const dayAt = ({ first, perDay }: TimeScale, x: number): Ordinal => first + Math.floor(x / perDay)
export const widthOf = ({ first, last, perDay }: TimeScale): number => (last + 1 - first) * perDay

/** The zoom whose days are drawn closest to this width; what decides the words of the axis. */
function zoomOf(perDay: number): Zoom {
  if (perDay >= 20) return "day"
  if (perDay >= 6) return "week"
  return perDay >= 1.8 ? "month" : "quarter"
}

/** The next closer (-1) or wider (1) zoom; the same one at the end. */
export function stepZoom(zoom: Zoom, step: -1 | 1): Zoom {
  return zooms[zooms.indexOf(zoom) + step] ?? zoom
}

/**
 * A scale with room for a plan: from the quarter in which it begins to the quarter after the one in which it ends, so
 * that small changes of the plan leave the scale as it is.
 */
export function scaleFor(begin: Ordinal, end: Ordinal, perDay: number): TimeScale {
  const first = quarterStart(begin - 10, 0)
  return { first, last: quarterStart(end, 2) - 1, perDay }
}

/** The pixels per day at which all from `begin` to `end` fits a width, with a little room at both sides. */
export function fitting(begin: Ordinal, end: Ordinal, width: number): number {
  const days = Math.max(14, end + 1 - begin)
  return Math.min(pixelsPerDay.day, Math.max(0.05, (width - 48) / days))
}

/** The lines of the axis in a stretch, and the one before it, whose words may reach in. */
export function ticksIn(scale: TimeScale, { from, to }: Stretch): Tick[] {
  const ticks: Tick[] = []
  const until = Math.min(scale.last, dayAt(scale, to))
  let day = tickBefore(scale, Math.max(scale.first, dayAt(scale, from)))
  while (day <= until) {
    if (day >= scale.first) ticks.push({ x: xOf(scale, day), ...wordsOf(scale, day) })
    day = tickAfter(scale, day)
  }
  return ticks
}

/** The days in a stretch on which nobody works, as spans of pixels; none where a day is too narrow to tell. */
export function freeSpansIn(scale: TimeScale, calendar: CompiledCalendar, { from, to }: Stretch): Stretch[] {
  if (scale.perDay < 6) return []
  const spans: { from: number; to: number }[] = []
  const until = Math.min(scale.last, dayAt(scale, to))
  for (let day = Math.max(scale.first, dayAt(scale, from)); day <= until; day++) {
    if (workingIndex(calendar, day + 1) > workingIndex(calendar, day)) continue
    const left = xOf(scale, day)
    const before = spans.at(-1)
    if (before && Math.abs(before.to - left) < 0.01) before.to = left + scale.perDay
    else spans.push({ from: left, to: left + scale.perDay })
  }
  return spans
}

type Unit = "day" | "week" | "month" | "quarter" | "year"

function unitOf(perDay: number): Unit {
  return perDay < 0.35 ? "year" : zoomOf(perDay)
}

function tickBefore({ perDay }: TimeScale, day: Ordinal): Ordinal {
  const unit = unitOf(perDay)
  if (unit === "day") return day
  if (unit === "week") return day - mondayOffset(day)
  return monthsFrom(day, unit, 0)
}

function tickAfter({ perDay }: TimeScale, day: Ordinal): Ordinal {
  const unit = unitOf(perDay)
  if (unit === "day") return day + 1
  if (unit === "week") return day + 7
  return monthsFrom(day, unit, 1)
}

function wordsOf({ perDay, first }: TimeScale, day: Ordinal): { label: string; strong: boolean } {
  const unit = unitOf(perDay)
  const { year, month, date } = partsOf(day)
  const word = shortMonthNames[month] ?? ""
  if (unit === "day" || unit === "week") {
    const opens = unit === "day" ? date === 1 : date <= 7
    return { label: opens || day === first ? `${date} ${word}` : `${date}`, strong: opens }
  }
  if (unit === "year") return { label: `${year}`, strong: false }
  const opens = month === 0
  if (unit === "quarter") return { label: opens ? `Q1 ${year}` : `Q${month / 3 + 1}`, strong: opens }
  return { label: opens ? `${word} ${year}` : word, strong: opens }
}

const mondayOffset = (day: Ordinal): number => (((day + 3) % 7) + 7) % 7

function partsOf(day: Ordinal) {
  const at = new Date(day * MS_PER_DAY)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), date: at.getUTCDate() }
}

/** The first day of the month, quarter or year of a day, or of one `steps` later. */
function monthsFrom(day: Ordinal, unit: "month" | "quarter" | "year", steps: number): Ordinal {
  const length = unit === "month" ? 1 : unit === "quarter" ? 3 : 12
  const { year, month } = partsOf(day)
  return Date.UTC(year, Math.floor(month / length) * length + steps * length, 1) / MS_PER_DAY
}

const quarterStart = (day: Ordinal, steps: number): Ordinal => monthsFrom(day, "quarter", steps)
