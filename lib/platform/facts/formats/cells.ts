import { cut } from "@/lib/base/kernel/cut"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"

type Cell<Value> = Result<Value, string>
/** `whole` is a count, `share` may be written in per cent. */
export type NumberForm = "whole" | "share" | "any"

/**
 * A finite number as programs write it, without units or thousands; an empty cell is null. A count written `1.000` is
 * refused: it is a thousand to some and one to others. A share may be written `97%`.
 */
export function numberIn(text: string, form: NumberForm = "any"): Cell<number | null> {
  const trimmed = text.trim()
  if (isNothing(trimmed)) return ok(null)
  const percent = form === "share" && /^[^%]*\d ?%$/.test(trimmed)
  const digits = percent ? trimmed.slice(0, -1).trimEnd() : trimmed
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(digits))
    return refuse(`${quoted(trimmed)} is not a number. ${hint(trimmed)}`.trim())
  if (form === "whole" && /^[+-]?\d{1,3}\.\d{3}$/.test(digits))
    return refuse(`${quoted(trimmed)} is ambiguous. Enter ${digits.replace(".", "")} or ${parseInt(digits, 10)}.`)
  const value = percent ? perCent(digits) : Number(digits)
  return Number.isFinite(value) && Math.abs(value) <= 1e18 ? ok(value) : refuse(`${quoted(trimmed)} is too large.`)
}

/** 97.3% is 0.973 and not 0.9730000000000001: the point is moved in the text. */
const perCent = (digits: string): number => Number(/[eE]/.test(digits) ? Number(digits) / 100 : `${digits}e-2`)

const hint = (text: string): string =>
  /^[+-]?[\d.,' \u00a0\u202f]+%?$/.test(text) ? "Use a decimal point and no thousands separators." : ""

/** As tools write a cell without anything in it. */
export const isNothing = (text: string): boolean => /^(|null|none)$/i.test(text.trim())

const PATTERN = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|UTC|[+-]\d{2}:?\d{2})?)?$/
/** Clocks differ a little; whatever claims to be later is refused. */
const AHEAD_MS = 300_000
/** A day without an hour may have begun already where the clocks are first. */
const DAY_AHEAD_MS = 14 * 3_600_000

/**
 * A day or an instant, without a zone in UTC, as an instant with milliseconds in UTC. Refused when there is no such day,
 * when it is older than the platform, or more than five minutes after `now`. Of a day alone it is its first moment, and
 * never one that is still to come.
 */
export function instantIn(text: string, now: string): Cell<string> {
  const [, day, time, zone = "Z"] = PATTERN.exec(text.trim()) ?? []
  if (day === undefined) return refuse(`${quoted(text)} is not a time such as 2026-11-20T08:00:00Z.`)
  const colon = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.replace("UTC", "Z")
  const at = new Date(`${day}T${(time ?? "00:00").replace(/(\.\d{3})\d+$/, "$1")}${colon}`).getTime()
  const midnight = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at) || Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(day))
    return refuse(`${quoted(text)} isn't a valid date or time.`)
  const present = Date.parse(now)
  if (at > present + (time === undefined ? DAY_AHEAD_MS : AHEAD_MS)) return refuse(`${quoted(text)} is in the future.`)
  if (day < "2013-01-01") return refuse(`${quoted(text)} is too early.`)
  return ok(new Date(time === undefined ? Math.min(at, present) : at).toISOString())
}

/** In the addresses of storage accounts the container stands before an @. */
const STORAGE = /\b(abfss?|wasbs?):\/\/[^\s@/]+@/gi

/** A short text in one line, without anything that could be a person's address. */
export function nameIn(text: string, max = 300): Cell<string> {
  const trimmed = isNothing(text) ? "" : text.trim()
  if (trimmed.length > max) return refuse(`Longer than ${max} characters.`)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(trimmed) || !trimmed.isWellFormed()) return refuse("Contains invalid characters.")
  if (/[^\s@]+@[^\s@]+\.[^\s@]+/.test(trimmed.replaceAll(STORAGE, "$1://")))
    return refuse("Contains an e-mail address. Facts must not identify people.")
  return ok(trimmed)
}

const quoted = (text: string): string => `"${cut(text.trim(), 40)}"`
