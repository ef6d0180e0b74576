import { expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { type AttestedEvidence, judgeAttested } from "./attested"

const today = day("2026-11-21")
const evidence = (more: Partial<AttestedEvidence> = {}): AttestedEvidence => ({
  ...{ id: "e1", accepted: true, judgedAt: new Date("2026-11-02T09:00:00Z"), validUntil: null, withdrawnAt: null },
  ...more,
})
const judged = (...pieces: readonly AttestedEvidence[]) => {
  const { verdict, code } = judgeAttested(pieces, today)
  return [verdict, code]
}

test("nothing handed in unknown", () => {
  expect(judgeAttested([], today)).toMatchObject({
    verdict: "could-not-tell",
    reason: "No evidence submitted yet.",
  })
})
test("one accepted piece is enough, whatever became of the others", () => {
  const others = [evidence({ id: "e2", accepted: null, judgedAt: null }), evidence({ id: "e3", accepted: false })]
  expect(judged(evidence(), ...others)).toEqual(["met", "evidence-accepted"])
  expect(judgeAttested([evidence({ validUntil: day("2026-12-01") })], today).reason).toBe(
    "Evidence accepted by a second person on 2 Nov 2026; valid until 1 Dec 2026.",
  )
})
test("what waits for the second person proves nothing yet", () => {
  expect(judged(evidence({ accepted: null, judgedAt: null }))).toEqual(["could-not-tell", "evidence-waits"])
})
test("evidence counts on its last valid day, and not on the next", () => {
  expect(judged(evidence({ validUntil: today }))).toEqual(["met", "evidence-accepted"])
  expect(judged(evidence({ validUntil: day("2026-11-20") }))).toEqual(["could-not-tell", "evidence-expired"])
})
test("what withdrawn or not accepted proves nothing", () => {
  expect(judged(evidence({ withdrawnAt: new Date() }))).toEqual(["could-not-tell", "evidence-withdrawn"])
  expect(judged(evidence({ accepted: false }))).toEqual(["could-not-tell", "evidence-rejected"])
})
test("the order of what was handed in does not matter", () => {
  const pieces = [evidence({ id: "a", validUntil: day("2026-12-01") }), evidence({ id: "b" }), evidence({ id: "c" })]
  expect(judgeAttested(pieces, today)).toEqual(judgeAttested(pieces.toReversed(), today))
})
