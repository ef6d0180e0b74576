import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { expectedOn, nearestDayWith, pathOf, standingOf } from "./path"

const point = (text: string, value: number) => ({ day: day(text), value })
const plain = (from: number, to: number) => pathOf(point("2026-01-01", from), point("2026-04-11", to)) ?? []

describe("a path", () => {
  test("runs straight from the baseline to the target, level outside", () => {
    const path = plain(0, 100)
    expect(
      ["2025-06-01", "2026-01-01", "2026-01-11", "2026-04-11", "2027-01-01"].map((at) => expectedOn(path, day(at))),
    ).toEqual([0, 0, 10, 100, 100])
  })
  test("goes through its milestones, in any order", () => {
    const milestones = [point("2026-03-02", 90), point("2026-01-11", 20), point("2027-01-01", 5)]
    const path = pathOf(point("2026-01-01", 0), point("2026-04-11", 100), milestones) ?? []
    expect(path.map(({ value }) => value)).toEqual([0, 20, 90, 100])
    expect(expectedOn(path, day("2026-01-06"))).toBe(10)
  })
  test("is missing without both ends, or when it would run backwards", () => {
    expect(pathOf({ day: null, value: 0 }, point("2026-04-11", 1))).toBeNull()
    expect(pathOf(point("2026-01-01", 0), { day: day("2026-04-11"), value: null })).toBeNull()
    expect(pathOf(point("2026-04-11", 0), point("2026-04-11", 1))).toBeNull()
  })
  test("finds the day of what it expects on a day", () => {
    const number = fc.integer({ min: -50, max: 50 })
    fc.assert(
      fc.property(number, number, fc.integer({ min: 0, max: 100 }), (from, to, after) => {
        fc.pre(from !== to)
        const path = plain(from, to)
        const at = dayOf(ordinalOf(day("2026-01-01")) + after)
        expect(nearestDayWith(path, expectedOn(path, at), at)).toBe(at)
      }),
    )
  })
})

describe("the standing against a path", () => {
  const today = day("2026-03-01")
  test.each([
    [0, 100, 59, "on-path", undefined],
    [0, 100, 45, "on-path", undefined],
    [0, 100, 44, "behind", 2],
    [0, 100, 17, "behind", 6],
    [0, 100, 94, "ahead", 5],
    [0, 100, -1, "worse-than-baseline", undefined],
    [0, 100, 100, "met", undefined],
    [0, 100, 120, "met", undefined],
    [100, 0, 83, "behind", 6],
    [100, 0, 101, "worse-than-baseline", undefined],
    [100, 0, -3, "met", undefined],
  ])("from %d to %d with %d is %s", (from, to, value, kind, weeks) => {
    expect(standingOf(plain(from, to), value, today)).toEqual({ kind, ...(weeks === undefined ? {} : { weeks }) })
  })
  test("is the nearest of several days on which a path has the value", () => {
    const path = pathOf(point("2026-01-01", 0), point("2026-07-01", 10), [
      point("2026-02-01", 8),
      point("2026-03-01", 2),
    ])
    expect(nearestDayWith(path ?? [], 2, day("2026-03-05"))).toBe("2026-03-01")
    expect(nearestDayWith(path ?? [], 2, day("2026-01-05"))).toBe("2026-01-09")
  })
  test("counts a level value from where it is nearest", () => {
    expect(standingOf(plain(0, 100), 0, day("2025-12-01")).kind).toBe("on-path")
    expect(standingOf(plain(0, 100), 0, day("2026-02-12"))).toEqual({ kind: "behind", weeks: 6 })
    expect(standingOf(plain(0, 100), 90, day("2026-05-20"))).toEqual({ kind: "behind", weeks: 7 })
  })
})
