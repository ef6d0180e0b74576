import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { grouped } from "./grouped"
import { fixed, rounded } from "./rounded"

describe("a number that people read", () => {
  test.each([
    [10.45, 1, 10.5],
    [-10.45, 1, -10.5],
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [0.5, 0, 1],
    [-0.5, 0, -1],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [8.345, 2, 8.35],
    [1e-9, 2, 0],
    [-1e-9, 2, 0],
    [1.5e-7, 7, 2e-7],
    [1e21, 2, 1e21],
  ])("%f with %i places is %f", (value, places, expected) => {
    expect(Object.is(rounded(value, places), expected)).toBe(true)
  })
  test("is rounded to the same size on both sides of zero, to the nearest, and once only", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, places) => {
        const told = rounded(value, places)
        expect(rounded(0 - value, places)).toBe(told === 0 ? 0 : -told)
        expect(rounded(told, places)).toBe(told)
        expect(Math.abs(told - value)).toBeLessThanOrEqual(0.5 * 10 ** -places * (1 + 1e-9) + 1e-12 * Math.abs(value))
      }),
    )
  })
  test("is so in lists and sentences too", () => {
    expect([grouped(1234.0005), grouped(-1234.0005), fixed(2, 1), fixed(-0.04, 1)]).toEqual([
      "1,234.001",
      "-1,234.001",
      "2.0",
      "0.0",
    ])
  })
})
