import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import { type Day, dayOf, isDay, ordinalOf } from "@/lib/base/kernel/day"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { capacityOf, demandsOf, spreadOf } from "./capacity"
import { daysOf, overAllocated, type Staffing } from "./person-days"
import { manyOf, sayPeople, sayShortage, sayUnknown } from "./say-capacity"

function day(text: string): Day {
  if (!isDay(text)) throw new Error(`${text} is no day`)
  return text
}

const compiled = compileCalendar({ weekend: [6, 7], holidays: [day("2027-03-29")] })
if (!compiled.ok) throw new Error("no calendar")
const calendar = compiled.value

const nobody: Staffing = { schedules: [], timeOff: [], elsewhere: [] }
const roadmap = {
  // A Monday.
  today: day("2027-03-01"),
  people: [
    { id: "p1", name: "Marta Ruiz", roleKey: "data-engineer", member: null, removed: false },
    { id: "p2", name: "Priya Nair", roleKey: "analyst", member: null, removed: false },
  ],
  deliveryRoles: [
    { key: "data-engineer", name: "Data engineer" },
    { key: "analyst", name: "Analyst" },
  ],
  workstreams: [],
}

const item = (id: string, more: Partial<WorkItemView>): WorkItemView => ({
  ...{ id, number: 1, workstreamId: "w", phaseId: null, packKey: null, title: id, status: "not_started", reason: null },
  ...{ ownerId: null, roleKey: null, rank: "a", points: null, optimistic: null, likely: null, pessimistic: null },
  ...{ estimateConfirmed: false, effortDays: null, percent: 0, remainingDays: null, startNoEarlierThan: null },
  ...{ constraintType: null, constraintDay: null, deadline: null, sprintId: null, sprintStart: null },
  ...{ remainingEffort: null, backlogRank: null, actualStart: null, actualFinish: null, version: 1, ...more },
})
type Planned = readonly [item: WorkItemView, start: Day, finish: Day]
const capacity = (
  planned: readonly Planned[],
  staffing = nobody,
  hires: Parameters<typeof capacityOf>[0]["hires"] = [],
) =>
  capacityOf({
    ...{ roadmap, calendar, hires, weekCount: 12, personDays: daysOf(staffing) },
    items: planned.map(([each]) => each),
    dates: new Map(planned.map(([{ id }, start, finish]) => [id, { start, finish }])),
  })
const rowOf = (of: ReturnType<typeof capacity>, key: string) => of.roles.find((role) => role.key === key)

describe("demand", () => {
  test("is the remaining effort over the planned days that are left", () => {
    const one = item("a", { ownerId: "p1", effortDays: 8, percent: 50, status: "in_progress" })
    const row = rowOf(capacity([[one, day("2027-02-15"), day("2027-03-12")]]), "data-engineer")
    // 4 days left over ten working days from 1 to 12 March.
    expect(row?.people[0]?.cells.slice(0, 3).map(({ demand }) => demand)).toEqual([2, 2, 0])
    expect(row?.cells[0]).toEqual({ demand: 2, supply: 4, over: false })
  })
  test("conserves effort: the weeks sum up to what is left", () => {
    const ordinal = fc.integer({ min: ordinalOf(day("2027-01-01")), max: ordinalOf(day("2027-12-31")) })
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 200, noNaN: true }), ordinal, fc.nat(200), (effort, from, length) => {
        const weeks = spreadOf({ effort, from: dayOf(from), to: dayOf(from + length) }, calendar)
        expect([...weeks.values()].reduce((sum, each) => sum + each, 0)).toBeCloseTo(effort, 6)
      }),
    )
  })
  test("of an item without effort is unknown and said, not 0", () => {
    const planned: Planned[] = [[item("a", { ownerId: "p1" }), day("2027-03-01"), day("2027-03-05")]]
    expect(rowOf(capacity(planned), "data-engineer")?.unknown).toBe(1)
    expect(sayUnknown(capacity(planned))).toBe("1 item has no effort yet and is not counted.")
    expect(sayUnknown(capacity([]))).toBe(null)
  })
  test("leaves out what is done or dropped", () => {
    const items = [item("a", { effortDays: 3, status: "done" }), item("b", { effortDays: 3, status: "dropped" })]
    const dates = new Map(items.map(({ id }) => [id, { start: day("2027-03-01"), finish: day("2027-03-05") }]))
    expect(demandsOf({ roadmap, items, dates, calendar })).toEqual({ demands: [], unknown: new Map() })
  })
})

describe("a week", () => {
  test("is over only where the work does not fit in its days, whatever the even spread says", () => {
    const long = item("a", { ownerId: "p1", effortDays: 4 })
    const short = item("b", { ownerId: "p1", effortDays: 3 })
    // Evenly 2 + 3 d of 4 d in the first week; but all of the first item fits in the second week.
    const fits = rowOf(
      capacity([
        [long, day("2027-03-01"), day("2027-03-12")],
        [short, day("2027-03-01"), day("2027-03-05")],
      ]),
      "data-engineer",
    )
    expect(fits?.people[0]?.cells[0]).toEqual({ demand: 5, supply: 4, over: false })
    const tight = rowOf(
      capacity([
        [long, day("2027-03-01"), day("2027-03-05")],
        [short, day("2027-03-01"), day("2027-03-05")],
      ]),
      "data-engineer",
    )
    expect(tight?.people[0]?.cells[0]).toEqual({ demand: 7, supply: 4, over: true })
    expect(tight?.people[0]?.cells[1]?.over).toBe(false)
  })
  test("has less where somebody works less, is off, or is taken by another programme", () => {
    const supplies = (staffing: Partial<Staffing>) =>
      rowOf(capacity([], { ...nobody, ...staffing }), "data-engineer")
        ?.cells.slice(0, 2)
        .map(({ supply }) => supply)
    const week = { personId: "p1", startDay: day("2027-03-01"), finishDay: day("2027-03-05") }
    expect(supplies({})).toEqual([4, 4])
    expect(supplies({ schedules: [{ personId: "p1", startDay: day("2027-03-08"), share: 0.5 }] })).toEqual([4, 2])
    expect(supplies({ timeOff: [{ ...week, share: 1 }] })).toEqual([0, 4])
    expect(supplies({ elsewhere: [{ ...week, share: 0.25 }] })).toEqual([3, 4])
    expect(supplies({ elsewhere: [{ ...week, share: 1 }], timeOff: [{ ...week, share: 1 }] })).toEqual([0, 4])
  })
  test("has what a hire brings", () => {
    const hire = { id: "h", name: "Data engineer 2", roleKey: "data-engineer", tentative: true }
    const period = { startDay: day("2027-03-08"), finishDay: day("2027-03-12"), share: 0.5 }
    const row = rowOf(capacity([], nobody, [{ ...hire, ...period }]), "data-engineer")
    expect(row?.cells.slice(0, 3).map(({ supply }) => supply)).toEqual([4, 6, 4])
  })
})

describe("what is said", () => {
  const busy = (effortDays: number): Planned => [
    item("a", { roleKey: "data-engineer", effortDays }),
    day("2027-03-01"),
    day("2027-03-31"),
  ]
  test("is the shortage in people of its month", () => {
    // March 2027 has 22 working days after the holiday: 17.6 d a person; 44 d are 26.4 d too many, 1.5 people.
    expect(sayShortage(capacity([busy(44)]), roadmap.today)).toBe("Short of 1.5 data engineers in March.")
    expect(sayShortage(capacity([busy(17.6)]), roadmap.today)).toBe(null)
    expect(manyOf("ML engineer")).toBe("ML engineers")
  })
  test("is who is over, and for how long", () => {
    const much = (id: string, ownerId: string): Planned => [
      item(id, { ownerId, effortDays: 20 }),
      day("2027-03-01"),
      day("2027-03-12"),
    ]
    expect(sayPeople(capacity([]))).toBe("Everyone fits.")
    expect(sayPeople(capacity([much("a", "p2")]))).toBe("Priya Nair is over 100% for 2 weeks; everyone else fits.")
    expect(sayPeople(capacity([much("a", "p2"), much("b", "p1")]))).toBe(
      "2 people are over 100%, Marta Ruiz for 2 weeks.",
    )
  })
})

describe("over-allocation", () => {
  const at = (share: number, startDay: Day) => ({
    ...{ personId: "p1", startDay, finishDay: day("2027-03-05"), share },
  })
  const days = [day("2027-03-01"), day("2027-03-02"), day("2027-03-03"), day("2027-03-04"), day("2027-03-05")] as const
  test("is summed per day over all allocations and other programmes", () => {
    expect(overAllocated([at(0.6, day("2027-03-01")), at(0.4, day("2027-03-03"))], nobody, days)).toEqual([])
    expect(overAllocated([at(0.6, day("2027-03-01")), at(0.6, day("2027-03-03"))], nobody, days)).toEqual([
      { personId: "p1", from: day("2027-03-03"), share: 1.2 },
    ])
    const elsewhere = [at(0.5, day("2027-03-01"))]
    expect(overAllocated([at(0.6, day("2027-03-03"))], { ...nobody, elsewhere }, days)).toEqual([
      { personId: "p1", from: day("2027-03-03"), share: 1.1 },
    ])
  })
  test("is more than somebody works, also below 100%", () => {
    const schedules = [{ personId: "p1", startDay: day("2027-01-01"), share: 0.5 }]
    expect(overAllocated([at(0.6, day("2027-03-01"))], { ...nobody, schedules }, days)).toMatchObject([{ share: 0.6 }])
  })
})
