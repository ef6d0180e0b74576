import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { handOver, takeHandedOver } from "./handed-over"
import type { Reply } from "./reply"

const reply: Reply = { status: 200, headers: {}, body: "[1]" }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test("an answer is handed over once, to the same question", () => {
  handOver("mine 1", reply)
  expect(takeHandedOver("another's 1")).toBeNull()
  expect(takeHandedOver("mine 2")).toBeNull()
  expect(takeHandedOver("mine 1")).toBe(reply)
  expect(takeHandedOver("mine 1")).toBeNull()
})

test("one that nobody fetches goes after seconds, counted from the newest page", () => {
  handOver("mine", reply)
  vi.advanceTimersByTime(4_000)
  handOver("mine", reply)
  vi.advanceTimersByTime(4_000)
  expect(takeHandedOver("mine")).toBe(reply)
  handOver("mine", reply)
  vi.advanceTimersByTime(5_001)
  expect(takeHandedOver("mine")).toBeNull()
})
