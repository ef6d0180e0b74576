import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import {
  expectedDelayOf,
  exposureOf,
  isOverdue,
  likelihoodBand,
  matrixOf,
  rewound,
  severityOf,
  trendOf,
} from "./exposure"
import { mayMaterialise } from "./register"

describe("exposure", () => {
  test("is probability times impact, and unknown while one of them is", () => {
    expect(exposureOf({ probability: 0.5, impact: 4 })).toBe(2)
    expect(exposureOf({ probability: null, impact: 4 })).toBeNull()
    expect(exposureOf({ probability: 0.5, impact: null })).toBeNull()
    expect(exposureOf({ probability: 0, impact: 5 })).toBe(0)
  })
  test("in working days is the probability of the mean delay", () => {
    const delay = { optimistic: 2, likely: 5, pessimistic: 20 }
    expect(expectedDelayOf({ probability: 0.5, delay })).toBeCloseTo(3.5)
    expect(expectedDelayOf({ probability: 0.5, delay: null })).toBeNull()
  })
})

describe("the matrix", () => {
  const probability = fc.option(fc.double({ min: 0, max: 1, noNaN: true }))
  const impact = fc.option(fc.integer({ min: 1, max: 5 }))
  test("holds every weighed entry in exactly one of its 25 cells, and the others in none", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ probability, impact })), (drawn) => {
        const entries = drawn.map((each, index) => ({ ...each, id: String(index) }))
        const cells = matrixOf(entries)
        expect(cells).toHaveLength(25)
        const weighed = entries.filter((each) => each.probability !== null && each.impact !== null)
        expect(cells.flatMap(({ entryIds }) => entryIds).sort()).toEqual(weighed.map(({ id }) => id).sort())
      }),
    )
  })
  test("begins with the likeliest row and grows more severe with both bands", () => {
    expect(matrixOf([])[0]).toEqual({ likelihood: 5, impact: 1, severity: "medium", entryIds: [] })
    expect(severityOf(1, 1)).toBe("low")
    expect(severityOf(3, 3)).toBe("medium")
    expect(severityOf(5, 3)).toBe("high")
    expect(severityOf(4, 4)).toBe("severe")
    expect([0, 0.1, 0.11, 0.3, 0.5, 0.7, 0.71, 1].map(likelihoodBand)).toEqual([1, 1, 2, 2, 3, 4, 5, 5])
  })
})

describe("a trend", () => {
  test("says whether exposure rose since, also where only one of the two was changed", () => {
    const now = { probability: 0.5, impact: 4 }
    expect(trendOf(now, rewound(now, []))).toBe("steady")
    expect(trendOf(now, rewound(now, [{ probability: 0.2 }, { probability: 0.9 }]))).toBe("worse")
    expect(trendOf(now, rewound(now, [{ impact: 5 }]))).toBe("better")
  })
  test("is steady where there was nothing to compare with", () => {
    const now = { probability: 0.5, impact: 4 }
    expect(rewound(now, [{ probability: null }])).toEqual({ probability: null, impact: 4 })
    expect(trendOf(now, rewound(now, [{ probability: null }]))).toBe("steady")
  })
})

test("an entry is overdue after its day, while it is open", () => {
  const today = day("2026-03-02")
  expect(isOverdue({ state: "open", dueDay: day("2026-03-01") }, today)).toBe(true)
  expect(isOverdue({ state: "open", dueDay: today }, today)).toBe(false)
  expect(isOverdue({ state: "closed", dueDay: day("2026-03-01") }, today)).toBe(false)
  expect(isOverdue({ state: "open", dueDay: null }, today)).toBe(false)
})

test("an open risk or assumption may be converted to an issue, and nothing else", () => {
  expect(mayMaterialise({ kind: "risk", state: "open" })).toBe(true)
  expect(mayMaterialise({ kind: "assumption", state: "open" })).toBe(true)
  expect(mayMaterialise({ kind: "issue", state: "open" })).toBe(false)
  expect(mayMaterialise({ kind: "risk", state: "came_true" })).toBe(false)
  expect(mayMaterialise({ kind: "risk", state: "closed" })).toBe(false)
})
