import type { Id } from "@/lib/base/kernel/id"
import type { CheckVerdict } from "@/lib/plan/schedule/proved"
import type { BasisFact, Freshness } from "./judge"
import type { Rule } from "./rule-shapes"

/** By facts from the platform, by evidence that a second person accepts, or by what the programme itself records. */
export const checkKinds = ["fact", "attested", "record"] as const
export type CheckKind = (typeof checkKinds)[number]

/** On what a verdict rests: a rule with the facts it was judged by, or evidence. */
export type Basis = {
  readonly rule: Rule | null
  readonly facts: readonly BasisFact[]
  /** How many facts decided; `facts` holds at most twenty of them. */
  readonly of: number
  readonly evidenceIds: readonly Id[]
}
/** A verdict with what it rests on. */
export type Judgement = {
  readonly verdict: CheckVerdict
  /** Why, in a word that does not change with wording. */
  readonly code: string
  /** Why, in words. */
  readonly reason: string
  readonly asOf: string | null
  readonly freshness: Freshness | null
  readonly basis: Basis
}
