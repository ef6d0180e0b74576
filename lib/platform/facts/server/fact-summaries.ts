import type { Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import type { Fact } from "../fact"
import { grouped } from "../grouped"
import type { Rule } from "../rule-shapes"
import type { Breadth, Scope } from "../scope/scope"
import { type FactSummary, summariseFacts } from "../summarise-facts"
import { findKnownWorkspaces, findSaidScope } from "./declared-scope"
import { findNewestFacts } from "./newest-facts"
import { findStanding, type Standing } from "./standing-sets"

type Reader = Pick<Transaction, "$queryRaw">
/** Rules are told apart by what they ask, so that equal ones are summaries once. */
export const ruleKey = (rule: Rule): string => JSON.stringify(rule)

type Kept = {
  readonly key: string
  readonly standing: Standing
  readonly scope: Scope
  readonly summaries: Map<string, FactSummary>
}
/** What was weighed last for a programme, valid as long as these very facts may judge. Small: see `FactSummary`. */
const kept = new Map<Id, Kept>()
const MOST_KEPT = 100

/**
 * Weighs the newest facts of a programme by each of the rules, by `ruleKey`. Sets never change, so the result is kept in
 * memory until another set comes, one is withdrawn, or a rule, a parameter or the scope changes.
 * @param breadths what the metrics are figures of; one that is not there is of the account
 * @param added facts that are not in the database, to see what they would change
 */
export async function summariseAll(
  reader: Reader,
  programmeId: Id,
  rules: readonly Rule[],
  breadths: ReadonlyMap<string, Breadth>,
  added: readonly Fact[] = [],
): Promise<ReadonlyMap<string, FactSummary>> {
  const { summaries, standing, scope } = await keptFor(reader, programmeId)
  const unknown = rules.filter((rule) => !summaries.has(ruleKey(rule)))
  const source = { reader, programmeId, standing, breadths, scope }
  await summariseInto(summaries, source, unknown, [])
  if (added.length === 0) return summaries
  const metrics = new Set(added.map(({ metric }) => metric))
  const touched = rules.filter(({ metric }) => metrics.has(metric))
  return summariseInto(new Map(summaries), { ...source, scope: withAdded(scope, added) }, touched, added)
}

/** What is brought names workspaces too. */
const withAdded = (scope: Scope, added: readonly Fact[]): Scope => ({
  ...scope,
  known: [...new Set([...scope.known, ...added.flatMap(({ workspace }) => (workspace === "" ? [] : [workspace]))])],
})

async function keptFor(reader: Reader, programmeId: Id): Promise<Kept> {
  const standing = await findStanding(reader, programmeId)
  const said = await findSaidScope(reader, programmeId)
  const key = `${standing.key}\n${JSON.stringify(said)}`
  const known = kept.get(programmeId)
  if (known?.key === key) return known
  const { declared, excluded, removed } = said
  const named = await findKnownWorkspaces(reader, programmeId, standing.silent)
  const scope: Scope = { declared, excluded, known: [...removed, ...named.map(({ workspace }) => workspace)] }
  const fresh: Kept = { key, standing, scope, summaries: new Map() }
  kept.delete(programmeId)
  kept.set(programmeId, fresh)
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
  return fresh
}

type Source = {
  readonly reader: Reader
  readonly programmeId: Id
  readonly standing: Standing
  readonly breadths: ReadonlyMap<string, Breadth>
  readonly scope: Scope
}

/** Reads the facts of some metrics at a time, so that large sets are never in memory as a whole. */
async function summariseInto(
  summaries: Map<string, FactSummary>,
  { reader, programmeId, standing, breadths, scope }: Source,
  rules: readonly Rule[],
  added: readonly Fact[],
): Promise<Map<string, FactSummary>> {
  if (rules.length === 0) return summaries
  const addedOf = grouped(added, ({ metric }) => metric)
  for await (const { metrics, facts } of findNewestFacts(reader, programmeId, metricsOf(rules), standing)) {
    const byMetric = grouped(facts, ({ metric }) => metric)
    for (const rule of rules.filter(({ metric }) => metrics.includes(metric)))
      summaries.set(
        ruleKey(rule),
        summariseFacts(rule, [...(byMetric.get(rule.metric) ?? []), ...(addedOf.get(rule.metric) ?? [])], {
          ...{ scope, breadth: breadths.get(rule.metric) ?? "account" },
        }),
      )
  }
  return summaries
}

const metricsOf = (rules: readonly Rule[]): string[] => [...new Set(rules.map(({ metric }) => metric))]
