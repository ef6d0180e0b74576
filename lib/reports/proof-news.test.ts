import { describe, expect, test } from "vitest"
import { contradictionNews, type ProofBetween, signNews, verdictNews, workOnProofNews } from "./proof-news"
import { check, event, line, monday } from "./test-facts"

const between = (more: Partial<ProofBetween> = {}): ProofBetween => ({
  ...{ today: monday, checks: [check("x")], lines: [line(["x"])], verdicts: new Map(), contradicted: new Set() },
  ...{ events: [], names: new Map([["ana", "Ana Ruiz"]]), mine: new Set(["me"]) },
  ...more,
})
const titles = (changes: readonly { title: string }[]) => changes.map(({ title }) => title)

describe("a signature that checks contradict", () => {
  const checks = [check("x", { verdict: "not-met", reason: "Last seen 31 h ago." }), check("y")]
  const lines = [line(["x", "y"], { state: "contradicted", contradictedBy: ["x"] })]
  test("is news with the check that says otherwise, and leads to it", () => {
    expect(contradictionNews(between({ checks, lines }))).toEqual([
      {
        ...{ title: "Contradicted since sign-off: Live", detail: "Check x. Last seen 31 h ago.", tone: "needs-you" },
        behind: { list: "checklist", line: "c", check: "x" },
      },
    ])
  })
  test("is no news when it was so then", () => {
    expect(contradictionNews(between({ checks, lines, contradicted: new Set(["x"]) }))).toEqual([])
    const two = [line(["x", "y"], { state: "contradicted", contradictedBy: ["x", "y"] })]
    const [news] = contradictionNews(between({ checks, lines: two, contradicted: new Set(["y"]) }))
    expect(news?.behind).toMatchObject({ check: "x" })
  })
})

describe("signatures", () => {
  const signed = (seq: number, type: string, actorId = "ana") => event(seq, type, { actorId, subjectId: "c" })
  test("are told once for a line, by how it stands last", () => {
    const events = [signed(1, "criterion.signed"), signed(2, "criterion.signed"), signed(3, "criterion.signed-off")]
    expect(signNews(between({ events }))).toEqual([
      {
        ...{ title: "Signed off: Live", tone: "good", detail: "by Ana Ruiz" },
        behind: { list: "checklist", line: "c" },
      },
    ])
    expect(titles(signNews(between({ events: events.slice(0, 1) })))).toEqual(["Signed by one: Live"])
    const back = [...events, signed(4, "criterion.signature-revoked")]
    expect(signNews(between({ events: back }))[0]).toMatchObject({ title: "Signature revoked: Live", tone: "warn" })
  })
  test("pass a gate", () => {
    const lines = [line([], { kind: "gate", name: "Gate 1" })]
    expect(titles(signNews(between({ lines, events: [signed(1, "gate.passed")] })))).toEqual(["Gate 1 was passed"])
  })
  test("of one's own are no news", () => {
    expect(signNews(between({ events: [signed(1, "criterion.signed", "me")] }))).toEqual([])
  })
})

describe("verdicts", () => {
  const turned = (from: string | null, to: string, more = {}) =>
    titles(
      verdictNews(
        between({
          checks: [check("x", { verdict: to as "met", ...more })],
          verdicts: new Map(from ? [["x", from as "met"]] : []),
        }),
      ),
    )
  test("that turned are told in words", () => {
    expect(turned(null, "met")).toEqual(["Proved: Check x."])
    expect(turned("met", "not-met")).toEqual(["No longer met: Check x."])
    expect(turned(null, "not-met")).toEqual(["Now not met: Check x."])
    expect(turned("met", "could-not-tell")).toEqual(["Now unknown: Check x."])
  })
  test("that are as they were, are waived or were first kept of own records, are not", () => {
    expect(turned("met", "met")).toEqual([])
    expect(turned(null, "could-not-tell")).toEqual([])
    expect(turned("met", "not-met", { waived: true })).toEqual([])
    expect(turned(null, "met", { kind: "record" })).toEqual([])
  })
  test("of many are counted", () => {
    const checks = ["x", "y", "z"].map((id) => check(id, { verdict: "met" }))
    expect(verdictNews(between({ checks }))[0]).toMatchObject({
      title: "3 checks are now proved",
      detail: "Check x, Check y and 1 more",
    })
  })
})

describe("work on proof", () => {
  const by = (type: string, data = {}) => event(1, type, { actorId: "ana", subjectId: "x", data })
  test("tells of a waiver with its day and who asked", () => {
    expect(workOnProofNews(between({ events: [by("waiver.requested", { expiresOn: "2026-05-31" })] }))).toEqual([
      {
        ...{ title: "Waiver requested: Check x.", detail: "until 31 May, by Ana Ruiz", tone: "warn" },
        behind: { list: "checklist", check: "x" },
      },
    ])
  })
  test("tells of evidence, counted when there is more", () => {
    const one = by("evidence.handed-in")
    expect(titles(workOnProofNews(between({ events: [one] })))).toEqual(["Evidence submitted: Check x."])
    expect(titles(workOnProofNews(between({ events: [one, one] })))).toEqual(["2 pieces of evidence were submitted"])
    expect(titles(workOnProofNews(between({ events: [by("evidence.rejected")] })))).toEqual([
      "Evidence rejected: Check x.",
    ])
  })
})
