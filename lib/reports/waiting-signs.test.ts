import { expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { line, monday } from "./test-facts"
import { ownAgainstSigned, type SignFacts, waitingSigns } from "./waiting-signs"

type Asked = SignFacts["checks"][number]
const check = (id: string, more: Partial<Asked> = {}): Asked => ({
  ...{ id, sentence: `Check ${id}.`, reason: "Why.", verdict: "met", ownerId: null, waived: false, waiver: null },
  ...more,
})
const facts = (more: Partial<SignFacts> = {}): SignFacts => ({
  ...{ today: monday, lines: [], checks: [check("x")], asker: { personId: "me", approvesWaivers: true } },
  ...{ ownWaivers: new Set(), expired: [] },
  ...more,
})
const titles = (of: SignFacts) => waitingSigns(of).map(({ title }) => title)
const signature = (personId: string, more = {}) => ({
  ...{ id: "s", person: { id: personId, name: "Me" }, responsibility: "sponsor", round: 1, statementHash: "" },
  ...{ signedAt: "2026-02-01T09:00:00Z", revoked: null, may: { revoke: false } },
  ...more,
})

test("the owner of a check hears that it is not met under a signature before that is a contradiction", () => {
  const checks = [check("x", { verdict: "not-met", ownerId: "me" })]
  const signed = facts({ checks, lines: [line(["x"], { state: "signed", signatures: [signature("somebody")] })] })
  expect(titles(signed)).toEqual(["Signed off, now not met: Check x."])
  expect(ownAgainstSigned(signed)).toHaveLength(1)
  expect(titles({ ...signed, asker: { personId: "somebody", approvesWaivers: false } })).toEqual([])
  expect(titles({ ...signed, lines: [line(["x"], { state: "begun" })] })).toEqual([])
})
test("a contradiction comes to the owner of the check first, then to those who signed and did not take it back", () => {
  const checks = [check("x", { verdict: "not-met", ownerId: "me" })]
  const against = { state: "contradicted" as const, contradictedBy: ["x"] }
  const of = (signatures: ReturnType<typeof signature>[]) =>
    titles(facts({ checks, lines: [line(["x"], { ...against, signatures })] }))
  expect(of([signature("me")])).toEqual(["Contradicts a sign-off: Check x.", "Contradicted since you signed off: Live"])
  expect(of([signature("me", { round: 0 })])).toEqual(["Contradicts a sign-off: Check x."])
})
test("a line that the asker may sign waits for them, with what they sign for", () => {
  const lines = [line(["x"], { state: "ready", mySigning: ["data-owner"] }), line(["x"], { state: "ready" })]
  expect(waitingSigns(facts({ lines }))).toMatchObject([
    { title: "Ready for your signature: Live", detail: "for Data owner", behind: { list: "checklist", line: "c" } },
  ])
})
test("evidence that ran out is told to its writer, unless its check is met by other evidence or their own", () => {
  const expired = [{ checkId: "x", title: "Minutes", validUntil: day("2026-02-20") }]
  const of = (more: Partial<Asked>) => titles(facts({ expired, checks: [check("x", more)] }))
  expect(of({ verdict: "could-not-tell" })).toEqual(["Your evidence has expired: Minutes"])
  expect(of({ verdict: "met" })).toEqual([])
  expect(of({ verdict: "could-not-tell", ownerId: "me" })).toEqual([])
})
test("waivers wait for those who approve and did not ask for them", () => {
  const waiver = { id: "w", reason: "No private link in the sandbox", expiresOn: day("2026-05-31"), approved: false }
  const asked = facts({ checks: [check("x", { waiver })] })
  expect(waitingSigns(asked)).toMatchObject([
    { title: "Waiver to review: Check x.", detail: "until 31 May; No private link in the sandbox" },
  ])
  expect(titles({ ...asked, ownWaivers: new Set(["w"]) })).toEqual([])
  expect(titles({ ...asked, asker: { personId: "me", approvesWaivers: false } })).toEqual([])
  expect(titles(facts({ checks: [check("x", { waiver: { ...waiver, approved: true } })] }))).toEqual([])
  const two = [check("x", { waiver }), check("y", { waiver: { ...waiver, id: "v" } })]
  expect(titles(facts({ checks: two }))).toEqual(["2 waivers are awaiting your decision"])
})
