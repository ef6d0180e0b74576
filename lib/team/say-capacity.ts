import type { Day } from "@/lib/base/kernel/day"
import type { Capacity, CapacityCell, PersonRow, RoleRow } from "./capacity"

const months = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
]
/** "March", or "March 2028" in another year than today's or the next. */
function sayMonth(month: string, today: Day): string {
  const [year = "", number = ""] = month.split("-")
  const isNear = Number(year) - Number(today.slice(0, 4)) <= 1
  return `${months[Number(number) - 1] ?? month}${isNear ? "" : ` ${year}`}`
}

/** "data engineers"; initials such as ML stay as they are. */
export const manyOf = (role: string): string =>
  `${role
    .split(" ")
    .map((word) => (/^[A-Z]{2,}/.test(word) ? word : word.toLowerCase()))
    .join(" ")}s`

/** Fewer people than this are not called a shortage. */
const LEAST = 0.1

export type Shortage = { readonly role: RoleRow; readonly people: number; readonly month: string }

/** Where people are missing most: each role in its worst month, the largest first. */
export function shortagesOf({ roles }: Capacity): readonly Shortage[] {
  return roles
    .flatMap((role) => {
      const worst = [...role.short]
        .map(([month, { days, full }]) => ({ role, month, people: full > 0 ? days / full : 0 }))
        .toSorted((a, b) => b.people - a.people || (a.month < b.month ? -1 : 1))[0]
      return worst && worst.people >= LEAST ? [worst] : []
    })
    .toSorted((a, b) => b.people - a.people)
}

/** "Short of 1.5 data engineers in March." Null where the work that is known fits. */
export function sayShortage(capacity: Capacity, today: Day): string | null {
  const [worst] = shortagesOf(capacity)
  return worst
    ? `Short of ${worst.people.toFixed(1)} ${manyOf(worst.role.name)} in ${sayMonth(worst.month, today)}.`
    : null
}

/** "Priya Nair is over 100% for 3 weeks; everyone else fits." */
export function sayPeople({ roles }: Capacity): string {
  const over = roles
    .flatMap(({ people }) => people)
    .map(({ name, cells }) => ({ name, weeks: cells.filter((cell) => cell.over).length }))
    .filter(({ weeks }) => weeks > 0)
    .toSorted((a, b) => b.weeks - a.weeks || (a.name < b.name ? -1 : 1))
  const [first, second] = over
  if (!first) return "Everyone fits."
  const weeks = (count: number) => `${count} ${count === 1 ? "week" : "weeks"}`
  if (!second) return `${first.name} is over 100% for ${weeks(first.weeks)}; everyone else fits.`
  return `${over.length} people are over 100%, ${first.name} for ${weeks(first.weeks)}.`
}

/** Items without effort are unknown, not 0. Null where there are none. */
export function sayUnknown({ roles }: Capacity): string | null {
  const count = roles.reduce((sum, { unknown }) => sum + unknown, 0)
  if (count === 0) return null
  return `${count} ${count === 1 ? "item has" : "items have"} no effort yet and ${count === 1 ? "is" : "are"} not counted.`
}

export const percentOf = ({ demand, supply }: CapacityCell): number | null =>
  supply > 0 ? Math.round((100 * demand) / supply) : null

/** The last column of a row, in words. */
export function sayRole(row: RoleRow, today: Day): { text: string; tone: "short" | "over" | "plain" } {
  const [worst] = shortagesOf({ weeks: [], roles: [row] })
  if (worst) return { text: `Short of ${worst.people.toFixed(1)} in ${sayMonth(worst.month, today)}`, tone: "short" }
  const days = [...row.short.values()].reduce((sum, each) => sum + each.days, 0)
  if (days >= 0.05) return { text: `${days.toFixed(1)} d don't fit`, tone: "over" }
  if (row.unknown > 0) return { text: `fits, ${row.unknown} without effort`, tone: "plain" }
  return { text: "fits", tone: "plain" }
}

export function sayPerson({ cells }: PersonRow): { text: string; tone: "over" | "plain" } {
  const over = cells.filter((cell) => cell.over)
  if (over.length === 0) return { text: "", tone: "plain" }
  const most = Math.max(...over.map((cell) => percentOf(cell) ?? 0))
  return { text: most > 100 ? `over, up to ${most}%` : "over within the week", tone: "over" }
}
