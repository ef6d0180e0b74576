import type * as z from "zod"
import { once } from "@/lib/base/kernel/once"
import { ProgrammeChange, type ProgrammeView } from "@/lib/plan/roadmap/programme"
import { byField, type Draft, type FieldErrors, filled } from "./draft"

/** A programme's settings as they are being typed. */
export type SettingsFields = Omit<Draft, "leftOut">
export type SettingsChange = Omit<
  z.input<typeof ProgrammeChange>,
  "version" | "archived" | "nearCriticalDays" | "progressOverride"
>

/** The saved settings as a form shows them; a holiday's row is known by its day. */
export const settingsOf = (programme: ProgrammeView): SettingsFields => {
  const { name, organisation, sponsor, clouds, startDay, timeZone, weekend, holidays, currency } = programme
  return {
    ...{ name, organisation, sponsor: sponsor ?? "", clouds, startDay, timeZone, weekend, currency },
    holidays: holidays.map(({ day, name }) => ({ id: day, day, name })),
  }
}

function asSent(fields: SettingsFields): Required<SettingsChange> {
  const { name, organisation, sponsor, clouds, startDay, timeZone, weekend, currency } = fields
  return {
    ...{ name: name.trim(), organisation: organisation.trim(), sponsor: sponsor.trim() || null, startDay },
    ...{ clouds: [...clouds], timeZone: timeZone ?? "", weekend: [...weekend] },
    currency: currency.trim().toUpperCase(),
    holidays: filled(fields).map((row) => ({ day: row.day, name: row.name.trim() })),
  }
}

/** The change that makes a saved programme what was typed; empty when it is that already. */
export function changeTo(fields: SettingsFields, saved: ProgrammeView): SettingsChange {
  const mine = asSent(fields)
  const theirs = asSent(settingsOf(saved))
  const differs = (name: string) =>
    JSON.stringify(Reflect.get(mine, name)) !== JSON.stringify(Reflect.get(theirs, name))
  return Object.fromEntries(
    Object.keys(mine)
      .filter(differs)
      .map((name) => [name, Reflect.get(mine, name)]),
  )
}

/** What the operation's own shape says about a change, before it is sent. */
export function faultsOf(fields: SettingsFields, change: SettingsChange): FieldErrors {
  const parsed = ProgrammeChange.safeParse({ version: 1, ...change })
  return parsed.success ? {} : byField(fields, parsed.error.issues)
}

const words: Record<keyof SettingsFields, string> = {
  ...{ name: "the name", organisation: "the organisation", sponsor: "the sponsor", clouds: "the clouds" },
  ...{ startDay: "the start", timeZone: "the time zone", weekend: "the days off", holidays: "the holidays" },
  currency: "the currency",
}
const list = once(() => new Intl.ListFormat("en-GB"))

/** What differs between two states of a programme: `the name and the holidays`. */
export function sayDifference(before: ProgrammeView, after: ProgrammeView): string {
  const change = changeTo(settingsOf(after), before)
  const changed = Object.entries(words).flatMap(([name, word]) => (name in change ? [word] : []))
  const put = before.archived === after.archived ? [] : ["whether it is archived"]
  return list().format([...changed, ...put]) || "this programme"
}
