import type { Day } from "./day"

export const monthNames = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
] as const
export const shortMonthNames = monthNames.map((name) => name.slice(0, 3))

/** `6 Mar`, and `6 Mar 2027` in another year than today's. */
export function sayDay(day: Day, today: Day): string {
  const [year, month, date] = day.split("-")
  const short = `${Number(date)} ${shortMonthNames[Number(month) - 1]}`
  return today.startsWith(`${year}-`) ? short : `${short} ${year}`
}

/** `20 Nov 2026`: the day of an instant in UTC. */
export function sayDayOf(instant: string): string {
  const at = new Date(instant)
  return `${at.getUTCDate()} ${shortMonthNames[at.getUTCMonth()]} ${at.getUTCFullYear()}`
}
