import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { keepOnce, takeOnce } from "./one-shot-cache"
import type { Reply } from "./reply"

const reply: Reply = { status: 200, headers: {}, body: "[1]" }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test("an answer is handed over once, to the same question", () => {
  keepOnce("mine 1", reply)
  expect(takeOnce("another's 1")).toBeNull()
  expect(takeOnce("mine 2")).toBeNull()
  expect(takeOnce("mine 1")).toBe(reply)
  expect(takeOnce("mine 1")).toBeNull()
})

test("one that nobody fetches goes after seconds, counted from the newest page", () => {
  keepOnce("mine", reply)
  vi.advanceTimersByTime(4_000)
  keepOnce("mine", reply)
  vi.advanceTimersByTime(4_000)
  expect(takeOnce("mine")).toBe(reply)
  keepOnce("mine", reply)
  vi.advanceTimersByTime(5_001)
  expect(takeOnce("mine")).toBeNull()
})
