import { type DayText, readDay } from "@/components/ui/day-text"

export type PastedHolidays = {
  readonly holidays: readonly { readonly day: DayText; readonly name: string }[]
  /** The lines in which no day was found. */
  readonly unread: readonly string[]
}

const DAY_FIRST =
  /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}\.?\s+[a-z]{3,9}\.?\s+\d{4})\b[\s,;:\t-]*(.*)$/i
const DAY_LAST =
  /^(.*?)[\s,;:\t-]+(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}\.?\s+[a-z]{3,9}\.?\s+\d{4})$/i

/** Reads a list of holidays as people paste it: a day and a name in each line, in either order, with any separator. */
export function readHolidays(text: string): PastedHolidays {
  const holidays = new Map<string, string>()
  const unread: string[] = []
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    if (line === "") continue
    const read = readLine(line)
    if (read) holidays.set(read.day, read.name)
    else unread.push(line)
  }
  return {
    holidays: [...holidays].map(([day, name]) => ({ day, name })).sort((a, b) => (a.day < b.day ? -1 : 1)),
    unread,
  }
}

function readLine(line: string): { day: DayText; name: string } | null {
  const first = DAY_FIRST.exec(line)
  const last = first ? null : DAY_LAST.exec(line)
  const [dayText, name] = first ? [first[1], first[2]] : [last?.[2], last?.[1]]
  // Every accepted form carries its year, so the day is read the same whenever it is pasted.
  const day = dayText ? readDay(dayText, "2026-01-01") : null
  return day ? { day, name: (name ?? "").trim().slice(0, 80) || "Holiday" } : null
}
