import type { Id } from "@/lib/base/kernel/id"

/** Where a set of facts came from. */
export const factSources = ["bundle", "connection", "sat", "ucx", "dqx", "rest"] as const
export type FactSource = (typeof factSources)[number]

/** One measured figure: an aggregate, never a name of a person or a text of a query. */
export type FactRow = {
  /** A word key such as `runs-succeeded`. */
  readonly metric: string
  /** What the figure is of, such as a workspace; empty for all together. */
  readonly dimension: string
  /** In the unit of the metric; shares run from 0 to 1. Null when it could not be measured. */
  readonly value: number | null
  /** Over how many observations; null when that has no meaning. */
  readonly n: number | null
  /** When it was true: an instant in UTC with milliseconds, so that texts compare as times do. */
  readonly asOf: string
  /** Empty for all regions together. */
  readonly region: string
  /** Why there is no value. */
  readonly reason: string | null
  /** The workspace it was measured in, by its id or host; empty for the whole of its region, or of the account. */
  readonly workspace: string
  /** A hash of the statement that measured it; null where none did, or where the set's bundle says it for all. */
  readonly statement: string | null
}

/** A fact in its set. */
export type Fact = FactRow & {
  readonly factSetId: Id | null
  /** When its set was taken, in the same form as `asOf`. */
  readonly takenAt: string
}

/**
 * The newest fact of every metric, workspace, dimension and region: the latest `asOf`, then the set that was taken last. Facts that
 * are equally new and say different things all stay, since every one must hold. The order of the list has no influence.
 */
export function newestFacts(facts: readonly Fact[]): Fact[] {
  const newest = new Map<string, Fact[]>()
  for (const fact of facts) {
    const place = placeOf(fact)
    const known = newest.get(place)
    const age = known?.[0] ? compareAge(fact, known[0]) : 1
    if (known && age === 0) keepOne(known, fact)
    else if (age > 0) newest.set(place, [fact])
  }
  return [...newest.values()].flat().sort(byPlace)
}

/** Two facts of one place are of one thing at two times. A workspace lies in one region, whatever is said of it. */
const placeOf = ({ metric, workspace, dimension, region }: Fact): string =>
  [metric, workspace, dimension, workspace === "" ? region : ""].join("\n")

/** Of two that say the same, the one of the set with the lower id stays. */
function keepOne(known: Fact[], fact: Fact): void {
  const twin = known.findIndex((each) => compareContent(each, fact) === 0)
  if (twin === -1) known.push(fact)
  else if ((fact.factSetId ?? "") < (known[twin]?.factSetId ?? "")) known[twin] = fact
}

const compareAge = (a: Fact, b: Fact): number => compareText(a.asOf, b.asOf) || compareText(a.takenAt, b.takenAt)
const byPlace = (a: Fact, b: Fact): number =>
  compareText(a.metric, b.metric) ||
  compareText(a.workspace, b.workspace) ||
  compareText(a.dimension, b.dimension) ||
  compareText(a.region, b.region) ||
  compareContent(a, b)
const compareContent = (a: Fact, b: Fact): number =>
  compareText(a.region, b.region) ||
  compareNumber(a.value, b.value) ||
  compareNumber(a.n, b.n) ||
  compareText(a.reason ?? "", b.reason ?? "")
/** What is not there comes first. */
const compareNumber = (a: number | null, b: number | null): number =>
  a === b ? 0 : a === null || (b !== null && a < b) ? -1 : 1
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
