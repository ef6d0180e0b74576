import { describe, expect, test } from "vitest"
import { projectFile, standardCalendar, type TaskLine } from "@/tests/support/project-file"
import { type Comparison, compare } from "./comparison"
import { readProject } from "./read-project"

function read(text: string) {
  const file = readProject(text)
  if (!file.ok) throw new Error(JSON.stringify(file.refusal))
  return file.value
}
function compared(text: string): Comparison {
  const result = compare(read(text))
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
/** Working days from Monday 2 March 2026 as the moment at which work begins, or ends. */
const moment = (days: number, isEnd: boolean): string => {
  const whole = isEnd ? Math.ceil(days) - 1 : Math.floor(days)
  const hours = (days - whole) * 8
  const past = isEnd ? hours > 4 : hours >= 4
  const date = new Date(Date.UTC(2026, 2, 2 + whole + 2 * Math.floor(whole / 5)))
  const minutes = Math.round((8 + hours + (past ? 1 : 0)) * 60)
  const two = (value: number) => String(value).padStart(2, "0")
  return `${date.toISOString().slice(0, 10)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`
}
/** What the file says of a task: early start, early finish, total and free slack in days, all from the textbook. */
const says = (start: number, finish: number, total: number, free: number | null = null): string =>
  `<EarlyStart>${moment(start, false)}</EarlyStart><EarlyFinish>${moment(finish, true)}</EarlyFinish><TotalSlack>${total * 4800}</TotalSlack>${free === null ? "" : `<FreeSlack>${free * 4800}</FreeSlack>`}<Critical>${total <= 0 ? 1 : 0}</Critical>`

const allEqual = (text: string) => {
  const { differing, tasks } = compared(text)
  expect(differing.map(({ task, differences }) => [task.name, differences])).toEqual([])
  expect(tasks.equal).toBe(tasks.total)
  return tasks.total
}

/** Eight activities on nodes; the critical path A, C, E, G, H takes 15 days, by hand. */
const textbook: readonly TaskLine[] = [
  { uid: 1, name: "A", days: 2, more: says(0, 2, 0, 0) },
  { uid: 2, name: "B", days: 3, more: says(0, 3, 1, 0) },
  { uid: 3, name: "C", days: 2, after: ["1"], more: says(2, 4, 0, 0) },
  { uid: 4, name: "D", days: 4, after: ["2"], more: says(3, 7, 1, 1) },
  { uid: 5, name: "E", days: 4, after: ["3"], more: says(4, 8, 0, 0) },
  { uid: 6, name: "F", days: 3, after: ["3"], more: says(4, 7, 6, 6) },
  { uid: 7, name: "G", days: 5, after: ["4", "5"], more: says(8, 13, 0, 0) },
  { uid: 8, name: "H", days: 2, after: ["6", "7"], more: says(13, 15, 0, 0) },
]

describe("the plan of a file, planned again", () => {
  test("agrees with the textbook on the network of eight activities", () => {
    expect(allEqual(projectFile({ tasks: textbook }))).toBe(8)
  })
  test("does not look at what the file says about its own dates", () => {
    const wrong = textbook.map((task) => (task.uid === 6 ? { ...task, more: says(4, 7, 5, 6) } : task))
    const { differing } = compared(projectFile({ tasks: wrong }))
    expect(differing.map(({ task, differences }) => [task.name, differences])).toEqual([
      ["F", [{ field: "totalSlack", here: 6 * 480, file: 5 * 480 }]],
    ])
  })
  test("knows all four kinds of link with lags and leads", () => {
    const tasks = [
      { uid: 1, name: "A", days: 4, more: says(0, 4, 0) },
      { uid: 2, name: "start to start", days: 4, after: ["1SS+1"], more: says(1, 5, 1) },
      { uid: 3, name: "finish to finish", days: 2, after: ["1FF+1.5"], more: says(3.5, 5.5, 0.5) },
      { uid: 4, name: "lead", days: 3, after: ["1FS-1"], more: says(3, 6, 0) },
      { uid: 5, name: "start to finish", days: 1, after: ["4SF+0"], more: says(2, 3, 3) },
    ]
    allEqual(projectFile({ tasks }))
  })
  test("holds constraints, also those that are only taken as something near", () => {
    const at = (type: number, days: number, isEnd = false) =>
      `<ConstraintType>${type}</ConstraintType><ConstraintDate>${moment(days, isEnd)}</ConstraintDate>`
    const tasks = [
      { uid: 1, name: "start no earlier", days: 2, more: at(4, 3) + says(3, 5, 5) },
      { uid: 2, name: "must start", days: 2, more: at(2, 4) + says(4, 6, 0) },
      { uid: 3, name: "finish no earlier", days: 2, more: at(6, 6, true) + says(4, 6, 4) },
      { uid: 4, name: "finish no later", days: 2, more: at(7, 5, true) + says(0, 2, 3) },
      { uid: 5, name: "start no later", days: 2, more: at(5, 2) + says(0, 2, 2) },
      { uid: 6, name: "deadline", days: 2, more: `<Deadline>${moment(1.5, true)}</Deadline>${says(0, 2, -0.5)}` },
      { uid: 7, name: "the end", days: 10, more: says(0, 10, 0) },
    ]
    allEqual(projectFile({ tasks }))
  })
  test("lets links of summaries hold all their tasks", () => {
    const tasks = [
      { uid: 1, name: "First", more: says(0, 3, 0) },
      { uid: 2, name: "short", level: 2, days: 1, more: says(0, 1, 2) },
      { uid: 3, name: "long", level: 2, days: 3, more: says(0, 3, 0) },
      { uid: 4, name: "Second", after: ["1+1"], more: says(4, 6, 0) },
      { uid: 5, name: "then", level: 2, days: 2, more: says(4, 6, 0) },
      { uid: 6, name: "beside", level: 2, days: 1, more: says(4, 5, 1) },
    ]
    allEqual(projectFile({ tasks }))
  })
  test("counts holidays, elapsed lags and elapsed durations by the clock", () => {
    const off = `<Exceptions><Exception><TimePeriod><FromDate>2026-03-04T00:00:00</FromDate><ToDate>2026-03-04T23:59:00</ToDate></TimePeriod><Name>Rest</Name><Type>1</Type><DayWorking>0</DayWorking></Exception></Exceptions>`
    const dates = (start: string, finish: string) =>
      `<EarlyStart>${start}</EarlyStart><EarlyFinish>${finish}</EarlyFinish>`
    const tasks = [
      { uid: 1, name: "over the holiday", days: 3, more: dates("2026-03-02T08:00:00", "2026-03-05T17:00:00") },
      {
        uid: 2,
        name: "after four days of the clock",
        days: 1,
        more: dates("2026-03-10T08:00:00", "2026-03-10T17:00:00"),
      },
    ]
    const link =
      "<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type><LinkLag>57600</LinkLag><LagFormat>8</LagFormat></PredecessorLink>"
    const text = projectFile({ tasks, calendars: standardCalendar(off) }).replace(
      /(2026-03-10T17:00:00<\/EarlyFinish>)/,
      `$1${link}`,
    )
    allEqual(text)
  })
  test("follows who works in another calendar, and repeats what repeats", () => {
    const nights = `<Calendar><UID>2</UID><Name>Mondays off</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>1</BaseCalendarUID><WeekDays></WeekDays><Exceptions><Exception><TimePeriod><FromDate>2026-03-01T00:00:00</FromDate><ToDate>2026-12-31T00:00:00</ToDate></TimePeriod><Type>6</Type><Period>1</Period><DaysOfWeek>2</DaysOfWeek><DayWorking>0</DayWorking></Exception></Exceptions></Calendar>`
    const dates = "<EarlyStart>2026-03-02T08:00:00</EarlyStart><EarlyFinish>2026-03-10T17:00:00</EarlyFinish>"
    const text = projectFile({
      tasks: [{ uid: 1, name: "Five days without Mondays", days: 5, more: dates }],
      calendars: standardCalendar() + nights,
      resources: "<Resource><UID>1</UID><Name>Ada</Name><Type>1</Type><CalendarUID>2</CalendarUID></Resource>",
      assignments:
        "<Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units><Work>PT40H0M0S</Work></Assignment>",
    })
    expect(compared(text).tallies.earlyFinish).toEqual({ equal: 1, total: 1 })
    const own = text
      .replace("<Name>Five", "<CalendarUID>2</CalendarUID><Name>Five")
      .replace("<ResourceUID>1</ResourceUID><Units>", "<ResourceUID>7</ResourceUID><Units>")
    expect(compared(own).tallies.earlyFinish).toEqual({ equal: 1, total: 1 })
  })
  test("keeps done work where it was, without slack", () => {
    const done =
      "<PercentComplete>100</PercentComplete><ActualStart>2026-03-03T08:00:00</ActualStart><ActualFinish>2026-03-05T17:00:00</ActualFinish>"
    const tasks = [
      { uid: 1, name: "done", days: 2, more: `${done}${says(1, 4, 0).replace("<Critical>1", "<Critical>0")}` },
      { uid: 2, name: "next", days: 1, after: ["1"], more: says(4, 5, 0) },
    ]
    allEqual(projectFile({ tasks }))
  })
  test("says why a task differs: by itself, by what it waits for, or by its summary", () => {
    const tasks = [
      { uid: 1, name: "Sum", more: says(0, 9, 0) },
      {
        uid: 2,
        name: "by hand",
        level: 2,
        days: 2,
        more: `<Manual>1</Manual><Start>${moment(3, false)}</Start>${says(2, 4, 0)}`,
      },
      { uid: 3, name: "after", level: 2, days: 1, after: ["2"], more: says(4, 5, 0) },
    ]
    const why = new Map(compared(projectFile({ tasks })).differing.map((each) => [each.task.name, each.why]))
    expect(why.get("by hand")).toBe("Manually scheduled in the file.")
    expect(why.get("after")).toBe('Its predecessor "by hand", which differs.')
    expect(why.get("Sum")).toContain("It is a summary of")
  })
  test("names the tasks that wait for each other", () => {
    const tasks = [
      { uid: 1, name: "A", after: ["3"] },
      { uid: 2, name: "B", after: ["1"] },
      { uid: 3, name: "C", after: ["2"] },
    ]
    const result = compare(read(projectFile({ tasks })))
    if (result.ok || result.refusal.code !== "cycle") throw new Error("no circle")
    expect(result.refusal.members.map(({ name }) => name).sort()).toEqual(["A", "B", "C"])
  })
  test("leaves inactive and foreign tasks out", () => {
    const tasks = [
      { uid: 1, name: "inactive", days: 90, more: "<Active>0</Active>" },
      { uid: 2, name: "foreign", days: 90, more: "<ExternalTask>1</ExternalTask>" },
      { uid: 3, name: "plain", days: 1, after: ["1", "2"], more: says(0, 1, 0) },
    ]
    expect(allEqual(projectFile({ tasks }))).toBe(1)
  })
})
