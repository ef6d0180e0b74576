import { describe, expect, test } from "vitest"
import type { CheckView } from "./contract"
import { type Arrangement, byUrgency, groupChecks, markOfDue, sayDue, sayStanding } from "./groups"

const check = (id: string, more: Partial<CheckView> = {}): CheckView => ({
  ...{ id, key: id, sentence: id, kind: "fact", workstreamId: null, gateId: null, dueGateId: null, criterionIds: [] },
  ...{
    due: false,
    verdict: "could-not-tell",
    code: "no-facts",
    reason: "",
    asOf: null,
    freshness: null,
    ownerId: null,
  },
  ...{
    rule: null,
    ruleEdit: null,
    asks: null,
    selfReported: false,
    evidence: { accepted: 0, waiting: 0 },
    waived: false,
    waiver: null,
  },
  version: 1,
  ...more,
})
const parts: Arrangement = {
  criteria: [
    { id: "c1", number: 1, name: "Live" },
    { id: "c2", number: 2, name: "Safe" },
  ],
  stages: [
    { id: "s1", number: 1, name: "Strategy" },
    { id: "s2", number: 2, name: "Planning" },
  ],
  gates: [{ id: "g0", number: 0, name: "Gate 0" }],
  workstreams: [{ id: "w1", stageId: "s1" }],
}
const checks = [
  check("a", { workstreamId: "w1", criterionIds: ["c1", "c2"], dueGateId: "g0" }),
  check("b", { gateId: "g0" }),
]
const ids = (by: "criterion" | "stage" | "gate") =>
  groupChecks(checks, by, parts).map((group) => [group.id, group.checks.map(({ id }) => id)])

describe("checks in groups", () => {
  test("by criterion show every line of the checklist, and a check under each of its lines", () => {
    expect(ids("criterion")).toEqual([
      ["c1", ["a"]],
      ["c2", ["a"]],
      ["rest", ["b"]],
    ])
  })
  test("by stage leave out stages without checks and lose none", () => {
    expect(ids("stage")).toEqual([
      ["s1", ["a"]],
      ["rest", ["b"]],
    ])
  })
  test("by gate go where they are due, or to the gate they belong to", () => {
    expect(ids("gate")).toEqual([["g0", ["a", "b"]]])
  })
})

test("the counts are said over what is due", () => {
  expect(sayDue([])).toBe("no checks")
  expect(sayDue(checks)).toBe("none due yet, 2 in all")
  expect(sayDue([check("a", { verdict: "met" }), check("b")])).toBe("1 of 2, none due yet")
  expect(sayDue([check("a", { due: true }), check("b")])).toBe("0 of 1 due, 2 in all")
  expect(sayDue([check("a", { due: true, verdict: "met" }), check("b", { due: true })])).toBe("1 of 2")
  expect(sayDue([check("a", { due: true, verdict: "met" }), check("b", { due: true, waived: true })])).toBe("1 of 1")
})

test("where all checks stand is one sentence, and what unknown is never passed over", () => {
  expect(sayStanding([])).toBe("This programme has no checks.")
  expect(sayStanding(checks)).toMatch(/^None of 2 checks is due yet; all unknown until facts/)
  const met = { due: true, verdict: "met" as const }
  expect(sayStanding([check("a", met), check("b", { due: true }), check("c")])).toBe(
    "1 of 2 due checks is proved, 3 in all; 2 unknown, counted as not met.",
  )
  expect(sayStanding([check("a", met), check("b", met)])).toBe("2 of 2 due checks are proved, 2 in all.")
})

test("what is due decides how a group stands, the worst of it first", () => {
  const due = { due: true, waived: false }
  const [met, unknown, unmet] = [
    check("a", { ...due, verdict: "met" }),
    check("b", { ...due, verdict: "could-not-tell" }),
    check("c", { ...due, verdict: "not-met" }),
  ]
  expect(markOfDue([met, unknown, unmet])).toBe("not-met")
  expect(markOfDue([met, unknown])).toBe("could-not-tell")
  expect(markOfDue([met])).toBe("met")
  expect(
    markOfDue([
      { ...unmet, due: false },
      { ...unmet, waived: true },
    ]),
  ).toBe("not-due")
})

test("what holds a line up comes first, and equals keep their order", () => {
  const rows = [
    check("met", { verdict: "met" }),
    check("waived", { waived: true }),
    check("later", { verdict: "not-met", due: false }),
    check("unknown", { verdict: "could-not-tell", due: true }),
    check("first", { verdict: "not-met", due: true }),
    check("second", { verdict: "not-met", due: true }),
  ]
  expect(byUrgency(rows).map(({ id }) => id)).toEqual(["first", "second", "unknown", "later", "waived", "met"])
})
