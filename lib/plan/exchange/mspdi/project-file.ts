import type { LinkType } from "@/lib/plan/schedule/network"
import type { Place } from "./fault"
import type { LocalMinute } from "./values"

/** Working time of one day: minutes since midnight, rising. Empty when nobody works. */
export type Shifts = readonly { readonly from: number; readonly to: number }[]

/** Days, both inclusive, that differ from the week. */
export type CalendarException = {
  readonly name: string | null
  readonly from: number
  readonly to: number
  readonly shifts: Shifts
  /** Only these days of the range, as a rule that repeats; null is all of them. */
  readonly repeats: Repeat | null
  /** It ends after so many days that it names; null is at the end of its range only. */
  readonly occurrences: number | null
}
export type Repeat = {
  /** Project's own codes: 1 daily, 2 and 3 yearly, 4 and 5 monthly, 6 weekly, 7 every so many days, 8 weekdays. */
  readonly type: number
  readonly period: number
  /** Bits from Sunday (1) to Saturday (64). */
  readonly daysOfWeek: number
  readonly month: number
  readonly monthDay: number
  readonly monthPosition: number
  readonly monthItem: number
}
export type FileCalendar = Place & {
  readonly uid: number
  readonly name: string
  readonly baseUid: number | null
  /** By weekday, 0 Sunday to 6 Saturday; undefined is as in the base. */
  readonly week: readonly (Shifts | undefined)[]
  readonly exceptions: readonly CalendarException[]
  /** Weeks of their own within a range of days. */
  readonly workWeeks: readonly { from: number; to: number; week: readonly (Shifts | undefined)[] }[]
}

export type FileLink = Place & {
  readonly fromUid: number
  readonly type: LinkType
  /** Tenths of a minute, or percent of the predecessor's duration when the format says so. */
  readonly lag: number
  readonly lagFormat: number | null
  readonly crossProject: boolean
}
export type FileBaseline = {
  readonly number: number
  readonly start: LocalMinute | null
  readonly finish: LocalMinute | null
  readonly minutes: number | null
}
export const constraintTypes = ["ASAP", "ALAP", "MSO", "MFO", "SNET", "SNLT", "FNET", "FNLT"] as const
export type ConstraintType = (typeof constraintTypes)[number]

export type FileTask = Place & {
  readonly uid: number
  readonly id: number
  readonly guid: string | null
  readonly name: string
  readonly outlineLevel: number
  readonly wbs: string | null
  readonly summary: boolean
  readonly milestone: boolean
  readonly manual: boolean
  readonly active: boolean
  /** Stands for tasks of another file. */
  readonly external: boolean
  readonly estimated: boolean
  /** Minutes, of the clock when `elapsed`. */
  readonly minutes: number
  /** What says how long it is: the file, its start and finish where the file says nothing usable, or nothing. */
  readonly lengthFrom: "file" | "dates" | "nothing"
  readonly elapsed: boolean
  readonly percent: number
  readonly start: LocalMinute | null
  readonly finish: LocalMinute | null
  readonly actualStart: LocalMinute | null
  readonly actualFinish: LocalMinute | null
  /** Where what is left of work under way goes on, and how long it is in minutes. */
  readonly resume: LocalMinute | null
  readonly remainingMinutes: number | null
  readonly constraint: ConstraintType
  readonly constraintDate: LocalMinute | null
  readonly deadline: LocalMinute | null
  readonly calendarUid: number | null
  readonly ignoresResourceCalendars: boolean
  readonly levelingDelay: number
  readonly earlyStart: LocalMinute | null
  readonly earlyFinish: LocalMinute | null
  /** Minutes; null where the file does not say. */
  readonly totalSlack: number | null
  readonly freeSlack: number | null
  readonly critical: boolean | null
  readonly notes: string
  readonly links: readonly FileLink[]
  readonly baselines: readonly FileBaseline[]
  /** Values of extended attributes by field id. */
  readonly extended: Readonly<Record<string, string>>
}
export type FileResource = {
  readonly uid: number
  readonly name: string
  readonly work: boolean
  readonly calendarUid: number | null
}
export type FileAssignment = {
  readonly taskUid: number
  readonly resourceUid: number
  readonly units: number
  readonly workMinutes: number
  /** Work that is not spread evenly, or not begun and ended with its task. */
  readonly isContoured: boolean
}

/** All that is read of a Microsoft Project XML file. */
export type ProjectFile = {
  readonly name: string | null
  readonly title: string | null
  /** What stays the same when the file is saved again: its GUID, or the moment it was made and its title. */
  readonly identity: string
  /** The same, and what the file would be called had it lost its GUID. */
  readonly identities: readonly string[]
  readonly start: LocalMinute | null
  readonly statusDate: LocalMinute | null
  readonly fromStart: boolean
  readonly minutesPerDay: number
  readonly minutesPerWeek: number
  readonly criticalLimit: number
  /** Every task that nothing waits for ends a path of its own. */
  readonly manyPaths: boolean
  readonly calendarUid: number | null
  readonly calendars: readonly FileCalendar[]
  /** In the order of the file, without the project's own summary (outline level 0) and without empty lines. */
  readonly tasks: readonly FileTask[]
  readonly emptyTasks: number
  readonly resources: readonly FileResource[]
  readonly assignments: readonly FileAssignment[]
  /** Names of extended attributes by field id. */
  readonly attributeNames: Readonly<Record<string, string>>
}
