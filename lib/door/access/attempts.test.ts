import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Attempts, accountLimit, attempt, networkLimit, pairLimit, pauseAfter, remaining } from "./attempts"

const start = new Date("2026-03-02T10:00:00Z")
const past = (ms: number) => new Date(start.getTime() + ms)

/** Tries once each `everyMs` and says how many tries were let through. */
function letThrough(tries: number, everyMs: number): number {
  let kept: Attempts | null = null
  let through = 0
  for (let i = 0; i < tries; i += 1) {
    const next = attempt(kept, pairLimit, past(i * everyMs))
    if (!next.ok) continue
    kept = next.value
    through += 1
  }
  return through
}

describe("attempts", () => {
  test("are free at first, then each waits longer, up to half a minute", () => {
    const pauses = Array.from({ length: 12 }, (_, count) => pauseAfter(count, pairLimit) / 1_000)
    expect(pauses).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30])
  })

  test("at once are stopped after the free ones", () => {
    expect(letThrough(1_000, 0)).toBe(pairLimit.free)
  })

  test("of a whole day at full speed stay few", () => {
    expect(letThrough(86_400, 1_000)).toBeLessThan(86_400 / 15)
  })

  test("of a person who types one a minute never wait", () => {
    expect(letThrough(200, 60_000)).toBe(200)
  })

  test("are forgotten with time", () => {
    expect(remaining({ count: 7, lastAt: start }, pairLimit, past(7 * pairLimit.leakMs))).toBe(0)
    expect(remaining({ count: 7, lastAt: start }, pairLimit, past(-5_000))).toBe(7)
  })

  test("that are refused say how long to wait, and waiting as long helps", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.constantFrom(pairLimit, networkLimit), (count, limit) => {
        const refused = attempt({ count, lastAt: start }, limit, start)
        if (refused.ok) return
        const { seconds } = refused.detail ?? {}
        expect(seconds).toBeLessThanOrEqual(limit.longestMs / 1_000)
        expect(attempt({ count, lastAt: start }, limit, past(Number(seconds) * 1_000)).ok).toBe(true)
      }),
    )
  })

  test("on an account delay its owner by three seconds at most", () => {
    expect(Math.max(...Array.from({ length: 300 }, (_, count) => pauseAfter(count, accountLimit)))).toBe(3_000)
  })
})
