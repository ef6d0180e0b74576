import * as z from "zod"
import { Day, Id, line } from "@/lib/base/kernel/shapes"
import { programmeRoles } from "@/lib/door/access/policy"
import { clouds } from "@/lib/pack/clouds"

export const Cloud = z.enum(clouds)
const Clouds = z.array(Cloud).min(1, "Choose at least one cloud.").max(3)

/** True for a name of the IANA time zone database that this machine knows. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name })
    return /^[A-Za-z]/.test(name)
  } catch {
    return false
  }
}
export const TimeZone = z.string().max(64).refine(isTimeZone, "Choose a time zone such as Europe/Berlin.")

/** ISO weekdays off, 1 (Monday) to 7 (Sunday); at least one day of the week is worked. */
export const Weekend = z
  .array(z.int().min(1).max(7))
  .max(6, "Keep at least one working day.")
  .refine((days) => new Set(days).size === days.length, "List each weekday only once.")
export const Holiday = z.strictObject({ day: Day, name: line(80) }).meta({ id: "Holiday" })
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, "Enter a three-letter currency code, such as EUR.")
  .meta({ description: "ISO 4217" })

/** What a new programme starts from. Keys left out are keys of the pack: stages, workstreams or activities. */
export const NewProgramme = z.strictObject({
  name: line(80),
  organisation: line(80),
  sponsor: line(80).nullable().default(null),
  clouds: Clouds,
  startDay: Day,
  timeZone: TimeZone,
  weekend: Weekend.default([6, 7]),
  holidays: z.array(Holiday).max(400).default([]),
  currency: Currency.default("EUR"),
  packRelease: z.string().max(20),
  leaveOut: z.array(z.string().max(80)).max(400).default([]),
})
export type NewProgramme = z.output<typeof NewProgramme>

export const ProgrammeView = z
  .strictObject({
    id: Id,
    name: z.string(),
    organisation: z.string(),
    sponsor: z.string().nullable(),
    clouds: z.array(Cloud),
    startDay: Day,
    timeZone: z.string(),
    weekend: z.array(z.int()),
    holidays: z.array(Holiday),
    currency: z.string(),
    packRelease: z.string(),
    nearCriticalDays: z.int().meta({ description: "Work with at most so much total slack is near-critical." }),
    progressOverride: z.boolean().meta({
      description: "Whether work that began out of sequence continues at once; else its remainder waits.",
    }),
    demo: z.boolean(),
    archived: z.boolean(),
    version: z.int(),
  })
  .meta({ id: "Programme" })
export type ProgrammeView = z.output<typeof ProgrammeView>

/** A line of the portfolio. `role` is the asking user's. */
export const ProgrammeSummary = z
  .strictObject({
    id: Id,
    name: z.string(),
    organisation: z.string(),
    role: z.enum(programmeRoles),
    demo: z.boolean(),
    archived: z.boolean(),
    startDay: Day,
    items: z.int(),
    done: z.int(),
    blocked: z.int(),
    claimedPercent: z.number().nullable().meta({ description: "0 to 100; null when nothing is planned." }),
  })
  .meta({ id: "ProgrammeSummary" })
export type ProgrammeSummary = z.output<typeof ProgrammeSummary>

export const ProgrammeChange = z.strictObject({
  version: z.int(),
  name: line(80).optional(),
  organisation: line(80).optional(),
  sponsor: line(80).nullable().optional(),
  clouds: Clouds.optional(),
  startDay: Day.optional(),
  timeZone: TimeZone.optional(),
  weekend: Weekend.optional(),
  holidays: z.array(Holiday).max(400).optional(),
  currency: Currency.optional(),
  nearCriticalDays: z
    .int("Enter a whole number of working days.")
    .min(0, "Enter 0 or more working days.")
    .max(100, "Enter at most 100 working days.")
    .optional(),
  progressOverride: z.boolean().optional(),
  archived: z.boolean().optional(),
})
export type ProgrammeChange = z.output<typeof ProgrammeChange>
