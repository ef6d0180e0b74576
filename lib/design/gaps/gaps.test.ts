import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Counted, figuresOf } from "./figures"
import { distanceOf, gapOf } from "./levels"
import { areFactsAhead, isUnprovedClaim, type LevelProof, type ProvingVerdict, provedLevel } from "./proved"

const line = (given: Partial<Counted> = {}): Counted => ({
  ...{ asIs: null, toBe: 3, notApplicable: false, weight: 1, dimension: "a", proved: 0, hasWork: false, before: null },
  ...given,
})
const none = new Map<string, number>()
const level = fc.integer({ min: 0, max: 4 })
const anyLine = fc.record({
  asIs: fc.option(level),
  toBe: level,
  notApplicable: fc.boolean(),
  weight: fc.integer({ min: 1, max: 3 }),
  dimension: fc.constantFrom("a", "b", "c"),
  proved: level,
  hasWork: fc.boolean(),
  before: fc.option(level),
})

describe("averages", () => {
  test("45 answers of 4 and 2 that do not apply are 4.0", () => {
    const lines = [
      ...Array.from({ length: 45 }, () => line({ asIs: 4 })),
      line({ asIs: 0, notApplicable: true }),
      line({ notApplicable: true }),
    ]
    expect(figuresOf(lines, none)).toMatchObject({ asIs: 4, asked: 45, answered: 45 })
  })
  test("a dimension counts by what it weighs: one answer of 4 and nine of 1 are 2.5", () => {
    const lines = [line({ asIs: 4 }), ...Array.from({ length: 9 }, () => line({ asIs: 1, dimension: "b" }))]
    expect(figuresOf(lines, none).asIs).toBe(2.5)
    const heavier = new Map([
      ["a", 2],
      ["b", 1],
    ])
    expect(figuresOf(lines, heavier).asIs).toBe(3)
  })
  test("what is not answered is never 0, and is said", () => {
    expect(figuresOf([line({ asIs: 2 }), line()], none)).toMatchObject({ asIs: 2, answered: 1, asked: 2 })
    expect(figuresOf([line()], none)).toMatchObject({ asIs: null, toBe: null, proved: null, gap: null, answered: 0 })
  })
  test("all figures are of the same questions", () => {
    const { toBe, proved } = figuresOf([line({ asIs: 1, toBe: 3, proved: 1 }), line({ toBe: 0, proved: 4 })], none)
    expect([toBe, proved]).toEqual([3, 1])
  })
  test("a change is of what was answered then and now", () => {
    const lines = [line({ asIs: 3, before: 1 }), line({ asIs: 0 }), line({ before: 4 })]
    expect(figuresOf(lines, none)).toMatchObject({ before: 1, change: 2, asIs: 1.5 })
  })
  test("means lie between the least and the greatest answer, and what does not apply changes nothing", () => {
    fc.assert(
      fc.property(fc.array(anyLine), fc.array(anyLine), (lines, others) => {
        const figures = figuresOf(lines, none)
        const counted = lines.flatMap(({ asIs, notApplicable }) => (asIs === null || notApplicable ? [] : [asIs]))
        expect(figures.answered).toBe(counted.length)
        if (figures.asIs !== null) {
          expect(figures.asIs).toBeGreaterThanOrEqual(Math.min(...counted) - 1e-9)
          expect(figures.asIs).toBeLessThanOrEqual(Math.max(...counted) + 1e-9)
        }
        const more = others.map((other) => ({ ...other, notApplicable: true }))
        expect(figuresOf([...lines, ...more], none)).toEqual(figures)
        expect(figures.withWork).toBeLessThanOrEqual(figures.gaps)
      }),
    )
  })
})

describe("a gap", () => {
  test("is distance times weight, and none without an answer", () => {
    expect(gapOf(line({ asIs: 2, toBe: 4, weight: 3 }))).toBe(6)
    expect(gapOf(line({ asIs: 4, toBe: 1, weight: 3 }))).toBe(0)
    expect([gapOf(line()), distanceOf(line({ asIs: 1, notApplicable: true }))]).toEqual([null, null])
  })
  test("is never negative", () => {
    fc.assert(fc.property(anyLine, (any) => (gapOf(any) ?? 0) >= 0))
    fc.assert(fc.property(fc.array(anyLine), (lines) => (figuresOf(lines, none).gap ?? 0) >= 0))
  })
})

describe("the proved level", () => {
  const met = { verdict: "met", waived: false } as const
  const failed = { verdict: "not-met", waived: false } as const
  const unknown = { verdict: "could-not-tell", waived: false } as const
  test.each<[string, LevelProof[], number | null, string]>([
    ["nothing speaks of it", [], null, "self-reported"],
    [
      "all is met",
      [
        { level: 2, checks: [met] },
        { level: 3, checks: [met, met] },
      ],
      3,
      "proved",
    ],
    [
      "the next level fails",
      [
        { level: 2, checks: [met] },
        { level: 3, checks: [met, failed] },
      ],
      2,
      "proved",
    ],
    [
      "a lower level fails",
      [
        { level: 1, checks: [failed] },
        { level: 4, checks: [met] },
      ],
      0,
      "proved",
    ],
    [
      "levels stand in any order",
      [
        { level: 3, checks: [failed] },
        { level: 1, checks: [met] },
      ],
      1,
      "proved",
    ],
    ["it cannot be told", [{ level: 2, checks: [unknown, met] }], 0, "could-not-tell"],
    ["unknown beside failed", [{ level: 2, checks: [unknown, failed] }], 0, "proved"],
    ["met and waived", [{ level: 2, checks: [{ verdict: "met", waived: true }] }], 0, "proved"],
    ["failed and waived", [{ level: 2, checks: [{ verdict: "not-met", waived: true }] }], 0, "proved"],
  ])("%s", (_, proofs, expected, state) => {
    expect(provedLevel(proofs)).toEqual({ level: expected, state })
  })
  test("is never above what its checks say", () => {
    const verdict = fc.constantFrom<ProvingVerdict>("met", "not-met", "could-not-tell")
    const check = fc.record({ verdict, waived: fc.boolean() })
    const proof = fc.record({ level: fc.integer({ min: 1, max: 4 }), checks: fc.array(check, { minLength: 1 }) })
    fc.assert(
      fc.property(fc.uniqueArray(proof, { selector: ({ level: at }) => at }), (proofs) => {
        const { level: reached } = provedLevel(proofs)
        for (const { level: at, checks } of proofs)
          if (at <= (reached ?? 0))
            for (const each of checks) expect([each.verdict, each.waived]).toEqual(["met", false])
      }),
    )
  })
  test("a claim above 2 needs it; facts may be ahead", () => {
    const at = (reached: number | null) => ({ level: reached, state: "proved" as const })
    expect([3, 2, 3, null].map((asIs, i) => isUnprovedClaim(asIs, at([2, 0, 3, 0][i] ?? 0)))).toEqual([
      ...[true, false, false, false],
    ])
    expect(isUnprovedClaim(4, at(null))).toBe(true)
    expect([areFactsAhead(2, at(3)), areFactsAhead(3, at(3)), areFactsAhead(null, at(3))]).toEqual([true, false, false])
  })
})
