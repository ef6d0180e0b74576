import type { Day } from "@/lib/base/kernel/day"
import { sayDayOf } from "@/lib/base/kernel/day-words"
import type { Judgement } from "./judgement"

/** What somebody handed in for an attested check, and what a second person said to it. */
export type AttestedEvidence = {
  readonly id: string
  /** Null while it waits for the second person. */
  readonly accepted: boolean | null
  readonly judgedAt: Date | null
  readonly validUntil: Day | null
  readonly withdrawnAt: Date | null
}

/**
 * Judges an attested check: met as long as one piece of evidence is accepted by a second person, not withdrawn and still
 * valid on this day; could not tell, with the most hopeful reason, in every other case. Never not met: evidence that is
 * missing says nothing against the sentence.
 */
export function judgeAttested(evidence: readonly AttestedEvidence[], at: Day): Judgement {
  const tell = (code: AttestedReason, deciding: readonly AttestedEvidence[]): Judgement => ({
    ...{ verdict: code === "evidence-accepted" ? "met" : "could-not-tell", code, freshness: null },
    reason: sayAttested(code, deciding),
    asOf: deciding[0]?.judgedAt?.toISOString() ?? null,
    basis: { rule: null, facts: [], of: 0, evidenceIds: deciding.map(({ id }) => id).sort() },
  })
  const standing: Sorted = { accepted: [], waiting: [], expired: [], withdrawn: [], rejected: [] }
  for (const piece of evidence) standing[evidenceStanding(piece, at)].push(piece)
  const { accepted, waiting, expired, withdrawn, rejected } = standing
  if (accepted.length > 0) return tell("evidence-accepted", accepted.sort(longestFirst))
  if (waiting.length > 0) return tell("evidence-waits", waiting)
  if (expired.length > 0) return tell("evidence-expired", expired.sort(longestFirst))
  if (withdrawn.length > 0) return tell("evidence-withdrawn", withdrawn)
  if (rejected.length > 0) return tell("evidence-rejected", rejected)
  return tell("no-evidence", [])
}

export type EvidenceStanding = "accepted" | "waiting" | "expired" | "withdrawn" | "rejected"
type Sorted = Record<EvidenceStanding, AttestedEvidence[]>
type AttestedReason = `evidence-${Exclude<EvidenceStanding, "waiting">}` | "evidence-waits" | "no-evidence"

/** Where one piece of evidence stands on a day; its last valid day still counts. */
export function evidenceStanding({ accepted, validUntil, withdrawnAt }: AttestedEvidence, at: Day): EvidenceStanding {
  if (withdrawnAt) return accepted === false ? "rejected" : "withdrawn"
  if (accepted === false) return "rejected"
  if (validUntil !== null && validUntil < at) return "expired"
  return accepted ? "accepted" : "waiting"
}

/** Without an end first, then by the latest end, then by id. */
const longestFirst = (a: AttestedEvidence, b: AttestedEvidence): number => {
  const [first, second] = [a.validUntil ?? "9999", b.validUntil ?? "9999"]
  return first === second ? (a.id < b.id ? -1 : 1) : first < second ? 1 : -1
}

function sayAttested(code: AttestedReason, [first]: readonly AttestedEvidence[]): string {
  const until = first?.validUntil ? sayDayOf(first.validUntil) : null
  const judged = first?.judgedAt ? ` on ${sayDayOf(first.judgedAt.toISOString())}` : ""
  switch (code) {
    case "evidence-accepted":
      return `Evidence accepted by a second person${judged}${until ? `; valid until ${until}` : ""}.`
    case "evidence-waits":
      return "Evidence submitted, awaiting review."
    case "evidence-expired":
      return `The evidence was valid until ${until ?? "a day that has passed"}.`
    case "evidence-withdrawn":
      return "Evidence withdrawn."
    case "evidence-rejected":
      return `A second person rejected the evidence${judged}.`
    case "no-evidence":
      return "No evidence submitted yet."
  }
}
