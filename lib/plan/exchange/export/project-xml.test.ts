import { SaxesParser } from "saxes"
import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { compare } from "../mspdi/comparison"
import { readProject } from "../mspdi/read-project"
import { idOf, plannedItem, planOf } from "../test-plans"
import { projectXml } from "./project-xml"

/** The order of the schema as published (mspdi_pj12.xsd, with Active of Project 2010), for every element that has parts here. */
const published: Readonly<Record<string, string>> = {
  Project:
    "SaveVersion UID Name Title Subject Category Company Manager Author CreationDate Revision LastSaved ScheduleFromStart StartDate FinishDate FYStartDate CriticalSlackLimit CurrencyDigits CurrencySymbol CurrencyCode CurrencySymbolPosition CalendarUID DefaultStartTime DefaultFinishTime MinutesPerDay MinutesPerWeek DaysPerMonth DefaultTaskType DefaultFixedCostAccrual DefaultStandardRate DefaultOvertimeRate DurationFormat WorkFormat EditableActualCosts HonorConstraints EarnedValueMethod InsertedProjectsLikeSummary MultipleCriticalPaths NewTasksEffortDriven NewTasksEstimated SplitsInProgressTasks SpreadActualCost SpreadPercentComplete TaskUpdatesResource FiscalYearStart WeekStartDay MoveCompletedEndsBack MoveRemainingStartsBack MoveRemainingStartsForward MoveCompletedEndsForward BaselineForEarnedValue AutoAddNewResourcesAndTasks StatusDate CurrentDate MicrosoftProjectServerURL Autolink NewTaskStartDate DefaultTaskEVMethod ProjectExternallyEdited ExtendedCreationDate ActualsInSync RemoveFileProperties AdminProject OutlineCodes WBSMasks ExtendedAttributes Calendars Tasks Resources Assignments",
  Task: "UID ID Name Active Type IsNull CreateDate Contact WBS WBSLevel OutlineNumber OutlineLevel Priority Start Finish Duration DurationFormat Work Stop Resume ResumeValid EffortDriven Recurring OverAllocated Estimated Milestone Summary Critical IsSubproject IsSubprojectReadOnly SubprojectName ExternalTask ExternalTaskProject EarlyStart EarlyFinish LateStart LateFinish StartVariance FinishVariance WorkVariance FreeSlack TotalSlack FixedCost FixedCostAccrual PercentComplete PercentWorkComplete Cost OvertimeCost OvertimeWork ActualStart ActualFinish ActualDuration ActualCost ActualOvertimeCost ActualWork ActualOvertimeWork RegularWork RemainingDuration RemainingCost RemainingWork RemainingOvertimeCost RemainingOvertimeWork ACWP CV ConstraintType CalendarUID ConstraintDate Deadline LevelAssignments LevelingCanSplit LevelingDelay LevelingDelayFormat PreLeveledStart PreLeveledFinish Hyperlink HyperlinkAddress HyperlinkSubAddress IgnoreResourceCalendar Notes HideBar Rollup BCWS BCWP PhysicalPercentComplete EarnedValueMethod PredecessorLink ActualWorkProtected ActualOvertimeWorkProtected ExtendedAttribute Baseline OutlineCode TimephasedData",
  PredecessorLink: "PredecessorUID Type CrossProject CrossProjectName LinkLag LagFormat",
  ExtendedAttribute:
    "FieldID FieldName CFType Guid ElemType MaxMultiValues UserDef Alias SecondaryPID Value ValueGUID DurationFormat",
  Baseline: "TimephasedData Number Interim Start Finish Duration DurationFormat EstimatedDuration Work Cost BCWS BCWP",
  Calendar: "UID Name IsBaseCalendar BaseCalendarUID WeekDays Exceptions WorkWeeks",
  WeekDay: "DayType DayWorking TimePeriod WorkingTimes",
  Exception:
    "EnteredByOccurrences TimePeriod Occurrences Name Type Period DaysOfWeek MonthItem MonthPosition Month MonthDay DayWorking WorkingTimes",
  TimePeriod: "FromDate ToDate",
  WorkingTime: "FromTime ToTime",
  Resource: "UID ID Name Type IsNull Initials MaxUnits",
  Assignment:
    "UID TaskUID ResourceUID PercentWorkComplete ActualWork Delay Finish RemainingWork Start Stop Resume Units Work WorkContour",
}
const lists = new Set([
  "ExtendedAttributes",
  "Calendars",
  "Tasks",
  "Resources",
  "Assignments",
  "WeekDays",
  "Exceptions",
  "WorkingTimes",
])

/** Every place where an element stands after one that the schema puts behind it, or where it does not belong. */
function misplaced(xml: string): string[] {
  const wrong: string[] = []
  const open: { name: string; last: number }[] = []
  const parser = new SaxesParser()
  parser.on("error", (error) => {
    throw error
  })
  parser.on("opentag", ({ name }) => {
    const parent = open.at(-1)
    const order = parent ? published[parent.name]?.split(" ") : undefined
    if (parent && order) {
      const at = order.indexOf(name)
      if (at < parent.last) wrong.push(`${name} in ${parent.name}`)
      parent.last = Math.max(at, parent.last)
    } else if (parent && !lists.has(parent.name)) wrong.push(`${name} in ${parent.name}`)
    open.push({ name, last: 0 })
  })
  parser.on("closetag", () => void open.pop())
  parser.write(xml).close()
  return wrong
}

const plan = planOf({
  programme: {
    ...planOf().programme,
    startDay: day("2026-01-05"),
    holidays: [{ day: day("2026-04-03"), name: "Good Friday" }],
  },
  items: [
    plannedItem(0, {
      ownerId: idOf(6, 0),
      startNoEarlierThan: day("2026-04-01"),
      deadline: day("2026-05-01"),
      description: "x",
    }),
    plannedItem(1, { status: "in_progress", percent: 50, actualStart: day("2026-02-02"), likely: 10, pessimistic: 20 }),
    plannedItem(2, { status: "done", percent: 100, actualStart: day("2026-01-05"), actualFinish: day("2026-01-06") }),
    plannedItem(3, { status: "dropped", reason: "no longer wanted" }),
    plannedItem(4, { likely: 0, optimistic: 0, pessimistic: 0 }),
  ],
  links: [
    {
      id: idOf(7, 0),
      version: 1,
      type: "SS",
      lag: 2,
      lagUnit: "days",
      from: { kind: "item", id: idOf(4, 0) },
      to: { kind: "item", id: idOf(4, 4) },
    },
    {
      id: idOf(7, 1),
      version: 1,
      type: "FS",
      lag: 0,
      lagUnit: "days",
      from: { kind: "item", id: idOf(4, 0) },
      to: { kind: "item", id: idOf(4, 4) },
    },
  ],
  baselines: [
    {
      name: "First",
      lines: [{ part: "item", partId: idOf(4, 0), start: day("2026-01-05"), finish: day("2026-01-06"), likely: 2 }],
    },
  ],
})

describe("an exported plan", () => {
  const xml = projectXml(plan)
  const file = readProject(xml)
  if (!file.ok) throw new Error(file.refusal.sentence)
  const { tasks, calendars, assignments, resources } = file.value
  const task = (name: string) => tasks.find((each) => each.name === name)

  test("has its elements in the order of the schema", () => {
    expect(misplaced(xml)).toEqual([])
    expect(misplaced(xml.replace(/(<UID>1<\/UID>)(<ID>1<\/ID>)/, "$2$1"))).toContain("UID in Task")
  })
  test("numbers its tasks one after the other and nests them in an outline", () => {
    expect(tasks.map(({ uid }) => uid)).toEqual(tasks.map((_, at) => at + 1))
    expect(tasks.map(({ outlineLevel, summary }) => [outlineLevel, summary])).toEqual([
      ...[
        [1, true],
        [2, true],
        [3, false],
        [3, false],
        [3, false],
        [3, false],
        [3, false],
        [2, false],
        [2, false],
      ],
      ...[
        [1, true],
        [2, false],
        [2, false],
        [1, true],
        [2, false],
      ],
    ])
    expect(task("Gate 1")?.milestone).toBe(true)
  })
  test("joins two tasks once, and leads a second link over a milestone", () => {
    const between = task("Item 0 SS Item 4")
    expect(task("Item 4")?.links).toMatchObject([
      { type: "FS", lag: 0, fromUid: task("Item 0")?.uid },
      { type: "FS", lag: 0, fromUid: between?.uid },
    ])
    expect(between?.links).toMatchObject([{ type: "SS", lag: 9600, fromUid: task("Item 0")?.uid }])
  })
  test("carries progress, constraints, baselines, who owns what and days off", () => {
    expect(task("Item 0")).toMatchObject({ constraint: "SNET", baselines: [{ number: 0, minutes: 960 }] })
    expect(task("Item 1")).toMatchObject({ percent: 50, remainingMinutes: 2400 })
    expect([task("Item 2")?.percent, task("Item 3")?.active, task("Item 4")?.milestone]).toEqual([100, false, true])
    expect([resources.map(({ name }) => name), assignments.length]).toEqual([["Marta Ruiz"], 1])
    expect(calendars[0]?.exceptions).toMatchObject([{ name: "Good Friday", shifts: [] }])
  })
  test("lies in Project where it lies here: work under way goes on today, and none lies in the past", () => {
    const compared = compare(file.value)
    expect(compared.ok && compared.value.differing).toEqual([])
    expect(compared.ok && compared.value.tasks.total).toBeGreaterThan(5)
  })
})
