import { expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import type { EvidenceView } from "./evidence-contract"
import { countPending, pendingApprovalsOf } from "./pending-approvals"
import type { WaiverView } from "./waiver-contract"

const id = (text: string) => text as Id
const marta = { id: id("marta"), name: "Marta Ruiz" }
const piece = (name: string, more: Partial<EvidenceView>): EvidenceView => ({
  ...{ id: id(name), checkId: id("review"), kind: "note", title: name, url: null, note: "", fileName: null },
  ...{ fileSize: null, fileSha256: null, validUntil: null, digest: "", state: "accepted", writtenBy: marta },
  ...{ writtenAt: "2026-11-01T09:00:00Z", judgedBy: null, judgedAt: null, judgedReason: null, withdrawnAt: null },
  ...{ version: 1, may: { judge: false, withdraw: false } },
  ...more,
})
const waiver = (name: string, more: Partial<WaiverView>): WaiverView => ({
  ...{ id: id(name), checkId: id("review"), reason: "later", requestedBy: marta, requestedAt: "2026-11-01T09:00:00Z" },
  ...{ approvedBy: null, approvedAt: null, expiresOn: day("2026-12-01"), endedAt: null, state: "stands", version: 1 },
  ...{ may: { approve: false, end: false } },
  ...more,
})
const today = day("2026-11-22")
const none = { checks: [], lines: [], evidence: [], waivers: [], today }
const titles = (list: readonly EvidenceView[]) => list.map(({ title }) => title)

test("evidence nobody has judged waits, what came first before the rest", () => {
  const evidence = [
    piece("later", { state: "waiting", writtenAt: "2026-11-20T09:00:00Z" }),
    piece("first", { state: "waiting", writtenAt: "2026-11-02T09:00:00Z" }),
    piece("judged", {}),
  ]
  expect(titles(pendingApprovalsOf({ ...none, evidence }).toJudge)).toEqual(["first", "later"])
})

test("evidence is told of 30 days before it runs out, unless something newer stands", () => {
  const until = (last: string) => ({ validUntil: day(last) })
  const evidence = [
    piece("in 30 days", until("2026-12-22")),
    piece("in 31 days", { ...until("2026-12-23"), checkId: id("b") }),
  ]
  expect(titles(pendingApprovalsOf({ ...none, evidence }).expiring)).toEqual(["in 30 days"])
  const renewed = [...evidence, piece("for good", {})]
  expect(pendingApprovalsOf({ ...none, evidence: renewed }).expiring).toEqual([])
})

test("expired evidence waits until something accepted takes its place", () => {
  const expired = piece("old", { state: "expired", validUntil: day("2026-10-01") })
  expect(titles(pendingApprovalsOf({ ...none, evidence: [expired] }).expired)).toEqual(["old"])
  expect(pendingApprovalsOf({ ...none, evidence: [expired, piece("new", {})] }).expired).toEqual([])
})

test("waivers wait for a second person, and again before they end", () => {
  const pending = pendingApprovalsOf({
    ...none,
    waivers: [waiver("asked", { state: "asked-for" }), waiver("ends", {}), waiver("over", { state: "ended" })],
  })
  expect([pending.toApprove.map((each) => each.id), pending.ending.map((each) => each.id)]).toEqual([
    ["asked"],
    ["ends"],
  ])
  expect(countPending(pending)).toBe(2)
})
