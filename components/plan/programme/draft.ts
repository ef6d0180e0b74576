import type * as z from "zod"
import type { CallRefusal } from "@/lib/door/call"
import type { Cloud } from "@/lib/pack/clouds"
import type { ReleaseOutline } from "@/lib/pack/outline"
import { choose, type LeftOut, leaveOutKeys, ofOtherClouds } from "@/lib/plan/roadmap/preview"
import { NewProgramme } from "@/lib/plan/roadmap/programme"

export type HolidayRow = { readonly id: string; readonly day: string; readonly name: string }

/** A new programme as it is being typed. */
export type Draft = {
  readonly name: string
  readonly organisation: string
  readonly sponsor: string
  readonly clouds: readonly Cloud[]
  readonly startDay: string
  /** Null until it is chosen: then the browser's own. */
  readonly timeZone: string | null
  readonly weekend: readonly number[]
  readonly holidays: readonly HolidayRow[]
  readonly currency: string
  readonly leftOut: LeftOut
}

/** As much of a draft as says when a programme starts and on which days it works. */
export type CalendarDraft = Pick<Draft, "startDay" | "timeZone" | "weekend" | "holidays">

export const emptyDraft = (startDay: string): Draft => ({
  ...{ name: "", organisation: "", sponsor: "", clouds: [], startDay, timeZone: null, weekend: [6, 7] },
  ...{ holidays: [], currency: "EUR", leftOut: new Set<string>() },
})

/** Chooses clouds; activities that only the others need are left out, and those that were left out for that return. */
export function withClouds(draft: Draft, clouds: readonly Cloud[], outline: ReleaseOutline): Draft {
  const back = choose(draft.leftOut, ofOtherClouds(outline, draft.clouds), true)
  return { ...draft, clouds, leftOut: choose(back, ofOtherClouds(outline, clouds), false) }
}

/** The draft as the operation takes it; holiday rows in which nothing was written are none. */
export function inputOf(draft: Draft, outline: ReleaseOutline, browserZone: string): z.input<typeof NewProgramme> {
  const { name, organisation, sponsor, clouds, startDay, weekend, currency } = draft
  return {
    ...{ name, organisation, startDay, currency: currency.trim().toUpperCase() },
    sponsor: sponsor.trim() === "" ? null : sponsor,
    clouds: [...clouds],
    timeZone: draft.timeZone ?? browserZone,
    weekend: [...weekend],
    holidays: filled(draft).map((row) => ({ day: row.day, name: row.name })),
    packRelease: outline.key,
    leaveOut: leaveOutKeys(outline, draft.leftOut),
  }
}

/** The rows in which something was written. */
export const filled = ({ holidays }: Pick<Draft, "holidays">): readonly HolidayRow[] =>
  holidays.filter(({ day, name }) => day !== "" || name.trim() !== "")

/** Sentences by field: `name`, `holidays` as a whole, or `holidays.<row id>`. */
export type FieldErrors = Readonly<Record<string, string>>

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

/** What is wrong with a draft, each sentence at its field. */
export function byField(draft: Pick<Draft, "holidays">, issues: readonly Issue[]): FieldErrors {
  const rows = filled(draft)
  const entries = issues.map(({ path: [field, index], message }): [string, string] => {
    const row = field === "holidays" && index !== undefined ? rows[Number(index)] : undefined
    return [row ? `holidays.${row.id}` : String(field), message]
  })
  return Object.fromEntries(entries.reverse())
}

/** What the operation's own shape says about the draft, before it is sent. */
export function errorsOf(draft: Draft, input: z.input<typeof NewProgramme>): FieldErrors {
  const parsed = NewProgramme.safeParse(input)
  return parsed.success ? {} : byField(draft, parsed.error.issues)
}

/** What the server said about single fields. */
export const refusedFields = (draft: Pick<Draft, "holidays">, { fields = [] }: CallRefusal): FieldErrors =>
  byField(
    draft,
    fields.map(({ path, message }) => ({ path: path.split("."), message })),
  )
