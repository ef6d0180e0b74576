import { expect, test } from "vitest"
import { projectionOf } from "./projection"

test("a month of even days ends where they lead, with no spread", () => {
  expect(
    projectionOf(
      1_000,
      Array.from({ length: 10 }, () => 100),
      20,
    ),
  ).toEqual({ value: 3_000, low: 3_000, high: 3_000 })
})
test("a range holds the value and never lies below what is spent; too few days tell nothing", () => {
  const found = projectionOf(500, [10, 200, 10, 200, 10, 200, 10, 200], 2)
  expect(found?.low).toBeGreaterThanOrEqual(500)
  expect(found && found.low <= found.value && found.value <= found.high).toBe(true)
  expect(projectionOf(500, [1, 2, 3, 4, 5, 6], 10)).toBeNull()
})
