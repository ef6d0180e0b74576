import type { CheckVerdict } from "@/lib/schedule/proved"

export const checkKinds = ["fact", "attested", "record"] as const
export type CheckKind = (typeof checkKinds)[number]

/** A verdict with what it rests on, in words. */
export type Judgement = { readonly verdict: CheckVerdict; readonly reason: string }

const reasons: Record<CheckKind, string> = {
  fact: "No facts from the platform have been imported yet.",
  attested: "Nobody has handed in evidence yet.",
  record: "What this is judged by is not kept in this programme yet.",
}

/** The verdict on a check as long as nothing has been imported or handed in: could not tell, and why; never a silent pass. */
export const judgeWithoutEvidence = (kind: CheckKind): Judgement => ({
  verdict: "could-not-tell",
  reason: reasons[kind],
})
