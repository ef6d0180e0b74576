import { cut } from "@/lib/base/kernel/cut"
import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { type DayOrder, type DaysInLine, daysInLine, dayWritten, onlyOrder } from "./pasted-days"

export type PastedHolidays = {
  readonly holidays: readonly { readonly day: Day; readonly name: string }[]
  /** The lines in which no day was found. */
  readonly unread: readonly string[]
  /** The lines whose numbers may be day and month or month and day, and nothing in the list says which. */
  readonly open: readonly string[]
}

const MOST_NAME = 80
/** Longer than so many days nobody is away. */
const LONGEST = 366

/**
 * Reads a list of holidays as people paste it: in each line a day with its year, or a range of days, and a name, in either
 * order, with any separator. `7/4/2026` is read as the rest of the list has it: one `12/25/2026` says that months come first. Where
 * nothing says so, or the list says both, such lines are open until `chosen` says it. With dots the day comes first.
 */
export function readHolidays(text: string, chosen: DayOrder | null = null): PastedHolidays {
  const lines = text.split(/\r?\n/).flatMap((each) => (each.trim() === "" ? [] : [each.trim()]))
  const found = lines.map((line) => ({ line, days: daysInLine(line) }))
  const orderOf = orders(
    found.flatMap(({ days }) => days ?? []),
    chosen,
  )
  const holidays = new Map<Day, string>()
  const unread: string[] = []
  const open: string[] = []
  for (const { line, days } of found) {
    const order = days && orderOf(days)
    const range = days && order !== "open" ? rangeOf(days, order) : null
    if (order === "open") open.push(line)
    else if (!days || !range) unread.push(line)
    else for (let at = range.from; at <= range.to; at++) holidays.set(dayOf(at), nameIn(days.rest))
  }
  const sorted = [...holidays].map(([day, name]) => ({ day, name })).sort((a, b) => (a.day < b.day ? -1 : 1))
  return { holidays: sorted, unread, open }
}

/** What the whole list says about the order of two numbers, by the sign between them. */
function orders(list: readonly DaysInLine[], chosen: DayOrder | null) {
  const votes = new Map<string, Set<DayOrder>>()
  for (const written of list.flatMap(({ from, to }) => (to ? [from, to] : [from]))) {
    const order = onlyOrder(written)
    const sign = written.open?.sign ?? ""
    if (order) votes.set(sign, (votes.get(sign) ?? new Set()).add(order))
  }
  return ({ from, to }: DaysInLine): DayOrder | "open" | null => {
    const written = from.open ? from : to
    if (!written?.open) return null
    const own = onlyOrder(from) ?? (to && onlyOrder(to))
    const [first, ...more] = votes.get(written.open.sign) ?? []
    const said = more.length > 0 ? null : first
    if (own ?? said ?? chosen) return own ?? said ?? chosen
    if (written.open.first === written.open.second && !to) return "day-first"
    if (written.open.first > 12) return "day-first"
    return written.open.sign === "." && more.length === 0 ? "day-first" : "open"
  }
}

function rangeOf({ from, to }: DaysInLine, order: DayOrder | null): { from: number; to: number } | null {
  const first = dayWritten(from, to, order)
  const last = to ? dayWritten(to, from, order) : first
  if (first === null || last === null) return null
  const range = { from: ordinalOf(first), to: ordinalOf(last) }
  return range.to >= range.from && range.to - range.from < LONGEST ? range : null
}

const WEEKDAY = /^(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?\.?$/i

function nameIn(rest: string): string {
  const plain = rest.replaceAll(/\s+/g, " ").replaceAll(/^[\s,;:|-]+|[\s,;:|(-]+$/g, "")
  return plain === "" || WEEKDAY.test(plain) ? "Holiday" : cut(plain, MOST_NAME)
}
