import { type Day, dayOf, isDay, type Ordinal, ordinalOf } from "@/lib/base/kernel/day"
import { FaultFound, shown } from "./fault"
import type { XmlRecord } from "./xml-records"

/** Minutes since the beginning of 1970-01-01, in the time of the file itself, which names no zone. */
export type LocalMinute = number
export const MINUTES_PER_DAY = 1440

export const ordinalAt = (moment: LocalMinute): Ordinal => Math.floor(moment / MINUTES_PER_DAY)
export const minuteOfDay = (moment: LocalMinute): number => moment - ordinalAt(moment) * MINUTES_PER_DAY
export const dayAt = (moment: LocalMinute): Day => dayOf(ordinalAt(moment))
export const startOf = (value: Day): LocalMinute => ordinalOf(value) * MINUTES_PER_DAY

/** The first child of that name; undefined where there is none or it is empty. */
function child(record: XmlRecord, name: string): XmlRecord | undefined {
  const found = record.children.find((each) => each.name === name)
  return found && (found.text.trim() !== "" || found.children.length > 0) ? found : undefined
}

export const childrenOf = (record: XmlRecord, name: string): readonly XmlRecord[] =>
  record.children.filter((each) => each.name === name)

export const textOf = (record: XmlRecord, name: string): string | null => child(record, name)?.text.trim() ?? null

/** @throws FaultFound when there is something else than a number */
export function numberOf(record: XmlRecord, name: string): number | null {
  const found = child(record, name)
  return found ? numberIn(found) : null
}

export function numberIn(record: XmlRecord): number {
  const text = record.text.trim()
  const value = Number(text)
  if (text === "" || !Number.isFinite(value) || Math.abs(value) > 1e15 || /^[+-]?0[xob]/i.test(text))
    throw new FaultFound(`${record.name} is "${shown(text)}", not a number.`, record)
  return value
}

/** @throws FaultFound when there is something else than 0, 1, true or false */
export function flagOf(record: XmlRecord, name: string): boolean {
  const found = child(record, name)
  if (!found) return false
  const text = found.text.trim().toLowerCase()
  if (text === "1" || text === "true" || text === "-1") return true
  if (text === "0" || text === "false") return false
  throw new FaultFound(`${name} is "${shown(text)}", not 0 or 1.`, found)
}

/** What a day, a week and a month of a duration are, in minutes. */
export type DurationUnits = { readonly day: number; readonly week: number; readonly month: number }
/** Those of the clock: a month is 30 days, as Project takes elapsed ones. */
export const clockUnits: DurationUnits = {
  day: MINUTES_PER_DAY,
  week: 7 * MINUTES_PER_DAY,
  month: 30 * MINUTES_PER_DAY,
}

const part = (letter: string): string => `(?:(-?\\d+(?:\\.\\d+)?)${letter})?`
/** ISO 8601 durations; some tools write the sign before each number instead of before the P. */
const DURATION = new RegExp(
  `^(-)?P${["Y", "M", "W", "D"].map(part).join("")}(?:T${["H", "M", "S"].map(part).join("")})?$`,
)

/**
 * Minutes of an XML duration such as PT8H0M0S, negative where it says so; days, weeks and months count as `units` says.
 * @throws FaultFound when it is none
 */
export function minutesOf(record: XmlRecord, name: string, units: DurationUnits): number | null {
  const found = child(record, name)
  if (!found) return null
  const text = found.text.trim()
  const parts = text.length < 60 && text.length > 2 ? DURATION.exec(text) : null
  if (!parts) throw new FaultFound(`${name} is "${shown(text)}", not a duration such as PT8H0M0S.`, found)
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(2)
    .map((each) => Number(each ?? 0))
  const total =
    (years * 12 + months) * units.month + weeks * units.week + days * units.day + hours * 60 + minutes + seconds / 60
  if (Math.abs(total) > 1e9) throw new FaultFound(`${name} is too long.`, found)
  return parts[1] ? -total : total
}

const MOMENT = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/

/** A date and time. Null for the years before 1900 that some tools write for "none". @throws FaultFound when it is neither */
export function momentOf(record: XmlRecord, name: string): LocalMinute | null {
  const found = child(record, name)
  return found ? momentIn(found) : null
}

/** The same for the end of something: a date without a time is the end of that day. */
export function endOf(record: XmlRecord, name: string): LocalMinute | null {
  const found = child(record, name)
  const moment = found ? momentIn(found) : null
  return found && moment !== null && found.text.trim().length === 10 ? moment + MINUTES_PER_DAY : moment
}

/** The day on whose end, or before, a moment lies: midnight ends the day before. */
export const dayEndingAt = (moment: LocalMinute): Day => dayOf(Math.ceil(moment / MINUTES_PER_DAY) - 1)

function momentIn(record: XmlRecord): LocalMinute | null {
  const text = record.text.trim()
  const parts = text.length < 40 ? MOMENT.exec(text) : null
  const date = parts?.[1] ?? ""
  const [hours, minutes, seconds] = [2, 3, 4].map((at) => Number(parts?.[at] ?? 0))
  const year = Number(date.slice(0, 4))
  if (parts && (year < 1900 || year > 2199)) return null
  if (!isDay(date) || (hours ?? 0) > 24 || (minutes ?? 0) > 59)
    throw new FaultFound(`${record.name} is "${shown(text)}", not a date such as 2026-03-02T08:00:00.`, record)
  return startOf(date) + (hours ?? 0) * 60 + (minutes ?? 0) + ((seconds ?? 0) >= 30 ? 1 : 0)
}

const TIME = /^(?:\d{4}-\d\d-\d\dT)?(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?$/

/** Minutes since midnight. @throws FaultFound when it is no time of day */
export function timeOf(record: XmlRecord, name: string): number | null {
  const found = child(record, name)
  if (!found) return null
  const text = found.text.trim()
  const parts = text.length < 40 ? TIME.exec(text) : null
  const [hours, minutes] = [Number(parts?.[1] ?? 99), Number(parts?.[2] ?? 99)]
  if (hours > 24 || minutes > 59)
    throw new FaultFound(`${name} is "${shown(text)}", not a time such as 08:00:00.`, found)
  return hours * 60 + minutes
}

/** Codes of Project's units that count the hours of the clock instead of those of a calendar. */
const elapsedFormats = new Set([4, 6, 8, 10, 12, 20, 36, 38, 40, 42, 44, 52])
const percentFormats = new Set([19, 20, 51, 52])
export const isElapsedFormat = (format: number | null): boolean => format !== null && elapsedFormats.has(format)
export const isPercentFormat = (format: number | null): boolean => format !== null && percentFormats.has(format)
