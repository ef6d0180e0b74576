import type { FileAssignment, FileLink, FileTask, ProjectFile } from "./project-file"
import { isElapsedFormat, isPercentFormat, type LocalMinute, ordinalAt } from "./values"
import { baseChain, shiftsOf, type WorkClock, workClock } from "./work-clock"

/** Why the length of a task depends on where it lies. */
export type SpanKind = "elapsed" | "task-calendar" | "resource-calendar"

/** Durations and lags of a file in working minutes of its own calendar. */
export type Spans = {
  readonly clock: WorkClock
  readonly kindOf: (task: FileTask) => SpanKind | null
  /** Length of a task that begins at a moment of working time. */
  readonly lengthFrom: (task: FileTask, start: number) => number
  /** Lag after a moment of working time. */
  readonly lagFrom: (link: FileLink, from: FileTask, moment: number) => number
}

const momentsOf = (file: ProjectFile): LocalMinute[] =>
  file.tasks
    .flatMap((each) => [each.start, each.actualStart, each.earlyStart, each.constraintDate])
    .concat(file.start)
    .filter((each) => each !== null)

/** The first moment that anything in the file names. */
export const firstMomentOf = (file: ProjectFile): LocalMinute =>
  momentsOf(file).reduce((first, each) => Math.min(first, each), file.start ?? Infinity)

export function spansOf(file: ProjectFile): Spans {
  const first = firstMomentOf(file)
  const firstDay = Number.isFinite(first) ? ordinalAt(first) - 7 : 0
  const clocks = new Map<number, WorkClock>()
  const clock = workClock(shiftsOf(file, file.calendarUid), firstDay)
  const clockOf = (uid: number | null): WorkClock => {
    if (uid === null || isSameCalendar(file, uid)) return clock
    const known = clocks.get(uid) ?? workClock(shiftsOf(file, uid), firstDay)
    clocks.set(uid, known)
    return known
  }
  const assigned = assignmentsOf(file)
  const resources = new Map(file.resources.map((each) => [each.uid, each]))
  const clocksOf = (task: FileTask): readonly { clock: WorkClock; minutes: number }[] =>
    task.ignoresResourceCalendars
      ? []
      : lengthened(
          task,
          (assigned.get(task.uid) ?? []).flatMap((assignment) => {
            const resource = resources.get(assignment.resourceUid)
            return resource?.work
              ? [{ clock: clockOf(resource.calendarUid), minutes: minutesOfWork(task, assignment) }]
              : []
          }),
        )
  const kindOf = (task: FileTask): SpanKind | null => {
    if (task.elapsed) return "elapsed"
    if (task.calendarUid !== null && clockOf(task.calendarUid) !== clock) return "task-calendar"
    return clocksOf(task).some((each) => each.clock !== clock) ? "resource-calendar" : null
  }
  const lengthFrom = (task: FileTask, start: number): number => {
    const kind = kindOf(task)
    if (kind === null) return Math.round(task.minutes)
    const begins = clock.startAt(start)
    const until = (moment: LocalMinute) => Math.max(0, Math.round(clock.minutesAt(moment) - start))
    if (kind === "elapsed") return until(begins + task.minutes)
    const ways =
      kind === "task-calendar" ? [{ clock: clockOf(task.calendarUid), minutes: task.minutes }] : clocksOf(task)
    return Math.max(...ways.map((way) => until(way.clock.finishAt(way.clock.minutesAt(begins) + way.minutes))))
  }
  return { clock, kindOf, lengthFrom, lagFrom: (link, from, moment) => lagFrom(clock, link, from, moment) }
}

/** How long somebody is at it: work by units where it is even, the whole task where it swells and ebbs. */
const minutesOfWork = (task: FileTask, { units, workMinutes, isContoured }: FileAssignment): number =>
  !isContoured && units > 0 && workMinutes > 0 ? workMinutes / units : task.minutes

/** A task lasts as long as it says: where nobody is at it that long, work is spread unevenly and all are. */
function lengthened<Way extends { readonly minutes: number }>(task: FileTask, ways: readonly Way[]): readonly Way[] {
  const longest = ways.reduce((most, { minutes }) => Math.max(most, minutes), 0)
  return ways.map((way) => ({
    ...way,
    minutes: longest < task.minutes - 1 ? task.minutes : Math.min(way.minutes, task.minutes),
  }))
}

function lagFrom(clock: WorkClock, { lag, lagFormat }: FileLink, from: FileTask, moment: number): number {
  if (isPercentFormat(lagFormat)) return Math.round((from.minutes * lag) / 100)
  if (!isElapsedFormat(lagFormat)) return Math.round(lag / 10)
  const ended = clock.finishAt(moment)
  return Math.round(clock.minutesAt(ended + lag / 10) - moment)
}

/** A calendar that changes nothing of the file's own. */
function isSameCalendar(file: ProjectFile, uid: number): boolean {
  for (const { uid: each, week, exceptions, workWeeks } of baseChain(file, uid)) {
    if (each === file.calendarUid) return true
    if (week.some((day) => day !== undefined) || exceptions.length > 0 || workWeeks.length > 0) return false
  }
  return false
}

function assignmentsOf(file: ProjectFile): ReadonlyMap<number, readonly FileAssignment[]> {
  const assigned = new Map<number, FileAssignment[]>()
  for (const each of file.assignments) assigned.set(each.taskUid, [...(assigned.get(each.taskUid) ?? []), each])
  return assigned
}
