import type { Day } from "@/lib/base/kernel/day"
import type { ThreePoint } from "@/lib/records/compound-kinds"
import type { RegisterEntryView, Trend } from "./register"

type Weighed = Pick<RegisterEntryView, "probability" | "impact">

/**
 * Probability times impact, 0 to 5; null while one of the two is missing.
 * Source: ISO/IEC 31010:2019, B.10.3 (consequence/likelihood matrix).
 */
export function exposureOf({ probability, impact }: Weighed): number | null {
  return probability === null || impact === null ? null : probability * impact
}

/** The mean of a three-point delay in working days, (o + 4 l + p) / 6 (Malcolm, Roseboom, Clark and Fazar 1959). */
export const meanDelay = ({ optimistic, likely, pessimistic }: ThreePoint): number =>
  (optimistic + 4 * likely + pessimistic) / 6

/** The working days that an entry costs on average: its probability times the mean of its delay. */
export function expectedDelayOf({
  probability,
  delay,
}: Pick<RegisterEntryView, "probability" | "delay">): number | null {
  return probability === null || delay === null ? null : probability * meanDelay(delay)
}

/** A band of probability: 1 (to 0.1), 2 (to 0.3), 3 (to 0.5), 4 (to 0.7), 5 (above). */
export function likelihoodBand(probability: number): 1 | 2 | 3 | 4 | 5 {
  if (probability <= 0.1) return 1
  if (probability <= 0.3) return 2
  if (probability <= 0.5) return 3
  return probability <= 0.7 ? 4 : 5
}

/** How severe a cell of the matrix is: the product of its bands, up to 4 low, up to 9 medium, up to 15 high, else severe. */
export type Severity = "low" | "medium" | "high" | "severe"
export function severityOf(likelihood: number, impact: number): Severity {
  const product = likelihood * impact
  if (product <= 4) return "low"
  if (product <= 9) return "medium"
  return product <= 15 ? "high" : "severe"
}

/** A cell of the matrix with the ids of the entries in it. */
export type MatrixCell = {
  readonly likelihood: number
  readonly impact: number
  readonly severity: Severity
  readonly entryIds: readonly string[]
}

/** The 25 cells, the likeliest row first, each row by rising impact. What lacks a probability or an impact is in none. */
export function matrixOf(entries: readonly (Weighed & { readonly id: string })[]): MatrixCell[] {
  const bands = [1, 2, 3, 4, 5]
  const isIn = (entry: Weighed, likelihood: number, impact: number) =>
    entry.probability !== null && entry.impact === impact && likelihoodBand(entry.probability) === likelihood
  return bands.toReversed().flatMap((likelihood) =>
    bands.map((impact) => ({
      ...{ likelihood, impact, severity: severityOf(likelihood, impact) },
      entryIds: entries.filter((entry) => isIn(entry, likelihood, impact)).map(({ id }) => id),
    })),
  )
}

/**
 * Whether an entry is worse or better than it was.
 * @param before as it was 30 days ago, or when it was written if that is later
 */
export function trendOf(now: Weighed, before: Weighed): Trend {
  const [is, was] = [exposureOf(now), exposureOf(before)]
  if (is === null || was === null || is === was) return "steady"
  return is > was ? "worse" : "better"
}

/** An update as the trail tells it: what probability and impact were before, where it changed them. */
export type Reweighing = { readonly probability?: number | null; readonly impact?: number | null }

/** What an entry was before some updates, the oldest first: of each member the first that was overwritten. */
export function rewound(now: Weighed, updates: readonly Reweighing[]): Weighed {
  const first = <Key extends keyof Weighed>(key: Key): Weighed[Key] => {
    const update = updates.find((each) => each[key] !== undefined)
    return update?.[key] ?? (update ? null : now[key])
  }
  return { probability: first("probability"), impact: first("impact") }
}

/** True for what is still open after its day. */
export const isOverdue = ({ state, dueDay }: Pick<RegisterEntryView, "state" | "dueDay">, today: Day): boolean =>
  state === "open" && dueDay !== null && dueDay < today
