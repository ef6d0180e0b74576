import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { monday, on, weekdays } from "@/lib/plan/schedule/test-network"
import { workTime } from "@/lib/plan/schedule/work-time"
import { dayOfMoment, histogram, percentile, rising, shareBy } from "./percentiles"

const time = workTime(weekdays)
const when = { time, origin: time.beginning(monday), first: monday }
const moments = fc
  .array(fc.integer({ min: 0, max: 9000 }), { minLength: 1 })
  .map((all) => rising(Float32Array.from(all)))

describe("percentiles", () => {
  test("are the moments that so many trials do not pass", () => {
    const ten = rising(Float32Array.of(9, 1, 10, 2, 8, 3, 7, 4, 6, 5))
    expect([0.1, 0.5, 0.8, 0.9, 1, 0.01, 0.81].map((share) => percentile(ten, share))).toEqual([1, 5, 8, 9, 10, 1, 9])
  })
  test("rise, and so many trials are over by them", () => {
    fc.assert(
      fc.property(
        moments,
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (risen, one, other) => {
          const [less, more] = one < other ? [one, other] : [other, one]
          expect(percentile(risen, less)).toBeLessThanOrEqual(percentile(risen, more))
          expect(shareBy(risen, percentile(risen, more))).toBeGreaterThanOrEqual(more - 1e-9)
        },
      ),
    )
  })
})

test("what ends as a day ends lies on that day, and nothing before the programme", () => {
  expect([0, 1, 480, 481].map((moment) => dayOfMoment(when, moment))).toEqual([on(0), on(0), on(0), on(1)])
})

test("the histogram counts every trial on its day", () => {
  expect(histogram(when, Float32Array.of(0, 1, 480, 481, 2400, 2401))).toEqual([
    { day: on(0), trials: 3 },
    { day: on(1), trials: 1 },
    { day: on(4), trials: 1 },
    { day: on(5), trials: 1 },
  ])
})
