import { FaultFound } from "./fault"
import {
  constraintTypes,
  type FileAssignment,
  type FileBaseline,
  type FileLink,
  type FileResource,
  type FileTask,
} from "./project-file"
import { childrenOf, flagOf, isElapsedFormat, minutesOf, momentOf, numberOf, textOf } from "./values"
import type { XmlRecord } from "./xml-records"

/** In the order of their codes. */
const linkTypes = ["FF", "FS", "SF", "SS"] as const

function readLink(record: XmlRecord): FileLink[] {
  const fromUid = numberOf(record, "PredecessorUID")
  if (fromUid === null) return []
  const type = linkTypes[numberOf(record, "Type") ?? 1]
  if (!type) throw new FaultFound("A link has a type that does not exist; 0 to 3 do.", record)
  return [
    {
      ...{ fromUid, type, lag: numberOf(record, "LinkLag") ?? 0, lagFormat: numberOf(record, "LagFormat") },
      ...{ crossProject: flagOf(record, "CrossProject"), line: record.line, column: record.column },
    },
  ]
}

function readBaseline(record: XmlRecord): FileBaseline[] {
  const number = numberOf(record, "Number") ?? 0
  const [start, finish] = [momentOf(record, "Start"), momentOf(record, "Finish")]
  if (finish === null || number < 0 || number > 10) return []
  return [{ number, start, finish, minutes: minutesOf(record, "Duration") }]
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
  if (percent < 0 || percent > 100)
    throw new FaultFound(`PercentComplete is ${percent}; it lies between 0 and 100.`, record)
  return Math.round(percent)
}

const tenths = (value: number | null): number | null => (value === null ? null : value / 10)

/** Reads a task; null for an empty line of the plan. */
export function readTask(record: XmlRecord): FileTask | null {
  const uid = numberOf(record, "UID")
  if (uid === null) throw new FaultFound("A task has no UID.", record)
  if (flagOf(record, "IsNull")) return null
  const constraint = constraintTypes[numberOf(record, "ConstraintType") ?? 0]
  if (!constraint) throw new FaultFound("A task has a constraint that does not exist; 0 to 7 do.", record)
  const calendarUid = numberOf(record, "CalendarUID")
  const minutes = minutesOf(record, "Duration") ?? minutesOf(record, "ManualDuration") ?? 0
  return {
    ...{ uid, id: numberOf(record, "ID") ?? 0, guid: textOf(record, "GUID")?.toLowerCase() ?? null },
    name: textOf(record, "Name")?.replaceAll(/\s+/g, " ") ?? "",
    outlineLevel: numberOf(record, "OutlineLevel") ?? textOf(record, "OutlineNumber")?.split(".").length ?? 1,
    wbs: textOf(record, "WBS"),
    ...{ summary: flagOf(record, "Summary"), milestone: flagOf(record, "Milestone") },
    ...{ manual: flagOf(record, "Manual"), active: textOf(record, "Active") === null || flagOf(record, "Active") },
    external: flagOf(record, "ExternalTask") || flagOf(record, "IsSubproject"),
    estimated: flagOf(record, "Estimated"),
    ...{ minutes: Math.max(0, minutes), elapsed: isElapsedFormat(numberOf(record, "DurationFormat")) },
    percent: percentOf(record),
    ...{ start: momentOf(record, "Start"), finish: momentOf(record, "Finish") },
    ...{ actualStart: momentOf(record, "ActualStart"), actualFinish: momentOf(record, "ActualFinish") },
    ...{ resume: momentOf(record, "Resume"), remainingMinutes: minutesOf(record, "RemainingDuration") },
    ...{ constraint, constraintDate: momentOf(record, "ConstraintDate"), deadline: momentOf(record, "Deadline") },
    calendarUid: calendarUid !== null && calendarUid >= 0 ? calendarUid : null,
    ignoresResourceCalendars: flagOf(record, "IgnoreResourceCalendar"),
    levelingDelay: numberOf(record, "LevelingDelay") ?? 0,
    ...{ earlyStart: momentOf(record, "EarlyStart"), earlyFinish: momentOf(record, "EarlyFinish") },
    ...{ totalSlack: tenths(numberOf(record, "TotalSlack")), freeSlack: tenths(numberOf(record, "FreeSlack")) },
    critical: textOf(record, "Critical") === null ? null : flagOf(record, "Critical"),
    notes: textOf(record, "Notes") ?? "",
    links: childrenOf(record, "PredecessorLink").flatMap(readLink),
    baselines: childrenOf(record, "Baseline").flatMap(readBaseline),
    extended: extendedOf(record),
    ...{ line: record.line, column: record.column },
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

export function readAssignment(record: XmlRecord): FileAssignment | null {
  const [taskUid, resourceUid] = [numberOf(record, "TaskUID"), numberOf(record, "ResourceUID")]
  if (taskUid === null || resourceUid === null || resourceUid < 0) return null
  return { taskUid, resourceUid, units: numberOf(record, "Units") ?? 1, workMinutes: minutesOf(record, "Work") ?? 0 }
}
