import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import type { CheckView } from "./contract"
import type { EvidenceView } from "./evidence-contract"
import type { SignOffView } from "./sign-contract"
import type { WaiverView } from "./waiver-contract"

/** How long before its last day evidence or a waiver is told to run out, in days. */
const TOLD_AHEAD_DAYS = 30

export type PendingApprovals = {
  /** Handed in, and not yet judged by a second person. */
  readonly toJudge: readonly EvidenceView[]
  readonly toApprove: readonly WaiverView[]
  /** Signed lines and gates that facts speak against. */
  readonly contradicted: readonly SignOffView[]
  /** Accepted evidence whose last day has passed, with nothing newer in its place. */
  readonly expired: readonly EvidenceView[]
  /** Accepted evidence and standing waivers that run out soon. */
  readonly expiring: readonly EvidenceView[]
  readonly ending: readonly WaiverView[]
  /** Checks whose facts are older than their rule likes. */
  readonly old: readonly CheckView[]
}
type Parts = {
  readonly checks: readonly CheckView[]
  readonly lines: readonly SignOffView[]
  readonly evidence: readonly EvidenceView[]
  readonly waivers: readonly WaiverView[]
  readonly today: Day
}

/** What waits for anybody in the assurance of a programme, the oldest of each kind first. */
export function pendingApprovalsOf({ checks, lines, evidence, waivers, today }: Parts): PendingApprovals {
  const soon = dayOf(ordinalOf(today) + TOLD_AHEAD_DAYS)
  const isSoon = (day: Day | null) => day !== null && day >= today && day <= soon
  const renewed = new Set(
    evidence
      .filter(({ state, validUntil }) => state === "accepted" && (validUntil === null || validUntil > soon))
      .map(({ checkId }) => checkId),
  )
  const standing = new Set(evidence.filter(({ state }) => state === "accepted").map(({ checkId }) => checkId))
  const byLastDay = (a: EvidenceView, b: EvidenceView) => ((a.validUntil ?? "") < (b.validUntil ?? "") ? -1 : 1)
  return {
    toJudge: evidence
      .filter(({ state }) => state === "waiting")
      .toSorted((a, b) => (a.writtenAt < b.writtenAt ? -1 : 1)),
    toApprove: waivers.filter(({ state }) => state === "asked-for"),
    contradicted: lines.filter(({ state }) => state === "contradicted" || state === "lapsed"),
    expired: evidence.filter(({ state, checkId }) => state === "expired" && !standing.has(checkId)).toSorted(byLastDay),
    expiring: evidence
      .filter(({ state, validUntil, checkId }) => state === "accepted" && isSoon(validUntil) && !renewed.has(checkId))
      .toSorted(byLastDay),
    ending: waivers.filter(({ state, expiresOn }) => state === "stands" && isSoon(expiresOn)),
    old: checks.filter(({ freshness, waived }) => !waived && (freshness === "ageing" || freshness === "stale")),
  }
}

/** How many things wait. */
export const countPending = (pending: PendingApprovals): number =>
  Object.values(pending).reduce((sum, list) => sum + list.length, 0)
