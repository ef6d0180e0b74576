import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { isHeldOn, nameOfResponsibility, responsibilitiesOf } from "./responsibility"
import { FRESH_SIGN_IN_MS, isComplete, type Line, type Signer, signOff, textToSign } from "./sign-off"
import { readStatement, type StatedCheck, type Statement, standingOf, textOfStatement } from "./statement"
import { judgeExpiry } from "./waiver"

const id = (last: number) => `01900000-0000-7000-8000-${String(last).padStart(12, "0")}`
const check = (more: Partial<StatedCheck> = {}): StatedCheck => ({
  ...{ id: id(1), key: "runs-succeed", sentence: "Runs succeed.", kind: "fact", verdict: "met", reason: "99%." },
  ...{ rule: null, facts: [], factCount: 0, evidence: [], waiver: null },
  ...more,
})
const piece = (writer: number) => ({
  ...{ id: id(50 + writer), kind: "note" as const, title: "Minutes", digest: "d".repeat(64), fileSha256: null },
  ...{ writtenById: id(writer), judgedById: id(99) },
})
const statement = (checks: readonly StatedCheck[] = [check()], more: Partial<Statement> = {}): Statement => ({
  format: "lakeward-statement-1",
  programme: { id: id(1), name: "Lakehouse", organisation: "Bank" },
  subject: { kind: "criterion", id: id(2), key: "own", number: 1, name: "It is agreed" },
  ...{ round: 1, signers: ["sponsor", "security"], day: day("2026-03-02"), checks: [...checks] },
  ...more,
})
const hash = (text: string) => `hash of ${text}`
const signer = (more: Partial<Signer> = {}): Signer => ({
  ...{ personId: id(7), responsibilities: ["sponsor"], sinceSignIn: 0 },
  ...more,
})
const line = (more: Partial<Line> = {}): Line => ({ statement: statement(), signatures: [], ...more })
const given = (at: Line, responsibility = "sponsor") => ({
  ...{ responsibility, statementHash: hash(textToSign(at).text), acceptsAgeing: false },
})
const judged = (at: Line, who: Signer, what = given(at)) => {
  const result = signOff(at, who, what, hash)
  return result.ok ? "signed" : result.refusal
}
const signature = (personId: string, responsibility: string, text = textOfStatement(statement())) => ({
  ...{ personId, responsibility, statement: text },
})

describe("a signature", () => {
  test("is for whoever answers for it, has seen it and came in a moment ago", () => {
    expect(judged(line(), signer())).toBe("signed")
    expect(judged(line(), signer({ responsibilities: [] }))).toBe("not-responsible")
    expect(judged(line(), signer(), given(line(), "finance"))).toBe("not-among-signers")
    expect(judged(line(), signer({ sinceSignIn: null }))).toBe("token-never-signs")
    expect(judged(line(), signer({ sinceSignIn: FRESH_SIGN_IN_MS }))).toBe("signed")
    expect(judged(line(), signer({ sinceSignIn: FRESH_SIGN_IN_MS + 1 }))).toBe("sign-in-again")
    expect(judged(line(), signer(), { ...given(line()), statementHash: hash("another") })).toBe("statement-changed")
  })
  test("is given once by a person, and once for a responsibility", () => {
    expect(judged(line({ signatures: [signature(id(7), "security")] }), signer())).toBe("already-signed-by-you")
    expect(judged(line({ signatures: [signature(id(8), "sponsor")] }), signer())).toBe("already-signed-for")
    expect(judged(line({ signatures: [signature(id(8), "security")] }), signer())).toBe("signed")
  })
  test("is not given by whoever brought the facts that decide; what a connection fetched nobody brought", () => {
    const source = (importedById: string, from: "bundle" | "connection" = "bundle") => ({
      ...{ factSetId: id(40), source: from, importedById, takenAt: "2026-03-01T00:00:00.000Z", sha256: "a".repeat(64) },
      ...{ bundleVersion: null, ranWith: null },
    })
    const of = (...sources: ReturnType<typeof source>[]) => line({ statement: statement([check()], { sources }) })
    expect(judged(of(source(id(7))), signer())).toBe("signer-brought-the-facts")
    expect(judged(of(source(id(8)), source(id(7), "connection")), signer())).toBe("signed")
  })
  test("over facts that are ageing needs the signer's own word; those of a waived check count no more", () => {
    const at = line({ statement: statement([check({ freshness: "ageing" }), check({ id: id(3) })]) })
    expect(judged(at, signer())).toBe("ageing-not-accepted")
    expect(judged(at, signer(), { ...given(at), acceptsAgeing: true })).toBe("signed")
    const waiver = {
      id: id(4),
      reason: "Late",
      expiresOn: day("2026-09-01"),
      requestedById: id(8),
      approvedById: id(9),
    }
    const waived = line({ statement: statement([check({ freshness: "ageing", waiver }), check({ id: id(3) })]) })
    expect(judged(waived, signer())).toBe("signed")
    expect(judged(line({ statement: statement([check({ verdict: "could-not-tell", waiver })]) }), signer())).toBe(
      "only-waived",
    )
  })
  test("is not given by whoever wrote evidence under it", () => {
    const at = line({ statement: statement([check({ evidence: [piece(7)] })]) })
    expect(judged(at, signer())).toBe("signer-wrote-the-evidence")
    expect(judged(at, signer({ personId: id(8) }))).toBe("signed")
  })
  test("needs every check to be met or waived, and at least one", () => {
    const waiver = {
      id: id(9),
      reason: "Later.",
      expiresOn: day("2026-06-30"),
      requestedById: id(1),
      approvedById: id(2),
    }
    expect(judged(line({ statement: statement([check({ verdict: "could-not-tell" })]) }), signer())).toBe("not-ready")
    const waived = check({ id: id(3), verdict: "not-met", waiver })
    expect(judged(line({ statement: statement([check(), waived]) }), signer())).toBe("signed")
    expect(judged(line({ statement: statement([waived]) }), signer())).toBe("only-waived")
    expect(judged(line({ statement: statement([]) }), signer())).toBe("not-ready")
  })
  test("is given to the text of the first, as long as that stands", () => {
    const old = textOfStatement(statement([check({ reason: "99%.", facts: [] })], { day: day("2026-02-02") }))
    const begun = line({ signatures: [signature(id(8), "security", old)] })
    expect(textToSign(begun)).toEqual({ text: old, isFrozen: true })
    expect(judged(begun, signer())).toBe("signed")
    const moved = { ...begun, statement: statement([check(), check({ id: id(3) })]) }
    expect(textToSign(moved).isFrozen).toBe(false)
    expect(judged(moved, signer())).toBe("statement-changed")
    expect(judged(moved, signer(), { ...given(moved), statementHash: hash(old) })).toBe("statement-changed")
  })
})

describe("a statement", () => {
  const verdicts = fc.constantFrom("met" as const, "not-met" as const, "could-not-tell" as const)
  const checks = fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 40 }).map(id), verdict: verdicts }), {
    selector: (each) => each.id,
    maxLength: 6,
  })
  test("is read as it was written, whatever it holds", () => {
    fc.assert(
      fc.property(checks, fc.string(), (some, name) => {
        const made = statement(
          some.map((each) => check(each)),
          { programme: { id: id(1), name, organisation: "" } },
        )
        expect(readStatement(textOfStatement(made))).toEqual(made)
      }),
    )
  })
  test("stands the same in whatever order its checks are listed, and on another day", () => {
    fc.assert(
      fc.property(checks, (some) => {
        const listed = some.map((each) => check(each))
        const other = statement(listed.toReversed(), { day: day("2026-04-01") })
        expect(standingOf(other)).toBe(standingOf(statement(listed)))
      }),
    )
  })
})

test("a round is complete with everybody who must, and never with one person", () => {
  const both = ["sponsor", "security"]
  expect(isComplete(both, [{ personId: id(1), responsibility: "sponsor" }])).toBe(false)
  const same = both.map((responsibility) => ({ personId: id(1), responsibility }))
  expect(isComplete(both, same)).toBe(false)
  expect(
    isComplete(
      both,
      both.map((responsibility, at) => ({ personId: id(at), responsibility })),
    ),
  ).toBe(true)
})

describe("a responsibility", () => {
  const held = {
    key: "data-owner",
    personId: id(1),
    deputy: false,
    fromDay: day("2026-01-01"),
    untilDay: day("2026-01-31"),
    ended: false,
  }
  test("is held from its first to its last day, until it is ended", () => {
    const on = (text: string, more = {}) => isHeldOn({ ...held, ...more }, day(text))
    expect(["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"].map((text) => on(text))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(on("2030-01-01", { untilDay: null })).toBe(true)
    expect(on("2026-01-10", { ended: true })).toBe(false)
    expect(responsibilitiesOf([held, held], id(1), day("2026-01-10"))).toEqual(["data-owner"])
  })
  test("has a name, also one that is not known here", () => {
    expect([nameOfResponsibility("data-owner"), nameOfResponsibility("works-council")]).toEqual([
      "Data owner",
      "Works council",
    ])
  })
})

test("a waiver ends ahead, within a year", () => {
  const expiry = (text: string) => {
    const result = judgeExpiry(day(text), day("2026-03-02"))
    return result.ok ? "ok" : result.refusal
  }
  expect(["2026-03-02", "2026-03-03", "2027-03-03", "2027-03-04"].map(expiry)).toEqual([
    "expiry-not-ahead",
    "ok",
    "ok",
    "expiry-too-far",
  ])
})
