import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Day, day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { type PastForecast, SCORE_WINDOW_DAYS, sayScore, scoreForecasts } from "./score"

const passedOn = day("2026-06-30")
const ahead = (days: number): Day => dayOf(ordinalOf(passedOn) - days)
const past = (daysAhead: number, off: readonly [number, number, number, number], more: object = {}): PastForecast => ({
  ...{ runId: `run-${daysAhead}`, gateId: "g1", madeOn: ahead(daysAhead) },
  ...{ p10: ahead(-off[0]), p50: ahead(-off[1]), p80: ahead(-off[2]), p90: ahead(-off[3]), ...more },
})
const gate = { gateId: "g1", passedOn }

describe("the score of earlier forecasts", () => {
  test("counts the last forecast of each four weeks before a gate passed", () => {
    const score = scoreForecasts(
      [past(3, [-9, -1, 0, 4]), past(20, [0, 0, 0, 0]), past(29, [-9, -8, -7, 1]), past(56, [9, 9, 9, 9])],
      [gate],
    )
    expect(score.scored.map(({ daysAhead }) => daysAhead)).toEqual([29, 3])
    expect(score.of).toBe(2)
    expect(score.cameTrue.map(({ name, times }) => [name, times])).toEqual([
      ["p10", 0],
      ["p50", 0],
      ["p80", 1],
      ["p90", 2],
    ])
    expect(score.meanErrorDays).toBe(4.5)
    expect(sayScore(score)).toBe("1 of 2 past P80 dates met.")
  })
  test("leaves out what was made on the day or later, and gates that have not passed", () => {
    const score = scoreForecasts(
      [past(0, [0, 0, 0, 0]), past(-3, [0, 0, 0, 0]), past(9, [0, 0, 0, 0], { gateId: "g2" })],
      [gate],
    )
    expect(score).toMatchObject({ of: 0, scored: [], meanErrorDays: null })
    expect(sayScore(score)).toBeNull()
  })
  test("calls a day saved that was passed on the very day", () => {
    expect(scoreForecasts([past(5, [0, 0, 0, 0])], [gate]).cameTrue.map(({ times }) => times)).toEqual([1, 1, 1, 1])
  })
  test("does not depend on the order of the runs, and more runs of the same weeks do not outvote", () => {
    const days = fc.array(fc.integer({ min: -5, max: 200 }), { maxLength: 40 })
    fc.assert(
      fc.property(days, fc.integer(), (leads, seed) => {
        const runs = leads.map((lead, index) =>
          past(lead, [-2, lead % 3, lead % 7, lead % 11], { runId: `run-${String(index).padStart(3, "0")}` }),
        )
        const mixed = seed % 2 ? runs.toReversed() : [...runs.slice(seed % 5), ...runs.slice(0, seed % 5)]
        expect(scoreForecasts(mixed, [gate])).toEqual(scoreForecasts(runs, [gate]))
        const windows = new Set(
          leads.filter((lead) => lead > 0).map((lead) => Math.floor((lead - 1) / SCORE_WINDOW_DAYS)),
        )
        expect(scoreForecasts(runs, [gate]).of).toBe(windows.size)
      }),
    )
  })
})
