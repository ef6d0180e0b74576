/** A small project file, as XML text. Tasks are written as lists of elements. */
export type TaskLine = {
  readonly uid: number
  readonly name: string
  readonly level?: number
  readonly days?: number
  readonly more?: string
  /** Predecessors such as `1`, `2FS+3` or `4SS-1`, with lags in days. */
  readonly after?: readonly string[]
}
const codes: Record<string, number> = { FF: 0, FS: 1, SF: 2, SS: 3 }

function linkXml(text: string): string {
  const [, uid, type = "FS", lag = "0"] = /^(\d+)([A-Z]{2})?([+-]\d+(?:\.\d+)?)?$/.exec(text) ?? []
  const tenths = Math.round(Number(lag) * 4800)
  return `<PredecessorLink><PredecessorUID>${uid}</PredecessorUID><Type>${codes[type]}</Type><CrossProject>0</CrossProject><LinkLag>${tenths}</LinkLag><LagFormat>7</LagFormat></PredecessorLink>`
}

export function taskXml({ uid, name, level = 1, days = 1, more = "", after = [] }: TaskLine): string {
  const links = after.map(linkXml).join("")
  return `<Task><UID>${uid}</UID><ID>${uid}</ID><Name>${name}</Name><OutlineLevel>${level}</OutlineLevel><Duration>PT${days * 8}H0M0S</Duration><DurationFormat>7</DurationFormat>${more}${links}</Task>`
}

const day = (type: number) =>
  type === 1 || type === 7
    ? `<WeekDay><DayType>${type}</DayType><DayWorking>0</DayWorking></WeekDay>`
    : `<WeekDay><DayType>${type}</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime><WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>`
export const standardCalendar = (exceptions = ""): string =>
  `<Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>-1</BaseCalendarUID><WeekDays>${[1, 2, 3, 4, 5, 6, 7].map(day).join("")}</WeekDays>${exceptions}</Calendar>`

export type Parts = {
  readonly tasks: readonly TaskLine[]
  readonly calendars?: string
  readonly resources?: string
  readonly assignments?: string
  readonly head?: string
  readonly title?: string
}

/** A file that begins on Monday 2 March 2026. */
export const projectFile = ({
  tasks,
  calendars = standardCalendar(),
  resources = "",
  assignments = "",
  head = "",
  title = "Move",
}: Parts): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="http://schemas.microsoft.com/project"><Name>plan.xml</Name><Title>${title}</Title><CreationDate>2026-01-02T09:00:00</CreationDate>${head}<StartDate>2026-03-02T08:00:00</StartDate><CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay><MinutesPerWeek>2400</MinutesPerWeek>
<Calendars>${calendars}</Calendars>
<Tasks>
${tasks.map(taskXml).join("\n")}
</Tasks>
<Resources>${resources}</Resources>
<Assignments>${assignments}</Assignments>
</Project>
`
