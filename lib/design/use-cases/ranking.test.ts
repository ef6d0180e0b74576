import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { figuresOf, meritOf, movedScores, placeOf, rankingOf, type Scored, type Weighted } from "./ranking"
import { stabilityOf } from "./stability"

const criteria: readonly Weighted[] = [
  { id: "revenue", side: "value", weight: 20 },
  { id: "risk", side: "value", weight: 35 },
  { id: "cost", side: "value", weight: 25 },
  { id: "reach", side: "value", weight: 20 },
  { id: "data", side: "effort", weight: 40 },
  { id: "build", side: "effort", weight: 35 },
  { id: "change", side: "effort", weight: 25 },
]
const scored = (key: string, values: readonly number[]): Scored => ({
  key,
  scores: new Map(criteria.map(({ id }, at) => [id, values[at] ?? 1])),
})
const score = fc.integer({ min: 10, max: 50 }).map((tenths) => tenths / 10)
const cases = fc
  .uniqueArray(fc.tuple(fc.uuid(), fc.array(score, { minLength: 7, maxLength: 7 })), {
    ...{ minLength: 2, maxLength: 12 },
    selector: ([key]) => key,
  })
  .map((all) => all.map(([key, values]) => scored(key, values)))

describe("figures", () => {
  test("are weighted means of each side, by hand", () => {
    const figures = figuresOf(scored("a", [4, 5, 3, 2, 1, 2, 4]), criteria)
    expect(figures?.value).toBeCloseTo(0.2 * 4 + 0.35 * 5 + 0.25 * 3 + 0.2 * 2, 12)
    expect(figures?.effort).toBeCloseTo(0.4 * 1 + 0.35 * 2 + 0.25 * 4, 12)
    expect(figures && meritOf(figures)).toBeCloseTo(3.7 - 2.1 / 2, 12)
  })
  test("are unknown without a score by a criterion that weighs, and never 0", () => {
    const half: Scored = { key: "a", scores: new Map([["revenue", 4]]) }
    expect(figuresOf(half, criteria)).toBeNull()
    expect(rankingOf([half, scored("b", [1, 1, 1, 1, 5, 5, 5])], criteria)).toEqual(["b"])
    const one = criteria.map((each) => ({ ...each, weight: ["revenue", "data"].includes(each.id) ? 1 : 0 }))
    expect(
      figuresOf(
        {
          scores: new Map([
            ["revenue", 4],
            ["data", 2],
          ]),
        },
        one,
      ),
    ).toEqual({ value: 4, effort: 2 })
  })
  test("stand by the written rule", () => {
    expect(placeOf({ value: 3, effort: 2.74 }, 0.5)).toBe("mvp")
    expect(placeOf({ value: 3, effort: 2.74 }, 0.49)).toBe("quick_win")
    expect(placeOf({ value: 3, effort: 2.75 }, 1)).toBe("strategic")
    expect(placeOf({ value: 2.99, effort: 1 }, 1)).toBe("fill_in")
    expect(placeOf({ value: 2.99, effort: 2.75 }, 1)).toBe("later")
  })
})

describe("a dot that is dragged", () => {
  test("lands where it was put, and no score leaves 1 to 5", () => {
    const target = fc.integer({ min: 0, max: 60 }).map((tenths) => tenths / 10)
    fc.assert(
      fc.property(fc.array(score, { minLength: 7, maxLength: 7 }), target, (values, aim) => {
        const before = scored("a", values)
        const moved = movedScores(before.scores, criteria, "value", aim)
        const after = new Map([...before.scores, ...moved])
        expect(figuresOf({ scores: after }, criteria)?.value).toBeCloseTo(Math.min(5, Math.max(1, aim)), 6)
        expect([...moved.values()].every((each) => each >= 1 && each <= 5)).toBe(true)
        expect(moved.has("data")).toBe(false)
      }),
    )
  })
})

describe("stability", () => {
  test("does not depend on the order of rows or of criteria, and is the same for one seed", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 1e6 }), (all, seed) => {
        const one = stabilityOf(all, criteria, seed, 60)
        const other = stabilityOf(all.toReversed(), criteria.toReversed(), seed, 60)
        expect(other).toEqual({ of: new Map([...one.of]), swap: one.swap })
      }),
      { numRuns: 30 },
    )
  })
  test("what is better by every criterion is first in every weighting", () => {
    const best = scored("best", [5, 5, 5, 5, 1, 1, 1])
    const { of } = stabilityOf(
      [scored("b", [4, 3, 4, 3, 2, 2, 2]), best, scored("c", [3, 4, 3, 4, 2, 3, 2])],
      criteria,
      7,
    )
    expect(of.get("best")).toMatchObject({ rank: 1, first: 1, worstRank: 1, topFive: 1 })
  })
  test("two that win by one criterion each change places about as often as the mix says", () => {
    const two = criteria.filter(({ id }) => ["revenue", "risk", "data"].includes(id))
    const a = {
      key: "a",
      scores: new Map([
        ["revenue", 5],
        ["risk", 1],
        ["data", 2],
      ]),
    }
    const b = {
      key: "b",
      scores: new Map([
        ["revenue", 1],
        ["risk", 5],
        ["data", 2],
      ]),
    }
    const { of, swap } = stabilityOf([a, b], two, 11, 4_000)
    // Two flat weights: either is the larger one half of the time (exactly 1/2; the tolerance is four standard errors).
    expect(of.get("a")?.first).toBeGreaterThan(0.5 - 4 * Math.sqrt(0.25 / 4_000))
    expect(of.get("a")?.first).toBeLessThan(0.5 + 4 * Math.sqrt(0.25 / 4_000))
    expect(swap?.share).toBeCloseTo(of.get(swap?.worse ?? "")?.first ?? -1, 9)
  })
  test("the band lies within the range, and the ranks of a weighting add up", () => {
    fc.assert(
      fc.property(cases, (all) => {
        const { of } = stabilityOf(all, criteria, 3, 50)
        const each = [...of.values()]
        expect(
          each.every(
            ({ bestRank, bandFrom, bandTo, worstRank }) =>
              bestRank <= bandFrom && bandFrom <= bandTo && bandTo <= worstRank,
          ),
        ).toBe(true)
        expect(each.reduce((sum, { first }) => sum + first, 0)).toBeCloseTo(1, 9)
      }),
      { numRuns: 20 },
    )
  })
})
