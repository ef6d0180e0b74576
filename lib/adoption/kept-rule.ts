import { FactRule, RecordRule } from "@/lib/pack/release"
import { ruleOfPack } from "@/lib/platform/facts/rule"
import type { Rule } from "@/lib/platform/facts/rule-shapes"

/** The rule of a pack's check, from its text, in the programme's form: so that it goes on when the pack has another. */
export function keptRule(text: string): Rule {
  const json: unknown = JSON.parse(text)
  const fact = FactRule.safeParse(json)
  return ruleOfPack(fact.success ? fact.data : RecordRule.parse(json))
}

/** Whether two values are the same JSON, whatever the order of their members. */
export const sameJson = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null"
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join()}}`
}
