import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { averageProgress, progressOf } from "./progress"

const goal = (baseline: number | null, target: number | null, targetTo: number | null = null) => ({
  ...{ baseline, target, targetTo },
})

describe("progress", () => {
  test.each([
    ["down", 10, 0, 7, 0.3],
    ["up", 0, 10, 5.9, 0.59],
    ["up", 10, 20, 8, -0.2],
    ["down", 10, 0, 12, -0.2],
    ["up", 0, 10, 12, 1.2],
    ["up", 10, 10, 10, 1],
    ["up", 10, 10, 9.9, 0],
    ["down", 10, 10, 9.9, 1],
    ["down", 10, 10, 10.1, 0],
  ] as const)("%s from %d to %d, now %d", (direction, baseline, target, value, expected) => {
    expect(progressOf(direction, goal(baseline, target), value)).toBeCloseTo(expected, 12)
  })
  test.each([
    [0, 5, 1],
    [0, 4, 1],
    [0, 6, 1],
    [0, 2, 0.5],
    [0, 8, 0.5],
    [10, 8, 0.5],
    [0, -4, -1],
    [5, 7, 0],
  ])("in the range 4 to 6 from %d, now %d", (baseline, value, expected) => {
    expect(progressOf("range", goal(baseline, 4, 6), value)).toBeCloseTo(expected, 12)
    expect(progressOf("range", goal(baseline, 6, 4), value)).toBeCloseTo(expected, 12)
  })
  test("is unknown while the value, the baseline or the target is", () => {
    expect(progressOf("up", goal(0, 10), null)).toBeNull()
    expect(progressOf("up", goal(null, 10), 5)).toBeNull()
    expect(progressOf("up", goal(0, null), 5)).toBeNull()
    expect(progressOf("range", goal(null, 4, 6), 5)).toBe(1)
    expect(progressOf("range", goal(null, 4, 6), 7)).toBeNull()
  })
  test("is the same for a KPI turned upside down", () => {
    const number = fc.integer({ min: -1000, max: 1000 })
    fc.assert(
      fc.property(number, number, number, (baseline, target, value) => {
        const up = progressOf("up", goal(baseline, target), value)
        const down = progressOf("down", goal(-baseline, -target), -value)
        expect(up).toBeCloseTo(down ?? Number.NaN, 9)
      }),
    )
  })
})

test("an average counts each at 100 % at most, whatever their directions, and leaves out what is unknown", () => {
  expect(averageProgress([3, 0.5, null])).toBe(0.75)
  expect(averageProgress([progressOf("down", goal(10, 0), 7), progressOf("up", goal(0, 10), 5.9)])).toBeCloseTo(0.445)
  expect(averageProgress([-1, 1])).toBe(0)
  expect(averageProgress([null])).toBeNull()
})
