import { sayDayOf } from "@/lib/base/kernel/day-words"
import type { Fact } from "./fact"
import type { FactReason } from "./judge"
import { sayThreshold, sayValue } from "./rule"
import type { Rule } from "./rule-shapes"

type Told = {
  readonly rule: Rule
  readonly code: FactReason
  readonly facts: readonly Fact[]
  readonly count: number
  readonly missing: readonly string[]
}

/** Why a verdict is what it is, in one or two sentences. Depends on the facts alone, not on the day. */
export function sayReason({ rule, code, facts, count, missing }: Told): string {
  const [first] = facts
  if (code === "missing") return `No fact speaks of ${listed(missing, missing.length)}.`
  if (!first) return rule.evidence === null ? notKept : noFacts(rule)
  const which = placesOf(facts, count)
  const day = sayDayOf(first.asOf)
  if (code === "met")
    return count === 1 ? `${figure(rule, first)} on ${day}; ${asked(rule)}.` : allHold(rule, count, day)
  if (code === "not-met") return `${which}${figure(rule, first)} on ${day}; ${asked(rule)}.`
  if (code === "not-measured") return `${which}${notMeasured(first)} (${day}).`
  if (code === "empty") return `${which}There was nothing to measure on ${day}.`
  if (code === "too-few") return `${which}${tooFew(first)} on ${day}; at least ${rule.leastN} are needed to tell.`
  return `${which}The newest fact is of ${day}, and facts older than ${days(rule.freshnessDays)} cannot tell.`
}

const notKept = "What this is judged by is not kept in this programme yet."
const noFacts = ({ evidence }: Rule) =>
  `No facts from the platform have been imported yet. This is measured by ${evidence}.`
const allHold = (rule: Rule, count: number, day: string) =>
  `All ${count} parts hold, the oldest as of ${day}; ${asked(rule)}.`
const asked = (rule: Rule) => `${sayThreshold(rule)} is asked`
const days = (count: number | null) => (count === 1 ? "1 day" : `${count} days`)

function figure({ unit }: Rule, { value, n }: Fact): string {
  const over = n !== null && n > 0 ? ` over ${n}` : ""
  return `${sayValue(unit, value ?? 0)}${unit === "share" ? over : ""}`
}

/** Classes of errors, as INSUFFICIENT_PERMISSIONS, are said in plain letters. */
function notMeasured({ reason }: Fact): string {
  if (reason === null) return "It could not be measured"
  return /^[A-Z_.]+$/.test(reason)
    ? `It could not be measured: ${reason.toLowerCase().replaceAll(/[_.]/g, " ")}`
    : reason
}

const tooFew = ({ n }: Fact): string =>
  n === null ? "It is not said how many observations there were" : `There were only ${n} observations`

/** Names the parts that decided, unless it is all together. */
function placesOf(facts: readonly Fact[], count: number): string {
  const names = facts.map(placeOf).filter((name) => name !== "")
  return names.length === 0 ? "" : `${listed(names, count)}: `
}

const placeOf = ({ dimension, region }: Fact): string => [dimension, region].filter((part) => part !== "").join(", ")

function listed(names: readonly string[], count: number): string {
  const shown = names.slice(0, 3)
  return count > shown.length ? `${shown.join("; ")} and ${count - shown.length} more` : shown.join("; ")
}
