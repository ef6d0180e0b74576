import type { Day } from "@/lib/base/kernel/day"
import { monthNames, shortMonthNames } from "@/lib/base/kernel/day-words"
import { grouped } from "@/lib/base/kernel/grouped"
import type { KpiSource } from "./kpi"
import type { Standing } from "./kpi-line"
import { type Cadence, isoWeekOf } from "./period"

const signs: Readonly<Record<string, string>> = { EUR: "€", USD: "$", GBP: "£" }
/** Units that stand for themselves, and how they follow the number. */
const after: Readonly<Record<string, string>> = {
  ...{ "%": "%", count: "", ratio: "×", days: " d", hours: " h", s: " s", NPS: "" },
}
const MINUS = "−"

/** A value in the unit of its KPI: `25 d`, `€41,310`, `83%`, `1.18×`, `412 users`, `+24`. */
export function sayValue(value: number, unit: string, currency: string): string {
  const size = Math.abs(value)
  const number = grouped(size, placesOf(size, unit))
  const sign = value < 0 ? MINUS : unit === "NPS" && value > 0 ? "+" : ""
  if (unit === "money") return `${sign}${signs[currency] ?? `${currency} `}${number}`
  return `${sign}${number}${after[unit] ?? ` ${unit}`}`
}

/** What a value gained or lost: `−2 d`, `+9 pt`, `no change`. */
export function sayGain(gain: number, unit: string, currency: string): string {
  const said = sayValue(Math.abs(gain), unit === "%" ? " pt" : unit === "NPS" ? "count" : unit, currency)
  const text = unit === "%" ? said.replace(/\s+pt$/, " pt") : said
  return /^\D*0(\.0+)?\D*$/.test(text) ? "no change" : `${gain < 0 ? MINUS : "+"}${text}`
}

/** Beside a value that names what it counts, a change is told without the noun. */
export const gainUnit = (unit: string): string => (/^[a-z]{4,}$/.test(unit) && !measures.has(unit) ? "count" : unit)
const measures: ReadonlySet<string> = new Set(["days", "hours", "money", "ratio"])

/** What stands beside a field for the value. */
export const sayUnit = (unit: string, currency: string): string =>
  unit === "money" ? currency : unit === "count" ? "" : unit

const placesOf = (size: number, unit: string): number =>
  unit === "money" && size >= 100 ? 0 : unit === "ratio" ? 2 : size >= 100 ? 0 : size >= 10 ? 1 : 2

const sourceWords: Readonly<Record<KpiSource, string>> = {
  ...{ typed: "typed", imported: "imported", fact: "measured", formula: "computed" },
}
export const saySource = (source: KpiSource): string => sourceWords[source]

/** Where a KPI stands, in words. */
export function sayStanding(standing: Standing): string {
  switch (standing.kind) {
    case "on-path":
      return "on path"
    case "met":
      return "target met"
    case "ahead":
    case "behind":
      return `${standing.weeks} ${standing.weeks === 1 ? "week" : "weeks"} ${standing.kind}`
    case "worse-than-baseline":
      return "worse than start"
    case "beyond-path":
      return "off its path"
    case "in-range":
      return "within range"
    case "out-of-range":
      return "outside range"
    case "unknown":
      return "Unknown"
  }
}

/** Why a KPI's standing is not known. */
export const whyUnknown = (why: Extract<Standing, { kind: "unknown" }>["why"], last: Day | null): string =>
  why === "no-value"
    ? "no value yet"
    : why === "no-goal"
      ? "no path yet"
      : `no facts since ${last ? sayShort(last) : ""}`

/** `27 Nov`, and with the year where it is another one than today's. */
export function sayShort(at: Day, today?: Day): string {
  const [year = "", month = "1", date = "1"] = at.split("-")
  const short = `${Number(date)} ${shortMonthNames[Number(month) - 1] ?? ""}`
  return today && !today.startsWith(year) ? `${short} ${year}` : short
}

export const monthOf = (at: Day): string => shortMonthNames[Number(at.split("-")[1]) - 1] ?? ""

/** `November 2026`, `Q4 2026`, `2026-W53`. */
export function sayPeriod({ from }: { readonly from: Day }, cadence: Cadence): string {
  const [year = "", month = "1"] = from.split("-")
  if (cadence === "weekly") return isoWeekOf(from)
  return cadence === "monthly" ? `${monthNames[Number(month) - 1]} ${year}` : `Q${Math.ceil(Number(month) / 3)} ${year}`
}
