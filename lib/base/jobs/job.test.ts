import { describe, expect, test } from "vitest"
import { retryAt } from "./job"

const now = new Date("2026-11-30T12:00:00Z")
const waits = (attempt: number) => (retryAt(attempt, now).getTime() - now.getTime()) / 1_000

describe("a job that failed for now", () => {
  test("waits twice as long after each attempt, and an hour at most", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(waits)).toEqual([15, 30, 60, 120, 240, 480, 960, 1_920])
    expect([9, 10, 100, 5_000].map(waits)).toEqual([3_600, 3_600, 3_600, 3_600])
  })
})
