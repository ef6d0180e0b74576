import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { changeItem } from "./change"
import { estimateFault, MAX_ESTIMATE_DAYS, notBefore, settle, workStatuses } from "./work-item"
import { Estimate, type WorkItemView } from "./work-item-shapes"

const today = day("2026-03-10")
const item: WorkItemView = {
  ...{ id: "i", number: 1, workstreamId: "w", phaseId: null, packKey: null, title: "SAP extraction" },
  ...{ status: "not_started", reason: null, ownerId: null, roleKey: null, rank: "a0", points: null },
  ...{
    optimistic: 2,
    likely: 4,
    pessimistic: 8,
    estimateConfirmed: false,
    effortDays: null,
    percent: 0,
    remainingDays: null,
    constraintType: null,
    constraintDay: null,
    startNoEarlierThan: null,
  },
  ...{
    ...{ sprintId: null, sprintStart: null, remainingEffort: null, backlogRank: null },
    deadline: null,
    actualStart: null,
    actualFinish: null,
    version: 3,
  },
}

describe("work", () => {
  test("that starts gets its actual start today", () => {
    expect(settle(item, { status: "in_progress" }, today)).toMatchObject({ ok: true, value: { actualStart: today } })
  })
  test("that reports progress has started", () => {
    expect(settle(item, { percent: 20 }, today)).toMatchObject({
      ok: true,
      value: { status: "in_progress", percent: 20, actualStart: today },
    })
  })
  test("that is done is at 100 % and has finished today, or on the day that was given", () => {
    expect(settle(item, { status: "done" }, today)).toMatchObject({ value: { percent: 100, actualFinish: today } })
    expect(settle(item, { status: "done", actualFinish: day("2026-03-05") }, today)).toMatchObject({
      value: { actualStart: "2026-03-05", actualFinish: "2026-03-05" },
    })
  })
  test("cannot be done after today, nor before it began", () => {
    expect(settle(item, { status: "done", actualFinish: day("2026-03-11") }, today)).toMatchObject({
      refusal: "done-in-the-future",
    })
    const begun = { ...item, status: "in_progress" as const, actualStart: day("2026-03-09") }
    expect(settle(begun, { status: "done", actualFinish: day("2026-03-01") }, today)).toMatchObject({
      refusal: "finish-before-start",
    })
  })
  test("that is reopened loses its actual finish and is no longer at 100 %", () => {
    const finished = { ...item, status: "done" as const, percent: 100, actualStart: today, actualFinish: today }
    expect(settle(finished, { status: "in_progress" }, today)).toMatchObject({
      value: { percent: 90, actualFinish: null },
    })
  })
  test("is not blocked or dropped without a reason, and keeps none when it goes on", () => {
    for (const status of ["blocked", "dropped"] as const)
      expect(settle(item, { status }, today)).toMatchObject({ ok: false, refusal: "reason-needed" })
    const blocked = { ...item, status: "blocked" as const, reason: "waiting for the licence" }
    expect(settle(blocked, { status: "in_progress" }, today)).toMatchObject({ value: { reason: null } })
    expect(settle(blocked, { percent: 30 }, today)).toMatchObject({ value: { reason: "waiting for the licence" } })
  })
  test("always fits together after any change of status and percent", () => {
    const changes = fc.record(
      {
        status: fc.constantFrom(...workStatuses),
        percent: fc.integer({ min: 0, max: 100 }),
        reason: fc.constant("because"),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 8 }), (list) => {
        let state: WorkItemView = item
        for (const change of list) {
          const result = changeItem(state, change, today)
          if (result.ok) state = result.value.after
        }
        expect(state.status === "done").toBe(state.actualFinish !== null)
        if (state.status === "done") expect(state.percent).toBe(100)
        if (state.status === "not_started") expect(state.actualStart).toBeNull()
        if (state.status === "blocked" || state.status === "dropped") expect(state.reason).not.toBeNull()
      }),
    )
  })
  test("tells what changed and what it was before", () => {
    expect(changeItem(item, { percent: 20, title: item.title }, today)).toMatchObject({
      value: {
        changes: { status: "in_progress", percent: 20, actualStart: today },
        before: { status: "not_started", percent: 0, actualStart: null },
      },
    })
  })
})

test("an estimate is refused by the rule for the first reason that its shape gives", () => {
  const days = fc.oneof(fc.integer({ min: -2, max: 8 }), fc.constantFrom(0.5, MAX_ESTIMATE_DAYS, MAX_ESTIMATE_DAYS + 1))
  fc.assert(
    fc.property(days, days, days, (optimistic, likely, pessimistic) => {
      const estimate = { optimistic, likely, pessimistic }
      const said = Estimate.safeParse(estimate).error?.issues.map(({ message }) => message) ?? []
      const fault = estimateFault(estimate)
      if (fault === null) expect(said).toEqual([])
      else expect(said).toContain(fault)
    }),
  )
})

describe("a change", () => {
  const begun = { ...item, status: "in_progress" as const, percent: 40, actualStart: day("2026-03-02") }
  const finished = { ...begun, status: "done" as const, percent: 100, actualFinish: today }
  test("that says when untouched work began starts it", () => {
    expect(changeItem(item, { actualStart: day("2026-03-04") }, today)).toMatchObject({
      value: { after: { status: "in_progress", actualStart: "2026-03-04" } },
    })
  })
  test.each([
    [item, { status: "not_started", actualStart: day("2026-03-04") }, "not-started", "actualStart"],
    [begun, { actualFinish: day("2026-03-09") }, "not-done", "actualFinish"],
    [begun, { actualStart: null }, "start-needed", "actualStart"],
    [finished, { actualFinish: null }, "finish-needed", "actualFinish"],
    [finished, { percent: 50 }, "percent-of-status", "percent"],
    [begun, { status: "not_started", percent: 50 }, "percent-of-status", "percent"],
    [begun, { reason: "because" }, "reason-of-status", "reason"],
    [
      { ...item, optimistic: null, likely: null, pessimistic: null },
      { estimateConfirmed: true },
      "nothing-to-confirm",
      "estimateConfirmed",
    ],
  ] as const)("of %o that cannot be kept whole is refused by name: %o", (from, change, refusal, path) => {
    expect(changeItem(from, change, today)).toMatchObject({ ok: false, refusal, detail: { fields: [{ path }] } })
  })
  test("that goes through is kept as it was sent, member for member", () => {
    const days = fc.constantFrom(day("2026-02-27"), day("2026-03-02"), day("2026-03-10"))
    const changes = fc.record(
      {
        status: fc.constantFrom(...workStatuses),
        percent: fc.integer({ min: 0, max: 100 }),
        reason: fc.constant("because"),
        actualStart: days,
        actualFinish: days,
        estimateConfirmed: fc.boolean(),
      },
      { requiredKeys: [] },
    )
    const froms = fc.constantFrom<WorkItemView>(item, begun, finished)
    fc.assert(
      fc.property(froms, changes, (from, change) => {
        const result = changeItem(from, change, today)
        if (result.ok) expect(result.value.after).toMatchObject(change)
      }),
      { numRuns: 1_000 },
    )
  })
})

test("an item in a sprint begins at the sprint's start, unless it is asked to begin later", () => {
  const early = day("2026-03-02")
  const late = day("2026-03-09")
  expect(notBefore({ startNoEarlierThan: null, sprintStart: late })).toBe(late)
  expect(notBefore({ startNoEarlierThan: early, sprintStart: late })).toBe(late)
  expect(notBefore({ startNoEarlierThan: late, sprintStart: early })).toBe(late)
  expect(notBefore({ startNoEarlierThan: early, sprintStart: null })).toBe(early)
})
