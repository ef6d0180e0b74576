import { FaultFound, unlessFaulty } from "./fault"
import {
  constraintTypes,
  type FileAssignment,
  type FileBaseline,
  type FileLink,
  type FileResource,
  type FileTask,
} from "./project-file"
import {
  childrenOf,
  clockUnits,
  type DurationUnits,
  endOf,
  flagOf,
  isElapsedFormat,
  type LocalMinute,
  minutesOf,
  momentOf,
  numberOf,
  textOf,
} from "./values"
import type { XmlRecord } from "./xml-records"

/** In the order of their codes. */
const linkTypes = ["FF", "FS", "SF", "SS"] as const

function readLink(record: XmlRecord): FileLink[] {
  const fromUid = numberOf(record, "PredecessorUID")
  if (fromUid === null) return []
  const type = linkTypes[numberOf(record, "Type") ?? 1]
  if (!type) throw new FaultFound("A dependency has an invalid type; use 0 to 3.", record)
  return [
    {
      ...{ fromUid, type, lag: numberOf(record, "LinkLag") ?? 0, lagFormat: numberOf(record, "LagFormat") },
      ...{ crossProject: flagOf(record, "CrossProject"), line: record.line, column: record.column },
    },
  ]
}

function readBaseline(record: XmlRecord, units: DurationUnits): FileBaseline[] {
  const number = numberOf(record, "Number") ?? 0
  const [start, finish] = [momentOf(record, "Start"), endOf(record, "Finish")]
  if (finish === null || number < 0 || number > 10) return []
  const minutes = minutesOf(record, "Duration", units)
  return [{ number, start, finish, minutes: minutes !== null && minutes >= 0 ? minutes : null }]
}

/** Field ids are numbers; nothing else becomes a key. */
export const isFieldId = (text: string): boolean => /^\d{1,12}$/.test(text)

function extendedOf(record: XmlRecord): Readonly<Record<string, string>> {
  const values: Record<string, string> = {}
  for (const each of childrenOf(record, "ExtendedAttribute")) {
    const [id, value] = [textOf(each, "FieldID"), textOf(each, "Value")]
    if (id !== null && value !== null && isFieldId(id)) values[id] = value
  }
  return values
}

function percentOf(record: XmlRecord): number {
  const percent = numberOf(record, "PercentComplete") ?? 0
  if (percent < 0 || percent > 100) throw new FaultFound(`PercentComplete is ${percent}; it must be 0 to 100.`, record)
  return Math.round(percent)
}

const tenths = (value: number | null): number | null => (value === null ? null : value / 10)

/** A task before the length of those that say none is known. */
export type ReadTask = Omit<FileTask, "minutes" | "lengthFrom"> & {
  readonly minutes: number | null
  /** The file counts its level as 0. */
  readonly isTop: boolean
}

/** Reads a task; null for an empty line of the plan. */
export function readTask(record: XmlRecord, working: DurationUnits): ReadTask | null {
  const uid = numberOf(record, "UID")
  if (uid === null) throw new FaultFound("A task has no UID.", record)
  if (flagOf(record, "IsNull")) return null
  const constraint = constraintTypes[numberOf(record, "ConstraintType") ?? 0]
  if (!constraint) throw new FaultFound("A task has an invalid constraint type; use 0 to 7.", record)
  const calendarUid = numberOf(record, "CalendarUID")
  const elapsed = isElapsedFormat(numberOf(record, "DurationFormat"))
  const units = elapsed ? clockUnits : working
  const length = minutesOf(record, "Duration", units) ?? minutesOf(record, "ManualDuration", units)
  return {
    ...{ uid, id: numberOf(record, "ID") ?? 0, guid: textOf(record, "GUID")?.toLowerCase() ?? null },
    name: textOf(record, "Name")?.replaceAll(/\s+/g, " ") ?? "",
    ...levelsOf(record),
    wbs: textOf(record, "WBS"),
    ...{ summary: flagOf(record, "Summary"), milestone: flagOf(record, "Milestone") },
    ...{ manual: flagOf(record, "Manual"), active: textOf(record, "Active") === null || flagOf(record, "Active") },
    external: flagOf(record, "ExternalTask") || flagOf(record, "IsSubproject"),
    estimated: flagOf(record, "Estimated"),
    ...{ minutes: length !== null && length >= 0 ? length : null, elapsed },
    percent: percentOf(record),
    ...{ start: momentOf(record, "Start"), finish: endOf(record, "Finish") },
    ...{ actualStart: momentOf(record, "ActualStart"), actualFinish: endOf(record, "ActualFinish") },
    ...{ constraint, ...constraintDates(record, constraint) },
    calendarUid: calendarUid !== null && calendarUid >= 0 ? calendarUid : null,
    ignoresResourceCalendars: flagOf(record, "IgnoreResourceCalendar"),
    ...computedOf(record, units),
    notes: textOf(record, "Notes") ?? "",
    links: childrenOf(record, "PredecessorLink").flatMap(readLink),
    baselines: childrenOf(record, "Baseline").flatMap((each) => readBaseline(each, units)),
    extended: extendedOf(record),
    ...{ line: record.line, column: record.column },
  }
}

/** The top level is 1; some tools count it as 0, which stays only with what holds other tasks. */
function levelsOf(record: XmlRecord): { outlineLevel: number; isTop: boolean } {
  const level = numberOf(record, "OutlineLevel") ?? textOf(record, "OutlineNumber")?.split(".").length ?? 1
  return { outlineLevel: Math.max(flagOf(record, "Summary") ? 0 : 1, level), isTop: level <= 0 }
}

const endConstraints = new Set(["MFO", "FNET", "FNLT"])

function constraintDates(record: XmlRecord, constraint: string) {
  const constraintDate: LocalMinute | null = endConstraints.has(constraint)
    ? endOf(record, "ConstraintDate")
    : momentOf(record, "ConstraintDate")
  return { constraintDate, deadline: endOf(record, "Deadline") }
}

/** What Project has computed and nothing is planned with: what cannot be read of it is as if it were not there. */
function computedOf(record: XmlRecord, units: DurationUnits) {
  const soft = <Value>(read: () => Value | null): Value | null => unlessFaulty(read, null)
  const left = soft(() => minutesOf(record, "RemainingDuration", units))
  return {
    ...{ resume: soft(() => momentOf(record, "Resume")), remainingMinutes: left !== null && left >= 0 ? left : null },
    levelingDelay: soft(() => numberOf(record, "LevelingDelay")) ?? 0,
    ...{
      earlyStart: soft(() => momentOf(record, "EarlyStart")),
      earlyFinish: soft(() => endOf(record, "EarlyFinish")),
    },
    totalSlack: tenths(soft(() => numberOf(record, "TotalSlack"))),
    freeSlack: tenths(soft(() => numberOf(record, "FreeSlack"))),
    critical: soft(() => (textOf(record, "Critical") === null ? null : flagOf(record, "Critical"))),
  }
}

/** Reads a person or a thing that work is given to; null for Project's own "nobody" and for empty lines. */
export function readResource(record: XmlRecord): FileResource | null {
  const [uid, name] = [numberOf(record, "UID"), textOf(record, "Name")?.replaceAll(/\s+/g, " ")]
  if (uid === null || !name || flagOf(record, "IsNull")) return null
  const calendarUid = numberOf(record, "CalendarUID")
  const isCost = flagOf(record, "IsCostResource")
  return {
    ...{ uid, name, work: (numberOf(record, "Type") ?? 1) === 1 && !isCost },
    calendarUid: calendarUid !== null && calendarUid >= 0 ? calendarUid : null,
  }
}

export function readAssignment(record: XmlRecord, units: DurationUnits): FileAssignment | null {
  const [taskUid, resourceUid] = [numberOf(record, "TaskUID"), numberOf(record, "ResourceUID")]
  if (taskUid === null || resourceUid === null || resourceUid < 0) return null
  const work = unlessFaulty(() => minutesOf(record, "Work", units), null) ?? 0
  const isContoured = (numberOf(record, "WorkContour") ?? 0) !== 0
  return { taskUid, resourceUid, units: numberOf(record, "Units") ?? 1, workMinutes: Math.max(0, work), isContoured }
}
