import { sayDayOf } from "@/lib/base/kernel/day-words"
import { grouped } from "@/lib/base/kernel/grouped"
import { rounded } from "@/lib/base/kernel/rounded"
import type { Fact } from "./fact"
import type { FactReason } from "./judge"
import { sayThreshold, sayValue } from "./rule"
import type { Rule } from "./rule-shapes"
import type { FactSummary } from "./summarise-facts"

type Told = {
  readonly rule: Rule
  readonly code: FactReason
  readonly facts: readonly Fact[]
  readonly count: number
  readonly missing: readonly string[]
  readonly scope: FactSummary["scope"]
}

/** Why a verdict is what it is, in one or two sentences. Depends on the facts alone, not on the day. */
export function sayReason({ rule, code, facts, count, missing, scope }: Told): string {
  const [first] = facts
  if (code === "missing") return `No facts for ${listed(missing, missing.length)}.`
  if (code === "not-in-scope") return sayScope(scope)
  if (!first) return rule.evidence === null ? notKept : noFacts(rule)
  const which = placesOf(facts, count)
  const day = sayDayOf(first.asOf)
  if (code === "met")
    return count === 1 ? `${figure(rule, first)} on ${day}. ${required(rule)}` : allHold(rule, count, day)
  if (code === "not-met") return `${which}${figure(rule, first)} on ${day}. ${required(rule)}`
  if (code === "not-measured") return `${which}${notMeasured(first)} (${day}).`
  if (code === "empty") return `${which}Nothing to measure on ${day}.`
  if (code === "too-few") return `${which}${tooFew(first)} on ${day}. Required: at least ${rule.leastN}.`
  return `${which}The latest fact is from ${day}. Facts expire after ${days(rule.freshnessDays)}.`
}

/** What must be done so that the facts tell of all that is in scope. */
function sayScope({ isDeclared, unreported, undeclared }: FactSummary["scope"]): string {
  if (!isDeclared)
    return "No environment is declared, so it's unknown which workspaces must report. Add them in Architecture: Environments."
  return [
    ...(unreported.length > 0 ? [`No facts yet from ${listed(unreported, unreported.length)}.`] : []),
    ...(undeclared.length > 0
      ? [
          `Known and not declared: ${listed(undeclared, undeclared.length)}. Add these workspaces to Environments, or exclude them in Evidence.`,
        ]
      : []),
  ].join(" ")
}

const notKept = "No data yet."
const noFacts = ({ evidence }: Rule) => `No platform facts imported yet. Measured by ${evidence}.`
const allHold = (rule: Rule, count: number, day: string) =>
  `All ${count} parts meet the rule; oldest fact from ${day}. ${required(rule)}`

/** `Required: at least 97%.`; nothing is more than all, so a share of all is `Required: 100%.` */
const required = (rule: Rule) => {
  const isAll = rule.unit === "share" && rule.comparison === "at-least" && rule.threshold === 1
  return `Required: ${isAll ? "100%" : sayThreshold(rule)}.`
}

const days = (count: number | null) => (count === 1 ? "1 day" : `${count} days`)

/** `78.6% (11 of 14)`, `97.2% (of 340)` where no whole number of observations makes the share, `12`, `3 days`. */
function figure(rule: Rule, { value, n }: Fact): string {
  const measured = value ?? 0
  if (rule.unit !== "share") return sayValue(rule.unit, measured)
  const share = sayValue(rule.unit, shortened(rule, measured))
  if (n === null || n <= 0) return share
  const part = Math.round(measured * n)
  return Math.abs(measured * n - part) < 1e-6 * n
    ? `${share} (${grouped(part)} of ${grouped(n)})`
    : `${share} (of ${grouped(n)})`
}

/** A share with one digit after the point of its percent, unless it then seemed to stand elsewhere against the threshold. */
function shortened({ threshold }: Rule, share: number): number {
  const short = rounded(share, 3)
  return Math.sign(short - threshold) === Math.sign(share - threshold) ? short : share
}

/** Classes of errors, as INSUFFICIENT_PERMISSIONS, are said in plain letters, with the measure that failed where it is named. */
function notMeasured({ reason }: Fact): string {
  if (reason === null) return "Not measured"
  const [, measure, condition] = /^(?:([a-z][a-z0-9-]*): )?([A-Z][A-Z0-9_.]*)$/.exec(reason) ?? []
  if (condition === undefined) return reason
  const said = condition.toLowerCase().replaceAll(/[_.]/g, " ")
  return `Not measured: ${said}${measure === undefined ? "" : ` (${measure})`}`
}

const tooFew = ({ n }: Fact): string =>
  n === null ? "Number of observations not reported" : `Only ${n} ${n === 1 ? "observation" : "observations"}`

/** Names the parts that decided, unless it is all together. */
function placesOf(facts: readonly Fact[], count: number): string {
  const names = facts.map(placeOf).filter((name) => name !== "")
  return names.length === 0 ? "" : `${listed(names, count)}: `
}

const placeOf = ({ workspace, dimension, region }: Fact): string =>
  [...new Set([workspace, dimension, region])].filter((part) => part !== "").join(", ")

function listed(names: readonly string[], count: number): string {
  const shown = names.slice(0, 3)
  return count > shown.length ? `${shown.join("; ")} and ${count - shown.length} more` : shown.join("; ")
}
