import { rounded } from "@/lib/base/kernel/rounded"
import type { Cause } from "@/lib/plan/forecast/causes"
import type { MoveKind } from "@/lib/plan/forecast/steps"

/** The kinds of change as the page names them. */
export const moveKindNames: Readonly<Record<MoveKind, string>> = {
  method: "Method",
  scope: "Scope",
  estimates: "Estimates",
  progress: "Progress and delays",
  links: "Dependencies",
  risks: "Risks",
  calendar: "Calendar",
}

/** `+6 d`, `−3 d`, `0 d`: calendar days, later is positive. */
export const sayShift = (days: number): string => (days === 0 ? "0 d" : `${days > 0 ? "+" : "−"}${Math.abs(days)} d`)

/** `9 days later`, `1 day earlier`, `the same day`. */
export function sayMove(days: number): string {
  if (days === 0) return "the same day"
  return `${Math.abs(days)} ${Math.abs(days) === 1 ? "day" : "days"} ${days > 0 ? "later" : "earlier"}`
}

const tenths = (size: number) => rounded(size, 1)
const inDays = (size: number) => (size === 0 ? "" : `, ${tenths(size)} d`)

type NameOf = (id: string) => string | null

/** What one difference was, in a few words: `SAP extraction: estimate changed by 3 d`. */
export function sayCause({ about, id, what, size }: Cause, nameOf: NameOf): string {
  if (about === "time") return `${tenths(size)} ${size === 1 ? "day" : "days"} passed`
  if (about === "settings") return "forecast settings changed"
  if (about === "calendar") return calendarWords[what] ?? "the calendar changed"
  const name = (id === null ? null : nameOf(id)) ?? gone[about]
  return `${name} ${deeds(size)[what] ?? "changed"}`
}

const gone = { item: "work", workstream: "a workstream", gate: "a gate", link: "a link", risk: "a risk" } as const

const calendarWords: Partial<Record<Cause["what"], string>> = {
  "start-day": "the programme start moved",
  weekend: "working days changed",
  holidays: "holidays changed",
}

const deeds = (size: number): Partial<Record<Cause["what"], string>> => ({
  added: `was added${inDays(size)}`,
  removed: `was removed${inDays(size)}`,
  dropped: `was dropped${inDays(size)}`,
  "taken-up": `was resumed${inDays(size)}`,
  moved: "was moved",
  estimate: size === 0 ? "was re-estimated" : `was re-estimated by ${tenths(size)} d`,
  started: "started",
  finished: "finished",
  reopened: "was reopened",
  status: "changed status",
  percent: size === 0 ? "made progress" : `progressed by ${tenths(size)} d`,
  "start-constraint": "has a new earliest start",
  "actual-days": "has new actual dates",
  passed: "passed",
  "more-likely": `has more exposure${inDays(size)}`,
  "less-likely": `has less exposure${inDays(size)}`,
})

/** `71%`; a chance that is neither nothing nor everything never reads as if it were. */
export function sayChance(chance: number): string {
  if (chance > 0 && chance < 0.01) return "<1%"
  if (chance < 1 && chance > 0.99) return ">99%"
  return `${rounded(chance * 100)}%`
}
