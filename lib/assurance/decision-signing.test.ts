import { expect, test } from "vitest"
import { couldSign, type DecisionToSign, signDecisionAs } from "./decision-signing"

const open: DecisionToSign = {
  ...{ status: "in_review", signers: ["security", "data-protection"], ownerId: "kwame", signatures: [] },
}
const kwame = { personId: "kwame", responsibilities: ["security"], sinceSignIn: 60_000 }
const given = { responsibility: "security", statementHash: "aa" }
const outcome = (line: Partial<DecisionToSign>, signer: Partial<typeof kwame> | object = {}, hash = "aa") => {
  const result = signDecisionAs({ ...open, ...line }, { ...kwame, ...signer }, given, hash)
  return result.ok ? result.value.completes : result.refusal
}

test("a decision is signed in person, by who answers for it, once, and over the very text", () => {
  expect(outcome({})).toBe(false)
  expect(outcome({}, { sinceSignIn: null })).toBe("token-never-signs")
  expect(outcome({}, { sinceSignIn: 16 * 60_000 })).toBe("sign-in-again")
  expect(outcome({}, { responsibilities: ["finance"] })).toBe("not-responsible")
  expect(outcome({ signers: ["finance"] })).toBe("not-among-signers")
  expect(outcome({}, {}, "bb")).toBe("statement-changed")
  for (const status of ["draft", "accepted", "refused", "superseded"] as const)
    expect(outcome({ status })).toBe("not-in-review")
})
test("two signatures are of two people, and the last one accepts", () => {
  const other = { personId: "sana", responsibility: "data-protection" }
  expect(outcome({ signatures: [other] })).toBe(true)
  expect(outcome({ signatures: [{ ...other, personId: "kwame" }] })).toBe("already-signed-by-you")
  expect(outcome({ signatures: [{ ...other, responsibility: "security" }] })).toBe("already-signed-for")
})
test("where one signature is enough, the owner does not give it", () => {
  expect(outcome({ signers: ["security"] })).toBe("owner-signs-alone")
  expect(outcome({ signers: ["security"], ownerId: "sana" })).toBe(true)
})
test("what somebody could sign is what signing lets through", () => {
  expect(couldSign(open, kwame)).toEqual(["security"])
  expect(couldSign({ ...open, status: "draft" }, kwame)).toEqual([])
  expect(couldSign({ ...open, signers: ["security"] }, kwame)).toEqual([])
  expect(couldSign({ ...open, signatures: [{ personId: "sana", responsibility: "security" }] }, kwame)).toEqual([])
})
