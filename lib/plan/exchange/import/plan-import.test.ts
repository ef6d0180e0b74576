import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { type Parts, projectFile, standardCalendar, type TaskLine } from "@/tests/support/project-file"
import type { CurrentPlan } from "../current-plan"
import { readProject } from "../mspdi/read-project"
import { everything, idOf, plannedItem, planOf } from "../test-plans"
import type { ImportOptions, ImportPlan } from "./import-plan"
import { planImport } from "./plan-import"

function planned(parts: Parts, plan: CurrentPlan = planOf(), options: Partial<ImportOptions> = {}): ImportPlan {
  const file = readProject(projectFile(parts))
  if (!file.ok) throw new Error(JSON.stringify(file.refusal))
  const result = planImport(file.value, plan, { ...everything, ...options })
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const only = (more: string, days = 2) => planned({ tasks: [{ uid: 1, name: "A", days, more }] })
const valuesOf = (more: string, days = 2) => only(more, days).newItems[0]?.values
const said = (plan: ImportPlan) => [...plan.changed, ...plan.leftOut].map(({ what }) => what)

describe("tasks", () => {
  test("become work items under the workstream named like their nearest summary, or under a new one", () => {
    const tasks = [
      { uid: 1, name: "Upper" },
      { uid: 2, name: " workstream 1 ", level: 2 },
      { uid: 3, name: "here already", level: 3 },
      { uid: 4, name: "Own", level: 2 },
      { uid: 5, name: "new", level: 3 },
      { uid: 6, name: "alone" },
    ]
    const { newItems, newWorkstreams, changed } = planned({ tasks, title: "Plan" })
    expect(newItems.map(({ values, workstream }) => [values.title, workstream])).toEqual([
      ["here already", { kind: "workstream", id: idOf(3, 1) }],
      ["new", { kind: "new-workstream", name: "Own" }],
      ["alone", { kind: "new-workstream", name: "Plan" }],
    ])
    expect(newWorkstreams).toEqual([
      { name: "Own", tasks: 1, holdsGate: true },
      { name: "Plan", tasks: 1, holdsGate: true },
    ])
    expect(changed.map(({ task }) => task)).toEqual(["Upper"])
  })
  test("bring their length as all three estimates, or the ones of fields named so", () => {
    expect(valuesOf("", 2.5)).toMatchObject({ optimistic: 2.5, likely: 2.5, pessimistic: 2.5 })
    const head =
      "<ExtendedAttributes><ExtendedAttribute><FieldID>188743783</FieldID><Alias>Optimistic length</Alias></ExtendedAttribute></ExtendedAttributes>"
    const field = "<ExtendedAttribute><FieldID>188743783</FieldID><Value>PT4H0M0S</Value></ExtendedAttribute>"
    const { newItems } = planned({ head, tasks: [{ uid: 1, name: "A", days: 2, more: field }] })
    expect(newItems[0]?.values).toMatchObject({ optimistic: 0.5, likely: 2, pessimistic: 2 })
  })
  test("that take no time count as no time", () => {
    const plan = only("<Milestone>1</Milestone>", 0)
    expect(plan.newItems[0]?.values).toMatchObject({ optimistic: 0, likely: 0, pessimistic: 0 })
    expect(said(plan)).toEqual([])
  })
  test("of elapsed days are told in working days", () => {
    const tasks = [{ uid: 1, name: "Dry", days: 21, more: "<EarlyStart>2026-03-02T08:00:00</EarlyStart>" }]
    const file = readProject(projectFile({ tasks }).replace("<DurationFormat>7", "<DurationFormat>8"))
    if (!file.ok) throw new Error("unread")
    const result = planImport(file.value, planOf(), everything)
    expect(result.ok && result.value.newItems[0]?.values.likely).toBe(5)
    expect(result.ok && said(result.value)).toEqual(["Its 168 hours imported as 5 working days."])
  })
  test("under way keep their remaining duration where it says more than the percentage", () => {
    const begun = "<ActualStart>2026-02-02T08:00:00</ActualStart>"
    const left = (percent: number, hours: number) =>
      valuesOf(
        `<PercentComplete>${percent}</PercentComplete>${begun}<RemainingDuration>PT${hours}H0M0S</RemainingDuration>`,
        10,
      )?.remainingDays
    expect([left(40, 48), left(40, 72), left(0, 80), left(0, 40), left(100, 0)]).toEqual([null, 9, null, 5, null])
    // Percentages are whole: 33% leaves 53.6 hours, and a file of a third says 53.3.
    expect(left(33, 53.3)).toBeNull()
  })
  test("that are done, begun, inactive or begun tomorrow come with what fits together", () => {
    const dates = "<ActualStart>2026-02-02T08:00:00</ActualStart>"
    expect(valuesOf(`<PercentComplete>40</PercentComplete>${dates}`)).toMatchObject({
      status: "in_progress",
      percent: 40,
      actualStart: "2026-02-02",
      actualFinish: null,
    })
    expect(
      valuesOf(`<PercentComplete>100</PercentComplete>${dates}<ActualFinish>2026-02-06T17:00:00</ActualFinish>`),
    ).toMatchObject({ status: "done", percent: 100, actualFinish: "2026-02-06" })
    expect(valuesOf("<Active>0</Active>")).toMatchObject({ status: "dropped", reason: "Inactive in the project file" })
    const late = only("<PercentComplete>40</PercentComplete><ActualStart>2026-05-02T08:00:00</ActualStart>")
    expect(late.newItems[0]?.values).toMatchObject({ status: "not_started", percent: 0, actualStart: null })
    expect(said(late)).toEqual(["Its progress and actual dates"])
  })
})

describe("constraints", () => {
  const at = (type: number, moment: string) =>
    `<ConstraintType>${type}</ConstraintType><ConstraintDate>${moment}</ConstraintDate>`
  test.each([
    [4, "2026-03-10T08:00:00", { startNoEarlierThan: "2026-03-10", deadline: null }, 0],
    [4, "2026-03-10T17:00:00", { startNoEarlierThan: "2026-03-11", deadline: null }, 0],
    [4, "2026-03-10T13:00:00", { startNoEarlierThan: "2026-03-10", deadline: null }, 1],
    [2, "2026-03-10T08:00:00", { constraintType: "MSO", constraintDay: "2026-03-10" }, 0],
    [2, "2026-03-10T10:00:00", { constraintType: "MSO", constraintDay: "2026-03-10" }, 1],
    [3, "2026-03-10T17:00:00", { constraintType: "MFO", constraintDay: "2026-03-10", deadline: null }, 0],
    [5, "2026-03-10T08:00:00", { constraintType: "SNLT", constraintDay: "2026-03-10", deadline: null }, 0],
    [5, "2026-03-10T17:00:00", { constraintType: "SNLT", constraintDay: "2026-03-11", deadline: null }, 0],
    [6, "2026-03-10T17:00:00", { constraintType: "FNET", constraintDay: "2026-03-10", startNoEarlierThan: null }, 0],
    [6, "2026-03-10T08:00:00", { constraintType: "FNET", constraintDay: "2026-03-09", startNoEarlierThan: null }, 0],
    [7, "2026-03-10T17:00:00", { constraintType: "FNLT", constraintDay: "2026-03-10", deadline: null }, 0],
    [1, "2026-03-10T08:00:00", { constraintType: "ALAP", constraintDay: null, startNoEarlierThan: null }, 0],
    [0, "2026-03-10T08:00:00", { constraintType: null, constraintDay: null, startNoEarlierThan: null }, 0],
  ] as const)("of type %i at %s are imported as %o and said so", (type, moment, dates, remarks) => {
    const plan = only(at(type, moment))
    expect(plan.newItems[0]?.values).toMatchObject(dates)
    expect(said(plan).length).toBe(remarks)
  })
  test("stand beside a deadline", () => {
    expect(valuesOf(`${at(7, "2026-03-10T17:00:00")}<Deadline>2026-03-06T17:00:00</Deadline>`)).toMatchObject({
      ...{ constraintType: "FNLT", constraintDay: "2026-03-10", deadline: "2026-03-06" },
    })
    expect(valuesOf("<Deadline>2026-03-06T08:00:00</Deadline>")?.deadline).toBe("2026-03-05")
  })
})

describe("links", () => {
  const pair = (after: string, raw?: (text: string) => string) => {
    const tasks: TaskLine[] = [
      { uid: 1, name: "A", days: 4 },
      { uid: 2, name: "B", after: [after] },
    ]
    const file = readProject((raw ?? ((text) => text))(projectFile({ tasks })))
    if (!file.ok) throw new Error("unread")
    const result = planImport(file.value, planOf(), everything)
    if (!result.ok) throw new Error("refused")
    return result.value
  }
  test("keep their type, and their lag in its unit where that is a whole number", () => {
    for (const type of ["FS", "SS", "FF", "SF"])
      expect(pair(`1${type}-2`).newLinks).toMatchObject([{ type, lag: -2, lagUnit: "days" }])
    const half = pair("1FS+1.5")
    expect([half.newLinks, said(half)]).toMatchObject([[{ lag: 12, lagUnit: "hours" }], []])
    const rounded = pair("1FS+1.4")
    expect(rounded.newLinks).toMatchObject([{ lag: 11, lagUnit: "hours" }])
    expect(said(rounded)).toEqual(['The lag after "A" is imported as 11 working hours instead of 1.4 days.'])
  })
  test.each([
    [50, 19, { lag: 50, lagUnit: "percent" }, []],
    [-25, 51, { lag: -25, lagUnit: "percent" }, []],
    [43_200, 8, { lag: 3, lagUnit: "elapsed_days" }, []],
    [14_400, 6, { lag: 1, lagUnit: "elapsed_days" }, []],
    [1_800, 5, { lag: 3, lagUnit: "hours" }, []],
    [4_800, 5, { lag: 8, lagUnit: "hours" }, []],
    [50, 20, { lag: 2, lagUnit: "days" }, ["2 working days instead of 50% of its predecessor's elapsed duration."]],
    [3_000, 6, { lag: 0, lagUnit: "elapsed_days" }, ["0 elapsed days instead of 5 elapsed hours."]],
  ])("with a lag of %i in Project's format %i have one of %o", (lag, format, expected, remarks) => {
    const plan = pair("1", (text) =>
      text.replace("<LinkLag>0</LinkLag><LagFormat>7", `<LinkLag>${lag}</LinkLag><LagFormat>${format}`),
    )
    expect(plan.newLinks).toMatchObject([expected])
    expect(said(plan)).toEqual(remarks.map((each) => `The lag after "A" is imported as ${each}`))
  })
  test("of other files, of nothing and of two with the same ends are left out or taken once", () => {
    const foreign = pair("1", (text) => text.replace("<CrossProject>0", "<CrossProject>1"))
    expect([foreign.newLinks, said(foreign)]).toEqual([[], ['A link from "A"']])
    expect(said(pair("9"))).toEqual(["A link from a task that is not in the file"])
    const twice = planned({
      tasks: [
        { uid: 1, name: "A" },
        { uid: 2, name: "B", after: ["1", "1+3"] },
      ],
    })
    expect(twice.newLinks).toMatchObject([{ lag: 0 }])
  })
  test("of summaries become links of workstreams", () => {
    const tasks = [
      { uid: 1, name: "Workstream 0" },
      { uid: 2, name: "a", level: 2 },
      { uid: 3, name: "Fresh", after: ["1"] },
      { uid: 4, name: "b", level: 2 },
    ]
    expect(planned({ tasks }).newLinks).toEqual([
      {
        from: { kind: "workstream", id: idOf(3, 0) },
        to: { kind: "new-workstream", name: "Fresh" },
        type: "FS",
        ...{ lag: 0, lagUnit: "days" },
      },
    ])
  })
  test("that close a circle with those that are here are refused with the names", () => {
    const mine = { ...plannedItem(0, { title: "Here" }), importKey: "guid:a" }
    const other = plannedItem(1, { title: "Mine", importKey: "guid:b" })
    const link = {
      id: idOf(7, 0),
      version: 1,
      type: "FS",
      lag: 0,
      lagUnit: "days",
      from: { kind: "item", id: mine.id },
      to: { kind: "item", id: other.id },
    } as const
    const tasks = [
      { uid: 1, name: "Here", more: "<GUID>A</GUID>", after: ["2"] },
      { uid: 2, name: "Mine", more: "<GUID>B</GUID>" },
    ]
    const file = readProject(projectFile({ tasks }))
    if (!file.ok) throw new Error("unread")
    const result = planImport(file.value, planOf({ items: [mine, other], links: [link] }), everything)
    expect(!result.ok && result.refusal).toEqual({ code: "circle", members: ["Here", "Mine"] })
  })
})

describe("what is here already", () => {
  const here = plannedItem(0, {
    title: "A",
    importKey: "guid:x",
    optimistic: 1,
    likely: 2,
    pessimistic: 4,
    ownerId: idOf(6, 0),
  })
  const again = (more: string, days = 2) =>
    planned({ tasks: [{ uid: 7, name: "A", days, more: `<GUID>X</GUID>${more}` }] }, planOf({ items: [here] }))
  test("is found by what it was called at an earlier import and left where it is the same", () => {
    expect(again("")).toMatchObject({ newItems: [], changedItems: [], sameItems: 1, newWorkstreams: [] })
  })
  test("keeps its own range around a new likely length", () => {
    expect(again("", 5).changedItems[0]?.changes).toEqual({ optimistic: 1, likely: 5, pessimistic: 5 })
  })
  test("keeps its owner where the file names nobody", () => {
    expect(again("<Notes>new words</Notes>").changedItems).toMatchObject([
      { changes: { description: "new words" }, owner: null },
    ])
  })
})

describe("people, calendars and baselines", () => {
  const resources =
    "<Resource><UID>1</UID><Name>marta ruiz</Name><Type>1</Type></Resource><Resource><UID>2</UID><Name>Ines</Name><Type>1</Type></Resource><Resource><UID>3</UID><Name>Steel</Name><Type>0</Type></Resource>"
  const assign = (resource: number) =>
    `<Assignment><TaskUID>1</TaskUID><ResourceUID>${resource}</ResourceUID></Assignment>`
  test("match by name, are added by choice, and the first who is assigned owns", () => {
    const parts = { tasks: [{ uid: 1, name: "A" }], resources, assignments: assign(3) + assign(2) + assign(1) }
    const added = planned(parts)
    expect([added.newPeople, added.matchedPeople, added.newItems[0]?.owner]).toEqual([["Ines"], 1, { name: "Ines" }])
    const matched = planned(parts, planOf(), { addPeople: false })
    expect([matched.newPeople, matched.newItems[0]?.owner]).toEqual([[], { id: idOf(6, 0) }])
    expect(said(matched)).toContain('The resource "Ines"')
  })
  test("bring weekend and days off that differ from the programme's", () => {
    const off =
      "<Exceptions><Exception><TimePeriod><FromDate>2026-04-03T00:00:00</FromDate><ToDate>2026-04-06T23:59:00</ToDate></TimePeriod><Name>Easter</Name><Type>1</Type><DayWorking>0</DayWorking></Exception></Exceptions>"
    const { calendar } = planned({ tasks: [{ uid: 1, name: "A" }], calendars: standardCalendar(off) })
    expect(calendar).toEqual({
      weekend: [6, 7],
      holidays: [
        { day: "2026-04-03", name: "Easter" },
        { day: "2026-04-06", name: "Easter" },
      ],
    })
    const programme = {
      ...planOf().programme,
      holidays: [
        { day: day("2026-04-03"), name: "a" },
        { day: day("2026-04-06"), name: "b" },
      ],
    }
    expect(
      planned({ tasks: [{ uid: 1, name: "A" }], calendars: standardCalendar(off) }, planOf({ programme })).calendar,
    ).toBeNull()
  })
  test("become named baselines, once", () => {
    const more =
      "<Baseline><Number>2</Number><Start>2026-03-03T08:00:00</Start><Finish>2026-03-05T17:00:00</Finish><Duration>PT24H0M0S</Duration></Baseline>"
    const parts = { tasks: [{ uid: 1, name: "A", more }], title: "Plan" }
    expect(planned(parts).baselines).toEqual([
      {
        name: "Baseline 2 of Plan",
        lines: [{ part: { kind: "new-item", uid: 1 }, start: "2026-03-03", finish: "2026-03-05", likely: 3 }],
      },
    ])
    expect(planned(parts, planOf({ baselines: [{ name: "Baseline 2 of Plan", lines: [] }] })).baselines).toEqual([])
  })
})

test("a file without tasks is refused", () => {
  const file = readProject(projectFile({ tasks: [] }))
  expect(file.ok && planImport(file.value, planOf(), everything)).toMatchObject({ refusal: { code: "nothing-in-it" } })
})
