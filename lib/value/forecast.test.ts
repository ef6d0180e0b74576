import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { forecastOf, paceOf, theilSen } from "./forecast"

const first = ordinalOf(day("2026-01-31"))
const every = (values: readonly number[], days = 30) =>
  values.map((value, at) => ({ day: dayOf(first + at * days), value }))
const later = (days: number, count: number) => dayOf(first + (count - 1) * 30 + days)

describe("a forecast", () => {
  test("of a straight line goes on straight, with no room for doubt", () => {
    const forecast = forecastOf(every([40, 38, 36, 34, 32, 30, 28]), later(60, 7))
    expect(forecast).toMatchObject({ kind: "forecast", points: 7 })
    if (forecast.kind !== "forecast") return
    for (const value of [forecast.value, forecast.low, forecast.high]) expect(value).toBeCloseTo(24, 9)
  })
  test("says that it has too few points", () => {
    expect(forecastOf(every([1, 2, 3, 4, 5]), later(60, 5))).toEqual({ kind: "too-few", points: 5, needs: 6 })
    expect(forecastOf([], later(60, 5))).toMatchObject({ kind: "too-few", points: 0 })
  })
  test("is not turned by one wild value", () => {
    const calm = forecastOf(every([10, 12, 14, 16, 18, 20, 22, 24, 26]), later(30, 9))
    const wild = forecastOf(every([10, 12, 14, 160, 18, 20, 22, 24, 26]), later(30, 9))
    expect(paceOf(every([10, 12, 14, 16, 18, 20, 22, 24, 26]), later(30, 9))).toBeCloseTo(28, 9)
    expect(paceOf(every([10, 12, 14, 16, 18]), later(30, 5))).toBeNull()
    if (calm.kind !== "forecast" || wild.kind !== "forecast") throw new Error("no forecast")
    expect(wild.value).toBeCloseTo(calm.value, 6)
  })
  test("lies within its interval, is the same each time, and widens with the distance", () => {
    const values = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 6, maxLength: 14 })
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 300 }), (series, days) => {
        const near = forecastOf(every(series), later(days, series.length))
        expect(forecastOf(every(series).reverse(), later(days, series.length))).toEqual(near)
        if (near.kind !== "forecast") throw new Error("no forecast")
        expect(near.low <= near.value && near.value <= near.high).toBe(true)
      }),
      { numRuns: 40 },
    )
    const width = (days: number) => {
      const forecast = forecastOf(every([10, 13, 12, 17, 16, 21, 19, 25]), later(days, 8))
      return forecast.kind === "forecast" ? forecast.high - forecast.low : 0
    }
    expect(width(300)).toBeGreaterThan(width(30))
    expect(width(30)).toBeGreaterThan(0)
  })
  test("holds about four of five later values of a noisy line", () => {
    let state = 7
    const noise = () => {
      const parts = Array.from({ length: 12 }, () => {
        state = (state * 48_271) % 2_147_483_647
        return state / 2_147_483_647
      })
      return parts.reduce((sum, each) => sum + each, -6)
    }
    let held = 0
    for (let run = 0; run < 80; run++) {
      const series = Array.from({ length: 12 }, (_, at) => at * 2 + noise())
      const forecast = forecastOf(every(series), later(30, 12))
      if (forecast.kind !== "forecast") throw new Error("no forecast")
      const truth = 24 + noise()
      if (truth >= forecast.low && truth <= forecast.high) held++
    }
    expect(held / 80).toBeGreaterThan(0.6)
    expect(held / 80).toBeLessThan(0.95)
  })
})

test("the slope of Theil and Sen is the median of all pairs", () => {
  // Worked by hand: slopes 1, 2, 3 between (0,0), (1,1), (2,4).
  expect(
    theilSen([
      { x: 0, y: 0 },
      { x: 1, y: 1 },
      { x: 2, y: 4 },
    ]),
  ).toEqual({ slope: 2, at: 0 })
})
