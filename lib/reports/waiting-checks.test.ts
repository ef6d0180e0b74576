import { expect, test } from "vitest"
import { waitingChecks } from "./waiting-checks"

type Asked = Parameters<typeof waitingChecks>[0][number]
const check = (sentence: string, more: Partial<Asked> = {}): Asked => ({
  ...{
    id: sentence,
    sentence,
    ownerId: "me",
    due: false,
    verdict: "could-not-tell",
    code: "no-evidence",
    freshness: null,
  },
  ...{ reason: "Why.", waived: false, evidence: { accepted: 0, waiting: 0 } },
  ...more,
})
const titles = (checks: readonly Asked[], accepts = false, wrote = new Map<string, number>()) =>
  waitingChecks(checks, { personId: "me", accepts, wrote }).map(({ title }) => title)

test("evidence that ran out waits for the owner of its check, and for nobody else", () => {
  const expired = check("Storage is closed.", { code: "evidence-expired" })
  expect(titles([expired, check("Other.")])).toEqual(["Evidence has expired: Storage is closed."])
  expect(
    titles([
      { ...expired, ownerId: "somebody" },
      { ...expired, waived: true },
    ]),
  ).toEqual([])
})
test("a check that is not met waits once it is due, and several are told together", () => {
  const unmet = check("Runs succeed.", { verdict: "not-met", code: "not-met" })
  expect(titles([unmet])).toEqual([])
  const due = { ...unmet, due: true }
  expect(titles([due, { ...due, sentence: "Others." }])).toEqual(["2 of your due checks are not met"])
})
test("facts that grow old are told before they tell nothing", () => {
  expect(titles([check("Runs succeed.", { verdict: "met", freshness: "ageing" })])).toEqual([
    "Facts expired: Runs succeed.",
  ])
})
test("evidence that waits is told to those who may accept it", () => {
  const waiting = check("Framework approved.", { ownerId: null, evidence: { accepted: 0, waiting: 2 } })
  expect(titles([waiting])).toEqual([])
  expect(titles([waiting], true)).toEqual(["2 pieces of evidence are awaiting review"])
})
test("evidence does not wait for whoever wrote it", () => {
  const waiting = check("Framework approved.", { evidence: { accepted: 0, waiting: 2 } })
  expect(titles([waiting], true, new Map([[waiting.id, 1]]))).toEqual(["1 piece of evidence is awaiting review"])
  expect(titles([waiting], true, new Map([[waiting.id, 2]]))).toEqual([])
})
