import { type Fact, newestFacts } from "./fact"
import type { Rule } from "./rule-shapes"
import { type Breadth, plainRegion, type Scope, type Scoped, scopedFacts } from "./scope/scope"

/** What one fact says to a rule, whatever day it is. */
export const standings = ["holds", "fails", "not-measured", "empty", "too-few", "stale"] as const
export type Standing = (typeof standings)[number]

/** Facts that say the same to a rule: how many there are, and some of them. */
export type Group = { readonly count: number; readonly facts: readonly Fact[] }
/**
 * All that later days need to judge a rule: small, however many facts it was weighed from. Of those that hold the oldest
 * are kept, of the others the newest, so that growing old changes the same verdict with them as with all.
 */
export type FactSummary = {
  readonly rule: Rule
  readonly groups: Readonly<Record<Standing, Group>>
  /** Dimensions (or workspaces) and regions that the rule names and no fact speaks of. */
  readonly missing: readonly string[]
  /** What keeps the facts from telling of all that is in scope. */
  readonly scope: Omit<Scoped, "facts">
}

/** Who must have reported for a metric. */
export type Reach = { readonly breadth: Breadth; readonly scope: Scope }
/** The whole account, or the programme's own records: nobody in particular must report. */
const everybody: Reach = { breadth: "account", scope: { declared: [], excluded: [], known: [] } }

const KEPT = 20
const MS_PER_DAY = 86_400_000

/** Holds every newest fact of the rule's metric against the rule. The order and the doubling of facts have no influence. */
export function summariseFacts(rule: Rule, facts: readonly Fact[], reach: Reach = everybody): FactSummary {
  const named = facts.filter((fact) => isAsked(rule, fact))
  const { facts: inScope, ...scope } = scopedFacts(named, reach.breadth, narrowed(rule, reach.scope))
  const asked = withoutAnswered(newestFacts(inScope))
  const sorted: Record<Standing, Fact[]> = {
    ...{ holds: [], fails: [], "not-measured": [], empty: [], "too-few": [], stale: [] },
  }
  for (const fact of asked) sorted[standingOf(rule, fact)].push(fact)
  const group = (standing: Standing): Group => ({
    count: sorted[standing].length,
    facts: sorted[standing].sort(standing === "holds" ? oldestFirst : newestFirst).slice(0, KEPT),
  })
  return {
    rule,
    groups: {
      ...{ holds: group("holds"), fails: group("fails"), empty: group("empty"), stale: group("stale") },
      ...{ "not-measured": group("not-measured"), "too-few": group("too-few") },
    },
    missing: [
      ...rule.dimensions.filter(
        (name) => !named.some(({ dimension, workspace }) => dimension === name || workspace === name),
      ),
      ...rule.regions.filter((name) => !named.some(({ region }) => region === name)),
    ],
    // a rule that names its parts says itself which may not be missing
    scope: rule.dimensions.length > 0 ? { ...scope, unreported: [], undeclared: [] } : scope,
  }
}

/** A rule of some regions asks for the workspaces that lie in them. */
function narrowed({ regions }: Rule, scope: Scope): Scope {
  if (regions.length === 0) return scope
  const names = new Set(regions.map(plainRegion))
  return {
    ...scope,
    declared: scope.declared.filter(({ region }) => region === null || names.has(plainRegion(region))),
  }
}

/**
 * A place that could not be measured once, and has been measured since, is answered. What could not be measured often
 * does not know its own place: a part of it that is empty stands for any.
 */
function withoutAnswered(facts: readonly Fact[]): Fact[] {
  const measured = facts.filter(({ value }) => value !== null)
  const answers = (asked: Fact) => (fact: Fact) =>
    fact.asOf > asked.asOf && parts.every((part) => asked[part] === "" || asked[part] === fact[part])
  return facts.filter((fact) => fact.value !== null || !measured.some(answers(fact)))
}
const parts = ["workspace", "dimension", "region"] as const

const isAsked = ({ metric, dimensions, regions }: Rule, fact: Fact): boolean =>
  fact.metric === metric &&
  (dimensions.length === 0 || dimensions.includes(fact.dimension) || dimensions.includes(fact.workspace)) &&
  (regions.length === 0 || regions.includes(fact.region))

/** An empty denominator, too few observations and figures that were old already when they were taken cannot tell. */
function standingOf(rule: Rule, { value, n, asOf, takenAt }: Fact): Standing {
  if (value === null || !Number.isFinite(value)) return "not-measured"
  if (n === 0 && (rule.unit === "share" || rule.leastN > 0)) return "empty"
  if (rule.leastN > 0 && (n === null || n < rule.leastN)) return "too-few"
  const age = Date.parse(takenAt) - Date.parse(asOf)
  if (rule.freshnessDays !== null && age > rule.freshnessDays * MS_PER_DAY) return "stale"
  return compares[rule.comparison](value, rule.threshold) ? "holds" : "fails"
}

const compares: Record<Rule["comparison"], (value: number, threshold: number) => boolean> = {
  "at-least": (value, threshold) => value >= threshold,
  "at-most": (value, threshold) => value <= threshold,
  "more-than": (value, threshold) => value > threshold,
  "less-than": (value, threshold) => value < threshold,
  equals: (value, threshold) => value === threshold,
}

const oldestFirst = (a: Fact, b: Fact): number => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0)
const newestFirst = (a: Fact, b: Fact): number => oldestFirst(b, a)
