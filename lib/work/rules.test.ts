import { describe, expect, test } from "vitest"
import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import { type Day, day } from "@/lib/base/kernel/day"
import { remainingEffortOf } from "./effort"
import { type Candidate, fillSprint } from "./fill"
import { judgeSprint, stateOf } from "./sprint"
import { resultOf, type SprintLine, sayResult } from "./sprint-result"
import { supplyOf } from "./supply"
import { limitOf, quantile, velocityOf } from "./velocity"

const calendar = (holidays: readonly Day[] = []) => {
  const compiled = compileCalendar({ weekend: [6, 7], holidays })
  if (!compiled.ok) throw new Error("no working day")
  return compiled.value
}
const fortnight = { from: day("2026-11-30"), to: day("2026-12-11") }

describe("supply", () => {
  test("is working days without holidays, time off and other allocations, less support", () => {
    expect(supplyOf(calendar(), fortnight)).toBe(8)
    expect(supplyOf(calendar([day("2026-12-08")]), fortnight)).toBe(7.2)
    const off = (each: Day) => (each >= "2026-12-10" ? { timeOff: 1 } : {})
    expect(supplyOf(calendar(), fortnight, 0.2, off)).toBe(6.4)
    expect(supplyOf(calendar(), fortnight, 0, () => ({ worked: 0.8, elsewhere: 0.5 }))).toBe(3)
  })
  test("is never below 0: too much on one day takes nothing from another", () => {
    expect(supplyOf(calendar(), fortnight, 0, (each) => ({ elsewhere: each === "2026-12-01" ? 5 : 0 }))).toBe(9)
    expect(supplyOf(calendar(), fortnight, 2)).toBe(0)
  })
})

test("remaining effort is as given, else what the percentage leaves, nothing once done, unknown without effort", () => {
  const item = { effortDays: 4, remainingEffort: null, percent: 25, status: "in_progress" } as const
  expect(remainingEffortOf(item)).toBe(3)
  expect(remainingEffortOf({ ...item, remainingEffort: 7 })).toBe(7)
  expect(remainingEffortOf({ ...item, status: "done" })).toBe(0)
  expect(remainingEffortOf({ ...item, effortDays: null })).toBeNull()
})

const item = (number: number, effort: number | null, more: Partial<Candidate> = {}): Candidate => ({
  ...{ id: `i${number}`, number, effort, ownerId: "marta", roleKey: null, blocked: false, after: [], ...more },
})
const people = [
  { id: "marta", name: "Marta", roleKey: "data-engineer", free: 5 },
  { id: "leo", name: "Leo", roleKey: "data-engineer", free: 2 },
]
const waits = (id: string, inSprint = false, blocked = false) => [{ id, name: id, inSprint, blocked }]

describe("filling a sprint", () => {
  test("takes by rank what fits, and says of all else why not", () => {
    const filled = fillSprint(
      [
        item(1, 4),
        item(2, 3),
        item(3, null),
        item(4, 1, { after: waits("i2") }),
        item(5, 1, { after: waits("i1") }),
        item(6, 2, { ownerId: null, roleKey: "data-engineer" }),
        item(7, 1, { ownerId: "kim" }),
      ],
      people,
    )
    expect(filled.taken).toEqual(["i1", "i5", "i6"])
    expect(filled.left).toEqual([
      { id: "i2", because: "1.0 of 3.0 d free" },
      { id: "i3", because: "no effort given yet" },
      { id: "i4", because: "after i2" },
    ])
    expect(filled.notReached).toEqual(["i7"])
  })
  test("leaves out what is blocked or waits for what is, even in the sprint", () => {
    const asked = [item(1, 1, { blocked: true }), item(2, 1, { after: waits("x", true, true) })]
    expect(fillSprint(asked, people).left.map(({ because }) => because)).toEqual(["blocked", "after x, blocked"])
  })
  test("stops at the limit and never takes more than anybody has", () => {
    const filled = fillSprint([item(1, 2), item(2, 2), item(3, 1)], people, 3)
    expect(filled).toEqual({
      taken: ["i1", "i3"],
      left: [{ id: "i2", because: "1.0 of 2.0 d below the limit" }],
      notReached: [],
    })
  })
})

const line = (itemNumber: number, more: Partial<SprintLine>): SprintLine => ({
  ...{ sprintId: "s", itemId: `i${itemNumber}`, itemNumber, title: "", committed: true, effort: 2 },
  ...{ closingEffort: 2, remaining: 0, outcome: "done", reason: null, goesToId: null, ...more },
})

describe("the snapshot of a closed sprint", () => {
  test("of 10 committed, 8 done and 2 dropped is all of it, and says so", () => {
    const lines = Array.from({ length: 10 }, (_, at) => line(at, at < 8 ? {} : { outcome: "dropped" }))
    const result = resultOf(lines)
    expect(result.doneShare).toBe(1)
    expect(sayResult(result)).toBe("10 committed, 8 done, 2 dropped")
    expect(result.doneDays).toBe(16)
  })
  test("counts what came later, went, was estimated anew and is carried over", () => {
    const lines = [
      line(1, {}),
      line(2, { outcome: "carried", closingEffort: 5 }),
      line(3, { outcome: "removed", closingEffort: null, effort: null }),
      line(4, { committed: false, effort: null, closingEffort: 3 }),
    ]
    expect(resultOf(lines)).toEqual({
      ...{ committed: 3, added: 1, removed: 1, reestimated: 1, dropped: 0, done: 2, carriedOver: 1 },
      ...{ doneShare: 2 / 3, committedDays: 4, doneDays: 5 },
    })
  })
  test("has no share where nothing is left to count", () => {
    expect(resultOf([line(1, { outcome: "dropped" })]).doneShare).toBeNull()
  })
})

describe("velocity", () => {
  test("is the median and the range of the last eight", () => {
    expect(velocityOf([99, 31, 36, 34, 40, 44, 38, 41, 33])).toEqual({ median: 37, low: 31, high: 44, count: 8 })
    expect(velocityOf([])).toBeNull()
  })
  test("limits a fill from three closed sprints on", () => {
    expect(limitOf(40, [10, 20])).toBe(40)
    expect(limitOf(40, [10, 20, 30])).toBe(20)
    expect(limitOf(15, [10, 20, 30])).toBe(15)
  })
  test("quantiles lie between neighbours by proportion", () => {
    expect(quantile([1, 2, 3, 4], 0.85)).toBeCloseTo(3.55)
    expect(quantile([7], 0.5)).toBe(7)
  })
})

describe("a sprint", () => {
  const before = {
    ...{ id: "s", number: 1, version: 1, createdAt: "", updatedAt: "", own: {}, name: "Sprint 1", goal: "" },
    ...{ startDay: day("2026-11-30"), finishDay: day("2026-12-11"), teamId: null, startedOn: null, closedOn: null },
  }
  test("is planned, running, closed", () => {
    expect(stateOf(before)).toBe("planned")
    expect(stateOf({ ...before, startedOn: before.startDay })).toBe("running")
    expect(stateOf({ ...before, startedOn: before.startDay, closedOn: before.finishDay })).toBe("closed")
  })
  test("keeps its dates in order, and still once it is closed", () => {
    const late = day("2026-12-14")
    expect(judgeSprint(before, { startDay: late })).toMatchObject({ ok: true, value: { finishDay: late } })
    expect(judgeSprint(before, { finishDay: day("2026-11-01") })).toMatchObject({ refusal: "finishes-before-start" })
    expect(judgeSprint({ ...before, closedOn: late }, { finishDay: late })).toMatchObject({
      refusal: "sprint-is-closed",
    })
    expect(judgeSprint({ ...before, closedOn: late }, { goal: "x" }).ok).toBe(true)
  })
})
