import { ok, type Result, refuse } from "@/lib/base/kernel/result"

type Cell<Value> = Result<Value, string>

/** A finite number as people and programs write it, without units or thousands; an empty cell is null. */
export function numberIn(text: string): Cell<number | null> {
  const trimmed = text.trim()
  if (trimmed === "" || trimmed === "null") return ok(null)
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(trimmed)) return refuse(`${quoted(trimmed)} is not a number.`)
  const value = Number(trimmed)
  return Number.isFinite(value) && Math.abs(value) <= 1e18
    ? ok(value)
    : refuse(`${quoted(trimmed)} is beyond all measure.`)
}

const PATTERN = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|UTC|[+-]\d{2}:?\d{2})?)?$/
const MS_PER_DAY = 86_400_000

/**
 * A day or an instant, without a zone in UTC, as an instant with milliseconds in UTC. Refused when there is no such day,
 * when it is older than the platform, or more than a day after `now`.
 */
export function instantIn(text: string, now: string): Cell<string> {
  const [, day, time = "00:00", zone = "Z"] = PATTERN.exec(text.trim()) ?? []
  if (day === undefined) return refuse(`${quoted(text)} is not a time such as 2026-11-20T08:00:00Z.`)
  const colon = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.replace("UTC", "Z")
  const at = new Date(`${day}T${time.replace(/(\.\d{3})\d+$/, "$1")}${colon}`)
  const midnight = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || !midnight.toISOString().startsWith(day))
    return refuse(`${quoted(text)} is no day or time that exists.`)
  if (at.getTime() > Date.parse(now) + MS_PER_DAY) return refuse(`${quoted(text)} lies in the future.`)
  if (day < "2013-01-01") return refuse(`${quoted(text)} is before there was a platform to measure.`)
  return ok(at.toISOString())
}

/** A short text in one line, without anything that could be a person's address. */
export function nameIn(text: string, max = 300): Cell<string> {
  const trimmed = text.trim()
  if (trimmed.length > max) return refuse(`This is longer than ${max} characters.`)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(trimmed) || !trimmed.isWellFormed())
    return refuse("This holds characters that are no text.")
  if (/[^\s@]+@[^\s@]+\.[^\s@]+/.test(trimmed))
    return refuse("This holds an e-mail address. Facts are counts, never people.")
  return ok(trimmed)
}

const quoted = (text: string): string => `"${text.trim().slice(0, 40)}"`
