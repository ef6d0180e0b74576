import { rounded } from "@/lib/base/kernel/rounded"
import type { FactRule, RecordRule } from "@/lib/pack/release"
import type { Rule } from "./rule-shapes"

export const comparisons = ["at-least", "at-most", "more-than", "less-than", "equals"] as const

/** The pack's rule in the programme's form; one over own records has no age. */
export const ruleOfPack = (rule: FactRule | RecordRule): Rule => ({
  evidence: "evidence" in rule ? rule.evidence : null,
  freshnessDays: "freshnessDays" in rule ? rule.freshnessDays : null,
  ...{ metric: rule.metric, unit: rule.unit, comparison: rule.comparison, threshold: rule.threshold },
  ...{ leastN: rule.leastN, dimensions: [], regions: [] },
})

const words: Record<Rule["comparison"], string> = {
  ...{ "at-least": "at least", "at-most": "at most", "more-than": "more than", "less-than": "less than" },
  equals: "exactly",
}

/** A value in the unit of a rule: `97.5%`, `12`, `1 day`, `4.2 seconds`. */
export function sayValue(unit: Rule["unit"], value: number): string {
  if (unit === "share") return `${shortest(value * 100)}%`
  if (unit === "count") return shortest(value)
  return `${shortest(value)} ${value === 1 ? unit.slice(0, -1) : unit}`
}

/** At most four digits after the point, and never more than are there. */
const shortest = (value: number): string => String(rounded(value, 4))

/** `at least 97%` */
export const sayThreshold = ({ comparison, unit, threshold }: Rule): string =>
  `${words[comparison]} ${sayValue(unit, threshold)}`

/** The whole rule: `at least 97%, over at least 20, not older than 2 days`. */
export function sayRule(rule: Rule): string {
  const { leastN, freshnessDays, dimensions, regions } = rule
  return [
    sayThreshold(rule),
    ...(leastN > 0 ? [`over at least ${leastN}`] : []),
    ...(freshnessDays === null ? [] : [`not older than ${freshnessDays} ${freshnessDays === 1 ? "day" : "days"}`]),
    ...(dimensions.length > 0 ? [`of ${dimensions.join(", ")}`] : []),
    ...(regions.length > 0 ? [`in ${regions.join(", ")}`] : []),
  ].join(", ")
}

/** The sentence of a check whose rule a programme has edited: it reads as it is judged, and as the release has it. */
export function sayEdited(sentence: string, edited: Rule, packs: Rule): string {
  const [now, was] = [sayRule(edited), sayRule(packs)]
  return now === was ? sentence : `${sentence.replace(/\.$/, "")} (edited: ${now}; the roadmap requires ${was}).`
}
