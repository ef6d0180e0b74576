import { type Day, ordinalOf } from "@/lib/base/kernel/day"
import type { CheckVerdict } from "@/lib/plan/schedule/proved"
import type { Fact } from "./fact"
import type { Rule } from "./rule-shapes"
import { sayReason } from "./say-reason"
import { type FactSummary, type Group, type Reach, type Standing, summariseFacts } from "./summarise-facts"

/** Why a verdict is what it is, in a word that does not change with wording. */
export type FactReason =
  | Exclude<Standing, "holds" | "fails">
  | "met"
  | "not-met"
  | "no-facts"
  | "missing"
  | "not-in-scope"
/** `ageing`: older than the rule likes, and still counted; `stale`: too old to tell. */
export type Freshness = "fresh" | "ageing" | "stale"

/** A fact as a verdict keeps it. */
export type BasisFact = Pick<
  Fact,
  "workspace" | "dimension" | "region" | "value" | "n" | "asOf" | "reason" | "factSetId"
>
export type FactJudgement = {
  readonly verdict: CheckVerdict
  readonly code: FactReason
  /** One sentence. */
  readonly reason: string
  /** The time of the oldest fact that decided; null without facts. */
  readonly asOf: string | null
  readonly freshness: Freshness | null
  /** Some of the facts that decided, at most twenty, and how many decided in all. */
  readonly basis: { readonly rule: Rule; readonly facts: readonly BasisFact[]; readonly of: number }
}

/** Days for which facts still count after they have grown older than the rule likes: most facts are brought monthly. */
export const AGEING_DAYS = 31

/**
 * Judges a rule by facts: met when every newest fact of every dimension and region satisfies it, not met when one does
 * not, and could not tell, with the reason, in every other case; without facts never anything else. Where a workspace or a region
 * in scope has not reported, or a workspace is known that is neither declared nor excluded, it cannot be told to be met. Freshness counts at
 * the time the set was taken; facts that grew old since are ageing for a month, then they tell nothing.
 * @param facts of any metrics, in any order
 * @param reach who must have reported; left out, nobody in particular
 */
export const judge = (rule: Rule, facts: readonly Fact[], at: Day, reach?: Reach): FactJudgement =>
  judgeSummary(summariseFacts(rule, facts, reach), at)

/** The same on a later day, without the facts. */
export function judgeSummary(summary: FactSummary, at: Day): FactJudgement {
  const { rule, groups, missing, scope } = summary
  const age = ({ asOf }: Fact) => ordinalOf(at) - Math.floor(Date.parse(asOf) / 86_400_000)
  const isTooOld = (fact: Fact) => rule.freshnessDays !== null && age(fact) > rule.freshnessDays + AGEING_DAYS
  const tell = (verdict: CheckVerdict, code: FactReason, { facts, count }: Group): FactJudgement => {
    const asOf = facts.reduce<string | null>((oldest, fact) => older(oldest, fact.asOf), null)
    const freshness = freshnessOf(rule, facts, code, age)
    return {
      ...{ verdict, code, asOf, freshness },
      reason: sayReason({ rule, code, facts, count, missing, scope }),
      basis: { rule, facts: facts.map(basisOf), of: count },
    }
  }
  const failing = without(groups.fails, isTooOld)
  if (failing.count > 0) return tell("not-met", "not-met", failing)
  for (const code of untold)
    if (without(groups[code], isTooOld).count > 0) return tell("could-not-tell", code, without(groups[code], isTooOld))
  const aged = [...untold.map((code) => groups[code]), groups.fails, groups.holds].flatMap(({ facts }) => facts)
  const old = [...groups.stale.facts, ...aged.filter(isTooOld)]
  if (old.length > 0)
    return tell("could-not-tell", "stale", { facts: old, count: Math.max(old.length, groups.stale.count) })
  if (missing.length > 0) return tell("could-not-tell", "missing", groups.holds)
  const isWhole = scope.isDeclared && scope.unreported.length === 0 && scope.undeclared.length === 0
  if (groups.holds.count === 0 && !scope.outside) return tell("could-not-tell", "no-facts", groups.holds)
  if (!isWhole) return tell("could-not-tell", "not-in-scope", groups.holds)
  return tell("met", "met", groups.holds)
}

/** They age like any other: a place that is gone does not block for ever. */
const untold = ["not-measured", "empty", "too-few"] as const

/** When some of those that were kept fall away, only those left are known to be there. */
function without({ facts, count }: Group, falls: (fact: Fact) => boolean): Group {
  const left = facts.filter((fact) => !falls(fact))
  return { facts: left, count: left.length === facts.length ? count : left.length }
}

function freshnessOf(
  { freshnessDays }: Rule,
  facts: readonly Fact[],
  code: FactReason,
  age: (fact: Fact) => number,
): Freshness | null {
  if (facts.length === 0) return null
  if (code === "stale") return "stale"
  return freshnessDays !== null && facts.some((fact) => age(fact) > freshnessDays) ? "ageing" : "fresh"
}

const older = (a: string | null, b: string): string => (a === null || b < a ? b : a)
const basisOf = ({ workspace, dimension, region, value, n, asOf, reason, factSetId }: Fact): BasisFact => ({
  ...{ workspace, dimension, region, value, n, asOf, reason, factSetId },
})
