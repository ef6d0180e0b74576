import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Day, day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { type Fact, newestFacts } from "./fact"
import { AGEING_DAYS, judge } from "./judge"
import type { Rule } from "./rule-shapes"
import { fact, rule } from "./test-facts"

const today = day("2026-11-21")
const verdictOf = (facts: readonly Fact[], more: Partial<Rule> = {}, at = today) => judge(rule(more), facts, at).verdict
const codeOf = (facts: readonly Fact[], more: Partial<Rule> = {}, at = today) => judge(rule(more), facts, at).code

describe("a rule", () => {
  test.each([
    ["at-least", [1, 2], [0.9]],
    ["at-most", [1, 0.5], [1.1]],
    ["more-than", [1.1], [1, 0]],
    ["less-than", [0.9], [1, 2]],
    ["equals", [1], [0.99, 1.01]],
  ] as const)(
    "that asks for %s a threshold is met by what lies there and by nothing else",
    (comparison, holds, fails) => {
      for (const value of holds) expect(verdictOf([fact({ value })], { comparison, threshold: 1 })).toBe("met")
      for (const value of fails) expect(verdictOf([fact({ value })], { comparison, threshold: 1 })).toBe("not-met")
    },
  )
  test("asks every dimension and region, and names those that do not hold", () => {
    const facts = [
      fact({ dimension: "retail" }),
      fact({ dimension: "risk", value: 0.5 }),
      fact({ dimension: "risk", region: "eastus" }),
    ]
    const { verdict, reason } = judge(rule(), facts, today)
    expect([verdict, reason]).toEqual(["not-met", "risk: 50% (170 of 340) on 20 Nov 2026. Required: at least 97%."])
    expect(verdictOf(facts.filter(({ value }) => value !== 0.5))).toBe("met")
  })
  test("can name the dimensions and regions that count, and then none of them may be missing", () => {
    const facts = [fact({ dimension: "retail" }), fact({ dimension: "risk", value: 0.5 })]
    expect(verdictOf(facts, { dimensions: ["retail"] })).toBe("met")
    expect(judge(rule({ dimensions: ["retail", "trade"] }), facts, today)).toMatchObject({
      ...{ verdict: "could-not-tell", code: "missing", reason: "No facts for trade." },
    })
  })
})

describe("could not tell, and never a silent pass,", () => {
  test("without facts, or with facts about something else", () => {
    expect(codeOf([])).toBe("no-facts")
    expect(codeOf([fact({ metric: "something-else" })])).toBe("no-facts")
  })
  test("when nothing could be measured, or over nothing, too little, or what nobody counted", () => {
    expect(judge(rule(), [fact({ value: null, reason: "Not permitted" })], today)).toMatchObject({
      ...{ verdict: "could-not-tell", code: "not-measured", reason: "Not permitted (20 Nov 2026)." },
    })
    expect(judge(rule(), [fact({ value: null, reason: "INSUFFICIENT_PERMISSIONS" })], today).reason).toBe(
      "Not measured: insufficient permissions (20 Nov 2026).",
    )
    expect(codeOf([fact({ n: 0 })])).toBe("empty")
    expect(codeOf([fact({ n: 19 })])).toBe("too-few")
    expect(codeOf([fact({ n: null })])).toBe("too-few")
    expect(codeOf([fact({ n: 0, value: 0 })], { leastN: 0, unit: "count", comparison: "equals", threshold: 0 })).toBe(
      "met",
    )
  })
  test("when one part of many cannot be told", () => {
    expect(codeOf([fact({ dimension: "retail" }), fact({ dimension: "risk", n: 3 })])).toBe("too-few")
  })
})

describe("the age of a fact", () => {
  const takenLater = fact({ takenAt: "2026-11-23T08:00:00.000Z" })
  test("counts at the time its set was taken", () => {
    expect(codeOf([takenLater])).toBe("stale")
    expect(codeOf([fact({ takenAt: "2026-11-22T05:00:00.000Z" })])).toBe("met")
  })
  test("makes it ageing for a month, and then it tells nothing, whatever it said", () => {
    const at = (days: number): Day => dayOf(ordinalOf(day("2026-11-20")) + days)
    expect(judge(rule(), [fact()], at(2)).freshness).toBe("fresh")
    expect(judge(rule(), [fact()], at(3))).toMatchObject({ verdict: "met", freshness: "ageing" })
    expect(judge(rule(), [fact()], at(2 + AGEING_DAYS))).toMatchObject({ verdict: "met", freshness: "ageing" })
    for (const value of [0.98, 0.5])
      expect(judge(rule(), [fact({ value })], at(3 + AGEING_DAYS))).toMatchObject({
        ...{ verdict: "could-not-tell", code: "stale", freshness: "stale" },
      })
  })
  test("has no meaning for a rule without freshness", () => {
    expect(verdictOf([takenLater], { freshnessDays: null }, day("2030-01-01"))).toBe("met")
  })
})

describe("of several facts about the same", () => {
  const early = fact({ value: 0.5, asOf: "2026-11-19T06:00:00.000Z", takenAt: "2026-11-19T08:00:00.000Z" })
  test("the newest counts, whichever was brought last", () => {
    expect(verdictOf([early, fact()])).toBe("met")
    expect(verdictOf([fact(), early])).toBe("met")
  })
  test("equally new ones must all hold", () => {
    expect(verdictOf([fact(), fact({ value: 0.5, factSetId: "b" })])).toBe("not-met")
    expect(newestFacts([fact({ factSetId: "b" }), fact({ factSetId: "a" })])).toEqual([fact({ factSetId: "a" })])
  })
})

describe("of two workspaces and two regions", () => {
  const at = (time: string) => ({ asOf: `2026-11-20T0${time}:00:00.000Z` })
  const [one, two] = [{ workspace: "ws-1" }, { workspace: "ws-2" }]
  test("neither stands for the other, whichever was measured last", () => {
    const bad = fact({ ...one, ...at("1"), value: 0.5 })
    expect(verdictOf([bad, fact({ ...two, ...at("2") })])).toBe("not-met")
    expect(verdictOf([bad, fact({ ...two, ...at("2") }), fact({ ...one, ...at("3") })])).toBe("met")
    const eastus = fact({ region: "eastus", ...at("1"), value: 0.5 })
    expect(verdictOf([eastus, fact({ region: "westeurope", ...at("2") })])).toBe("not-met")
  })
  test("a workspace lies in one region, whatever was said of it before", () => {
    const unnamed = fact({ ...one, ...at("1"), value: 0.5 })
    expect(verdictOf([unnamed, fact({ ...one, ...at("2"), region: "westeurope" })])).toBe("met")
  })
  test("what could not be measured once is answered by a later figure of its place, and of no other", () => {
    const denied = fact({ ...one, ...at("1"), value: null, n: null, reason: "Not permitted" })
    expect(verdictOf([denied, fact({ ...one, ...at("2"), region: "westeurope" })])).toBe("met")
    expect(verdictOf([denied, fact({ ...one, dimension: "retail", ...at("2") })])).toBe("met")
    expect(verdictOf([denied, fact({ ...two, ...at("2") })])).toBe("could-not-tell")
    expect(verdictOf([{ ...denied, workspace: "" }, fact({ ...two, ...at("2") })])).toBe("met")
    expect(verdictOf([{ ...denied, ...at("3") }, fact({ ...one, ...at("2") })])).toBe("could-not-tell")
  })
  test("what could not be measured ages like any other, and then says that it is old", () => {
    const denied = fact({ value: null, n: null })
    const codes = [day("2026-11-21"), day("2027-02-01")].map((on) => judge(rule(), [denied], on).code)
    expect(codes).toEqual(["not-measured", "stale"])
  })
})

const anyFact = fc.record({
  metric: fc.constantFrom("runs-succeeded", "other"),
  dimension: fc.constantFrom("", "retail", "risk", ...Array.from({ length: 40 }, (_, n) => `part-${n}`)),
  region: fc.constantFrom("", "eastus"),
  value: fc.constantFrom(null, 0.5, 0.98, 1),
  n: fc.constantFrom(null, 0, 5, 340),
  asOf: fc.integer({ min: 0, max: 60 }).map((days) => `${dayOf(ordinalOf(day("2026-09-20")) + days)}T06:00:00.000Z`),
  takenAt: fc.constantFrom("2026-11-19T08:00:00.000Z", "2026-11-20T08:00:00.000Z"),
  reason: fc.constantFrom(null, "Not permitted"),
  factSetId: fc.constantFrom("a", "b"),
  workspace: fc.constantFrom("", "ws-1", "ws-2"),
  statement: fc.constant(null),
})
/** Whatever comes, and many parts that all say the same at different ages, where only their age decides. */
const alike = fc.constantFrom(0.5, 0.98).chain((value) =>
  fc.array(
    anyFact.map((each) => ({ ...each, value, n: 340, takenAt: each.asOf, metric: "runs-succeeded" })),
    { minLength: 60, maxLength: 120 },
  ),
)
const facts = fc.oneof(fc.array(anyFact, { maxLength: 120 }), alike)
const anyDay = fc.integer({ min: 0, max: 60 }).map((days) => dayOf(ordinalOf(day("2026-11-21")) + days))
const anyRule = fc.record({ leastN: fc.constantFrom(0, 20), freshnessDays: fc.constantFrom(null, 2, 31) })

describe("for all facts", () => {
  test("their order and their doubling do not change the verdict", () => {
    fc.assert(
      fc.property(facts, fc.infiniteStream(fc.nat()), anyRule, anyDay, (list, luck, more, at) => {
        const shuffled = [...list, ...list.slice(0, 5)]
          .map((each) => ({ each, key: luck.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each)
        const { asOf, ...told } = judge(rule(more), list, at)
        expect(judge(rule(more), shuffled, at)).toMatchObject({ verdict: told.verdict, code: told.code })
      }),
    )
  })
  test("keeping only some of many gives the verdict that all of them give, on every day", () => {
    fc.assert(
      fc.property(facts, anyRule, anyDay, (list, more, at) => {
        expect(verdictOf(list, more, at)).toBe(plainVerdict(rule(more), list, at))
      }),
    )
  })
  test("met means that there are facts and each newest one holds", () => {
    fc.assert(
      fc.property(facts, anyRule, anyDay, (list, more, at) => {
        if (verdictOf(list, more, at) !== "met") return
        const asked = unanswered(newestFacts(list).filter(({ metric }) => metric === "runs-succeeded"))
        expect(asked.length).toBeGreaterThan(0)
        expect(asked.every(({ value }) => value !== null && value >= 0.97)).toBe(true)
      }),
    )
  })
})

/** Without what could not be measured and has been measured since, at the same place or at one that it may have meant. */
const unanswered = (list: readonly Fact[]): Fact[] =>
  list.filter((asked) => {
    if (asked.value !== null) return true
    return !list.some((fact) => {
      const isThere = (a: string, b: string) => a === "" || a === b
      const there = isThere(asked.workspace, fact.workspace) && isThere(asked.region, fact.region)
      return fact.value !== null && fact.asOf > asked.asOf && there && isThere(asked.dimension, fact.dimension)
    })
  })

/** The rules said once more, plainly and slowly. */
function plainVerdict({ leastN, freshnessDays }: Rule, list: readonly Fact[], at: Day): string {
  const said = unanswered(newestFacts(list).filter(({ metric }) => metric === "runs-succeeded")).map(
    ({ value, n, asOf, takenAt }) => {
      const limit = freshnessDays ?? Number.POSITIVE_INFINITY
      const old = (Date.parse(takenAt) - Date.parse(asOf)) / 86_400_000 > limit
      const gone = ordinalOf(at) - ordinalOf(day(asOf.slice(0, 10))) > limit + AGEING_DAYS
      if (value === null || n === 0 || (leastN > 0 && (n ?? 0) < leastN) || old || gone) return "unknown"
      return value >= 0.97 ? "holds" : "fails"
    },
  )
  if (said.includes("fails")) return "not-met"
  return said.length === 0 || said.includes("unknown") ? "could-not-tell" : "met"
}
