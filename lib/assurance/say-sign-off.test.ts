import { expect, test } from "vitest"
import type { Id } from "@/lib/base/kernel/id"
import { sayState, sharesOf, shortHash, signersOf, standingSignatures } from "./say-sign-off"
import type { SignatureView } from "./sign-contract"

const id = (text: string) => text as Id
const signature = (responsibility: string, more: Partial<SignatureView> = {}): SignatureView => ({
  ...{ id: id(responsibility), person: { id: id("ingrid"), name: "Ingrid Solberg" }, responsibility, round: 2 },
  ...{ statementHash: "ab".repeat(32), signedAt: "2026-11-20T10:00:00Z", revoked: null, may: { revoke: false } },
  ...more,
})
const line = {
  ...{ state: "begun" as const, signers: ["sponsor", "data-owner"], round: 2, contradictedBy: [] },
  signatures: [
    signature("data-owner", { round: 1 }),
    signature("sponsor", {
      revoked: { by: { id: id("ingrid"), name: "Ingrid Solberg" }, reason: "too early", at: "2026-11-20T11:00:00Z" },
    }),
    signature("sponsor"),
  ],
}

test("only signatures of this round that nobody took back stand", () => {
  expect(standingSignatures(line)).toEqual([line.signatures[2]])
  expect(sayState(line)).toBe("1 of 2 signed")
  expect(sayState({ ...line, state: "contradicted" })).toBe("Contradicted since sign-off")
})

test("whoever must sign stands beside the signature that was given for it", () => {
  expect(signersOf(line).map(({ name, signature: given }) => [name, given?.person.name ?? null])).toEqual([
    ["Sponsor", "Ingrid Solberg"],
    ["Data owner", null],
  ])
})

test("the bar counts what is reported on top of what is proved, and leaves waived checks out", () => {
  const check = { verdict: "not-met" as const, due: false, waived: false, evidence: { accepted: 0, waiting: 0 } }
  const shares = sharesOf([
    { ...check, verdict: "met", due: true },
    { ...check, due: true, evidence: { accepted: 0, waiting: 1 } },
    { ...check, verdict: "could-not-tell" },
    check,
    { ...check, verdict: "met", waived: true },
  ])
  expect(shares).toEqual({ proved: 25, claimed: 50, planned: 50 })
  expect(sharesOf([])).toEqual({ proved: null, claimed: null, planned: null })
})

test("a hash is shortened at both ends", () => {
  expect(shortHash(`${"0123456789"}${"f".repeat(50)}9d41`)).toBe("0123456789…9d41")
})
