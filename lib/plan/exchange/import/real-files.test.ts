import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { type Parts, projectFile, standardCalendar, type TaskLine } from "@/tests/support/project-file"
import type { CurrentPlan, PlannedItem } from "../current-plan"
import { compare } from "../mspdi/comparison"
import { readProject } from "../mspdi/read-project"
import { everything, idOf, plannedItem, planOf } from "../test-plans"
import type { ImportPlan } from "./import-plan"
import { planImport } from "./plan-import"

const read = (text: string) => {
  const file = readProject(text)
  if (!file.ok) throw new Error(JSON.stringify(file.refusal))
  return file.value
}
function taken(text: string, plan: CurrentPlan = planOf()): ImportPlan {
  const result = planImport(read(text), plan, everything)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const fileOf = (tasks: readonly TaskLine[], more: Partial<Parts> = {}) => projectFile({ tasks, ...more })
const said = (plan: ImportPlan) => [...plan.changed, ...plan.leftOut].map(({ what }) => what)
/** Without its length. */
const unsaid = (text: string) => text.replaceAll(/<Duration>[^<]*<\/Duration>/g, "")

describe("the length of a task", () => {
  test("in days is in working days, also where weeks and the day are others", () => {
    const ten = fileOf([{ uid: 1, name: "A" }]).replace("PT8H0M0S", "P10D")
    expect(taken(ten).newItems[0]?.values.likely).toBe(10)
    const short = ten.replace("<MinutesPerDay>480", "<MinutesPerDay>360").replaceAll("17:00:00", "15:00:00")
    expect(taken(short).newItems[0]?.values.likely).toBe(10)
    const elapsed = ten.replace("<DurationFormat>7", "<DurationFormat>8")
    expect(read(elapsed).tasks[0]?.minutes).toBe(14_400)
  })
  test("that is negative, or not there, is that from its start to its finish, which is said", () => {
    const dates = "<Start>2026-03-05T13:00:00</Start><Finish>2026-03-11T17:00:00</Finish>"
    const one = fileOf([{ uid: 1, name: "A", more: dates }])
    for (const text of [unsaid(one), one.replace("PT8H0M0S", "PT-416H0M0S"), one.replace("PT8H0M0S", "-PT416H")]) {
      const plan = taken(text)
      expect(plan.newItems[0]?.values.likely).toBe(4.5)
      expect(said(plan)).toEqual(["It is as long as from its start to its finish."])
    }
    expect(said(taken(unsaid(fileOf([{ uid: 1, name: "A" }]))))[0]).toBe("Imported with no duration.")
  })
  test("may be badly said in fields that nothing is planned with", () => {
    const more =
      "<RemainingDuration>PT-416H0M0S</RemainingDuration><TotalSlack>much</TotalSlack><Critical>perhaps</Critical><EarlyStart>soon</EarlyStart>"
    const [task] = read(fileOf([{ uid: 1, name: "A", days: 3, more }])).tasks
    expect(task).toMatchObject({ minutes: 1440, totalSlack: null, critical: null, earlyStart: null })
  })
  test("is kept where work swells and ebbs and who does it has another calendar", () => {
    const resources = "<Resource><UID>1</UID><Name>Ada</Name><Type>1</Type><CalendarUID>2</CalendarUID></Resource>"
    const calendars = `${standardCalendar()}<Calendar><UID>2</UID><Name>Ada</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>1</BaseCalendarUID><Exceptions><Exception><TimePeriod><FromDate>2027-01-01T00:00:00</FromDate><ToDate>2027-01-01T23:59:00</ToDate></TimePeriod><Type>1</Type><DayWorking>0</DayWorking></Exception></Exceptions></Calendar>`
    const assigned = (contour: string) =>
      `<Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units><Work>PT75H0M0S</Work>${contour}</Assignment>`
    const task = { uid: 1, name: "A", days: 15.625, more: "<Start>2026-11-20T08:00:00</Start>" }
    for (const contour of ["<WorkContour>6</WorkContour>", ""]) {
      const text = fileOf([task], { resources, calendars, assignments: assigned(contour) })
      expect(taken(text).newItems[0]?.values.likely).toBeCloseTo(15.625, 3)
    }
  })
})

describe("what ends at midnight", () => {
  const more =
    "<PercentComplete>100</PercentComplete><ActualStart>2026-01-29T08:00:00</ActualStart><ActualFinish>2026-01-30T00:00:00</ActualFinish><Deadline>2026-01-31T00:00:00</Deadline><Baseline><Number>0</Number><Start>2026-01-29T08:00:00</Start><Finish>2026-01-30T00:00:00</Finish></Baseline>"
  test("ends on the day before", () => {
    const plan = taken(fileOf([{ uid: 1, name: "A", more }]))
    expect(plan.newItems[0]?.values).toMatchObject({ actualFinish: "2026-01-29", deadline: "2026-01-30" })
    expect(plan.baselines[0]?.lines).toMatchObject([{ start: "2026-01-29", finish: "2026-01-29" }])
  })
  test("ends on its own day where the file has no times, and where it takes no time", () => {
    const dates = more.replaceAll("T00:00:00", "").replaceAll("T08:00:00", "")
    expect(taken(fileOf([{ uid: 1, name: "A", more: dates }])).newItems[0]?.values).toMatchObject({
      ...{ actualStart: "2026-01-29", actualFinish: "2026-01-30", deadline: "2026-01-31" },
    })
    const point = more.replaceAll("2026-01-29T08:00:00", "2026-01-30T00:00:00")
    expect(taken(fileOf([{ uid: 1, name: "A", days: 0, more: point }])).newItems[0]?.values).toMatchObject({
      ...{ actualStart: "2026-01-30", actualFinish: "2026-01-30" },
    })
  })
})

describe("the outline", () => {
  const levels = (more: readonly TaskLine[]) => taken(fileOf(more)).newItems.map(({ values }) => values.title)
  test("may begin at level 0", () => {
    const tasks = [
      { uid: 1, name: "First", level: 0 },
      { uid: 2, name: "Second", level: 0 },
      { uid: 3, name: "Third", level: 1 },
    ]
    expect(levels(tasks)).toEqual(["First", "Second", "Third"])
  })
  test("keeps what is said to hold others, and leaves out the line of the project itself", () => {
    const tasks = [
      { uid: 0, name: "Whole", level: 0, more: "<Summary>1</Summary>" },
      { uid: 1, name: "Sum", level: 0, more: "<Summary>1</Summary>" },
      { uid: 2, name: "Part", level: 1 },
    ]
    const plan = taken(fileOf(tasks))
    expect(plan.newItems.map(({ values, workstream }) => [values.title, workstream])).toEqual([
      ["Part", { kind: "new-workstream", name: "Sum" }],
    ])
    expect(
      levels([
        { uid: 0, name: "A", level: 0 },
        { uid: 1, name: "B", level: 0 },
      ]),
    ).toEqual(["A", "B"])
    expect(
      levels([
        { uid: 0, name: "A", level: 0 },
        { uid: 1, name: "B", level: 1 },
      ]),
    ).toEqual(["B"])
  })
})

test("names and notes are cut between characters, and say the same at the second import", () => {
  const name = `${"x".repeat(199)}\u{1F680}`
  const text = fileOf([{ uid: 1, name, more: `<GUID>G</GUID><Notes>${"y".repeat(9_999)}\u{1F680}</Notes>` }])
  const first = taken(text).newItems[0]
  expect([first?.values.title, first?.values.description]).toEqual(["x".repeat(199), "y".repeat(9_999)])
  if (!first) throw new Error("nothing")
  const here = plannedItem(0, { ...first.values, importKey: first.importKey })
  expect(taken(text, planOf({ items: [here] }))).toMatchObject({ newItems: [], changedItems: [], sameItems: 1 })
})

test("a lag of elapsed days stays one, and what is no whole number of any unit is told in both", () => {
  const link = (lag: number, format: number) =>
    fileOf([
      { uid: 1, name: "Pour" },
      { uid: 2, name: "Dry", after: ["1"] },
    ])
      .replace("<LinkLag>0</LinkLag><LagFormat>7", `<LinkLag>${lag}</LinkLag><LagFormat>${format}`)
      .replace("<Name>Pour", "<Start>2027-01-04T08:00:00</Start><Finish>2027-01-04T17:00:00</Finish><Name>Pour")
  const plan = taken(link(1_080_000, 8))
  expect([plan.newLinks[0]?.lag, plan.newLinks[0]?.lagUnit, said(plan)]).toEqual([75, "elapsed_days", []])
  const words = (lag: number, format: number) => /instead of (.*)\.$/.exec(said(taken(link(lag, format)))[0] ?? "")?.[1]
  expect([words(2_000, 5), words(600, 6), words(-60_490, 9), words(150, 20), words(250, 3)]).toEqual([
    ...["3.33 hours", "1 elapsed hour", "-2.52 weeks", "150% of its predecessor's elapsed duration", "25 minutes"],
  ])
})

describe("a file that was saved again without GUIDs", () => {
  const tasks = (names: readonly string[], guids: boolean, from = 1): readonly TaskLine[] => [
    { uid: 90, name: "Workstream 0" },
    ...names.map((name, at) => ({ uid: at + from, name, level: 2, more: guids ? `<GUID>G-${name}</GUID>` : "" })),
  ]
  const here = (names: readonly string[]): PlannedItem[] =>
    taken(fileOf(tasks(names, true))).newItems.map(({ values, importKey }, at) =>
      plannedItem(at, { ...values, importKey, workstreamId: idOf(3, 0) }),
    )
  const names = ["A", "B", "C"]
  test("finds its tasks again by number and name, and says so", () => {
    const plan = taken(fileOf(tasks(names, false), { title: "Renamed" }), planOf({ items: here(names) }))
    expect([plan.newItems.length, plan.sameItems, said(plan)]).toEqual([
      ...[0, 3, ["3 tasks are recognised by number and name."]],
    ])
  })
  test("finds them also where they were numbered anew, or imported before numbers were kept", () => {
    const old = here(names).map((item) => ({ ...item, importKey: item.importKey?.replace(/ uid:.*/, "") ?? null }))
    const plan = taken(fileOf(tasks(names, false, 40)), planOf({ items: old }))
    expect([plan.newItems.length, plan.sameItems]).toEqual([0, 3])
  })
  test("is not taken for one that merely has a name in common", () => {
    const plan = taken(fileOf(tasks(["A", "X", "Y", "Z"], false, 40)), planOf({ items: here(names) }))
    expect(plan.newItems.length).toBe(4)
    const other = fileOf(tasks(names, true)).replaceAll("G-", "H-")
    expect(taken(other, planOf({ items: here(names) })).newItems.length).toBe(3)
  })
  test("finds them also where it has got GUIDs since", () => {
    const first = fileOf(tasks(names, false))
    const items = taken(first).newItems.map(({ values, importKey }, at) => plannedItem(at, { ...values, importKey }))
    const guided = fileOf(tasks(names, true), { head: "<GUID>new</GUID>" })
    expect(taken(guided, planOf({ items })).sameItems).toBe(3)
  })
})

describe("a calendar whose exceptions repeat", () => {
  type Rule = { from: string; to: string; type: number; more?: string; working?: boolean; name?: string }
  const exception = ({ from, to, type, more = "", working = false, name = "Off" }: Rule) =>
    `<Exception><TimePeriod><FromDate>${from}T00:00:00</FromDate><ToDate>${to}T23:59:00</ToDate></TimePeriod><Name>${name}</Name><Type>${type}</Type>${more}<DayWorking>${working ? 1 : 0}</DayWorking></Exception>`
  const text = (...rules: readonly Rule[]) =>
    fileOf([{ uid: 1, name: "A" }], {
      calendars: standardCalendar(`<Exceptions>${rules.map(exception).join("")}</Exceptions>`),
    })
  const off = (...rules: readonly Rule[]) => taken(text(...rules)).calendar?.holidays.map((each) => each.day) ?? []
  const range = { from: "2026-03-02", to: "2026-03-31" }

  test("has every third day off, as often as it says", () => {
    const rule = { from: "2026-04-02", to: "2026-04-11", type: 7, more: "<Period>3</Period>" }
    // 5 and 11 April are days of weekends.
    expect(off(rule)).toEqual(["2026-04-02", "2026-04-08"])
    const counted = text({ ...rule, to: "2026-12-31" })
      .replace("<Exception>", "<Exception><EnteredByOccurrences>1</EnteredByOccurrences>")
      .replace("<Name>Off", "<Occurrences>3</Occurrences><Name>Off")
    expect(taken(counted).calendar?.holidays.map((each) => each.day)).toEqual(["2026-04-02", "2026-04-08"])
  })
  test("has every other weekday off", () => {
    const rule = { from: "2026-03-02", to: "2026-03-13", type: 8, more: "<Period>2</Period>" }
    expect(off(rule)).toEqual(["2026-03-02", "2026-03-04", "2026-03-06", "2026-03-10", "2026-03-12"])
  })
  test("has days of months and years off, by date and by position", () => {
    const year = { from: "2026-03-01", to: "2027-03-31" }
    const month = { from: "2026-03-01", to: "2026-06-30" }
    expect(off({ ...year, type: 2, more: "<Month>2</Month><MonthDay>17</MonthDay>" })).toEqual([
      ...["2026-03-17", "2027-03-17"],
    ])
    // The last Monday of May.
    expect(
      off({ ...year, type: 3, more: "<MonthItem>4</MonthItem><MonthPosition>4</MonthPosition><Month>4</Month>" }),
    ).toEqual(["2026-05-25"])
    // The 31st, or the last day of a shorter month; 31 May 2026 is a Sunday.
    expect(off({ ...month, type: 4, more: "<Period>1</Period><MonthDay>31</MonthDay>" })).toEqual([
      ...["2026-03-31", "2026-04-30", "2026-06-30"],
    ])
    // The first weekday of every second month.
    expect(
      off({ ...month, type: 5, more: "<Period>2</Period><MonthItem>1</MonthItem><MonthPosition>0</MonthPosition>" }),
    ).toEqual(["2026-03-02", "2026-05-01"])
  })
  test("follows the single day before what repeats, and the narrower before the wider", () => {
    const fridays = { ...range, type: 6, more: "<Period>1</Period><DaysOfWeek>32</DaysOfWeek>" }
    const worked = { from: "2026-03-13", to: "2026-03-13", type: 1, working: true }
    expect(off(fridays)).toEqual(["2026-03-06", "2026-03-13", "2026-03-20", "2026-03-27"])
    for (const rules of [
      [fridays, worked],
      [worked, fridays],
    ])
      expect(off(...rules)).toEqual(["2026-03-06", "2026-03-20", "2026-03-27"])
    const week = { from: "2026-03-09", to: "2026-03-13", type: 1, name: "Week off" }
    for (const rules of [
      [week, worked],
      [worked, week],
    ])
      expect(off(...rules)).toEqual(["2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12"])
    const named = taken(text(week, { ...worked, working: false, name: "The day" })).calendar?.holidays
    expect(named?.map(({ name }) => name)).toEqual([...Array<string>(4).fill("Week off"), "The day"])
  })
  test("has the weeks of their own off that it says", () => {
    const weeks =
      "<WorkWeeks><WorkWeek><TimePeriod><FromDate>2026-03-09T00:00:00</FromDate><ToDate>2026-03-15T23:59:00</ToDate></TimePeriod><Name>Rest</Name><WeekDays><WeekDay><DayType>2</DayType><DayWorking>0</DayWorking></WeekDay></WeekDays></WorkWeek></WorkWeeks>"
    const { calendar } = taken(fileOf([{ uid: 1, name: "A" }], { calendars: standardCalendar(weeks) }))
    expect(calendar?.holidays.map((each) => each.day)).toEqual([day("2026-03-09")])
  })
  test("plans eight days over every third day off as its file does", () => {
    const rule = { from: "2027-02-02", to: "2027-02-11", type: 7, more: "<Period>3</Period>" }
    const early = "<EarlyStart>2027-02-01T08:00:00</EarlyStart><EarlyFinish>2027-02-16T17:00:00</EarlyFinish>"
    const file = fileOf([{ uid: 1, name: "A", days: 8, more: early }], {
      calendars: standardCalendar(`<Exceptions>${exception(rule)}</Exceptions>`),
    }).replace("<StartDate>2026-03-02", "<StartDate>2027-02-01")
    const compared = compare(read(file))
    expect(compared.ok && compared.value.tallies.earlyFinish).toEqual({ equal: 1, total: 1 })
  })
})
