import { type Day, ordinalOf, weekdayOf } from "@/lib/base/kernel/day"
import type { CurrentPlan } from "../current-plan"
import { ownFields } from "../own-fields"
import { connectionsOf } from "./connections"
import { withPhaseWaits } from "./phase-waits"
import { dayEnd, dayStart, planTimes } from "./plan-times"
import { type ExportRow, exportRows, rowKey } from "./rows"
import { type BaselineLine, durationOf, type TaskContext, taskXml } from "./task-xml"
import { listed, ordered, type Xml } from "./xml"

/** Project keeps a baseline and ten more. */
const MOST_BASELINES = 11

/**
 * A programme as a Microsoft Project XML file (MSPDI): its calendar, its work in an outline of stages and workstreams,
 * gates as milestones, links, people and who owns what, progress, and the newest baselines. Our own fields tell an
 * import which record each task is.
 */
export function projectXml(given: CurrentPlan): string {
  const plan = withPhaseWaits(given)
  const times = planTimes(plan)
  const { linksTo, connectors } = connectionsOf(plan, times)
  const rows = exportRows(plan, connectors)
  const people = peopleOf(plan)
  const { programme, today } = plan
  const uidOf = new Map(rows.map((row) => [rowKey(row), row.uid]))
  const context: TaskContext = { plan, times, uidOf, linksTo, baselinesOf: baselinesOf(plan) }
  const project = ordered("Project", {
    ...{ SaveVersion: 14, Name: `${programme.name}.xml`, Title: programme.name, Company: programme.organisation },
    ...{ CreationDate: dayStart(programme.startDay), LastSaved: dayStart(today), ScheduleFromStart: true },
    ...{
      StartDate: dayStart(programme.startDay),
      CriticalSlackLimit: 0,
      CurrencyCode: programme.currency,
      CalendarUID: 1,
    },
    ...{ DefaultStartTime: "08:00:00", DefaultFinishTime: "17:00:00", MinutesPerDay: 480 },
    ...{ MinutesPerWeek: 480 * (7 - programme.weekend.length), DaysPerMonth: 20, DefaultTaskType: 0 },
    ...{ DurationFormat: 7, WorkFormat: 2, HonorConstraints: false, MultipleCriticalPaths: false },
    ...{ NewTasksEffortDriven: false, NewTasksEstimated: true, SplitsInProgressTasks: true, WeekStartDay: 1 },
    ...{ StatusDate: dayEnd(today), CurrentDate: dayStart(today), Autolink: false },
    ExtendedAttributes: listed(
      Object.values(ownFields).map(({ id, name, alias }) =>
        ordered("ExtendedAttribute", { FieldID: id, FieldName: name, Alias: alias }),
      ),
    ),
    Calendars: calendarXml(plan),
    Tasks: listed([wholeTask(plan), ...rows.map((row) => taskXml(context, row))]),
    Resources: listed(
      people.map(({ name }, at) =>
        ordered("Resource", { UID: at + 1, ID: at + 1, Name: name, Type: 1, IsNull: false, MaxUnits: 1 }),
      ),
    ),
    Assignments: listed(assignments(rows, people, context)),
  })
  const body = project.text.replace("<Project>", '<Project xmlns="http://schemas.microsoft.com/project">')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}\n`
}

function baselinesOf(plan: CurrentPlan): TaskContext["baselinesOf"] {
  const lines = new Map<string, BaselineLine[]>()
  for (const [number, baseline] of plan.baselines.slice(0, MOST_BASELINES).entries())
    for (const line of baseline.lines) lines.set(line.partId, [...(lines.get(line.partId) ?? []), { number, line }])
  return lines
}

/** The line of the project itself, which Project numbers 0. */
const wholeTask = ({ programme }: CurrentPlan): Xml =>
  ordered("Task", {
    ...{ UID: 0, ID: 0, Name: programme.name, Type: 1, IsNull: false, WBS: "0", OutlineNumber: "0", OutlineLevel: 0 },
    ...{ Priority: 500, Summary: true, DurationFormat: 7, ConstraintType: 0 },
  })

const shifts = () =>
  listed([
    ordered("WorkingTime", { FromTime: "08:00:00", ToTime: "12:00:00" }),
    ordered("WorkingTime", { FromTime: "13:00:00", ToTime: "17:00:00" }),
  ])

/** Days off stand twice, as versions before 2007 and since want them. */
function calendarXml({ programme }: CurrentPlan): Xml {
  const week = [7, 1, 2, 3, 4, 5, 6].map((weekday, at) => {
    const isOff = programme.weekend.includes(weekday)
    return ordered("WeekDay", { DayType: at + 1, DayWorking: !isOff, ...(isOff ? {} : { WorkingTimes: shifts() }) })
  })
  const off = programme.holidays.filter(({ day }) => !programme.weekend.includes(weekdayOf(ordinalOf(day))))
  const range = (day: Day) => [ordered("TimePeriod", { FromDate: `${day}T00:00:00`, ToDate: `${day}T23:59:00` })]
  const old = off.map(({ day }) => ordered("WeekDay", { DayType: 0, DayWorking: false, TimePeriod: range(day) }))
  const exceptions = off.map(({ day, name }) =>
    ordered("Exception", {
      EnteredByOccurrences: false,
      TimePeriod: range(day),
      Occurrences: 1,
      Name: name,
      Type: 1,
      DayWorking: false,
    }),
  )
  return ordered("Calendar", {
    ...{ UID: 1, Name: "Standard", IsBaseCalendar: true, BaseCalendarUID: -1, WeekDays: listed([...week, ...old]) },
    ...(exceptions.length > 0 ? { Exceptions: listed(exceptions) } : {}),
  })
}

/** People who own something, by name; two of the same name are two resources. */
function peopleOf({ people, items }: CurrentPlan) {
  const owners = new Set(items.map(({ ownerId }) => ownerId))
  return people.filter(({ id }) => owners.has(id)).sort((a, b) => (a.name < b.name ? -1 : 1))
}

function assignments(rows: readonly ExportRow[], people: readonly { id: string }[], { times }: TaskContext): Xml[] {
  const uids = new Map(people.map(({ id }, at) => [id, at + 1]))
  return rows
    .flatMap(({ uid, item }) => {
      const resource = item?.ownerId ? uids.get(item.ownerId) : undefined
      return item && resource !== undefined ? [{ uid, item, resource }] : []
    })
    .map(({ uid, item, resource }, at) => {
      const when = times.of(item.id)
      return ordered("Assignment", {
        ...{ UID: at + 1, TaskUID: uid, ResourceUID: resource, PercentWorkComplete: item.percent, Units: 1 },
        ...(when ? { Start: times.startAt(when.earlyStart), Finish: times.finishAt(when.earlyFinish) } : {}),
        Work: durationOf(item.likely ?? 1),
      })
    })
}
