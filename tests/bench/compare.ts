import { drive, type Measured, type Side } from "./load"

/** Two sides that were measured by turns, so that whatever else the machine did met both. Milliseconds. */
export type Compared = {
  /** Medians over the rounds; errors are their sum. */
  readonly ours: Summary
  readonly beside: Summary
  /** Medians over the rounds of ours divided by the other side's of the same round. */
  readonly ratio: Omit<Summary, "errors">
}
export type Summary = {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly errors: number
}
export type Rounds = { readonly clients: number; readonly rounds: number; readonly milliseconds: number }

/** A/B, B/A, A/B and so on, after a short warm-up of both that counts only for errors. */
export async function compare(ours: Side, beside: Side, { clients, rounds, milliseconds }: Rounds): Promise<Compared> {
  const mineAtFirst = await drive(ours, clients, milliseconds / 2)
  const otherAtFirst = await drive(beside, clients, milliseconds / 2)
  const pairs: { ours: Summary; beside: Summary }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const first = await drive(round % 2 === 0 ? ours : beside, clients, milliseconds)
    const second = await drive(round % 2 === 0 ? beside : ours, clients, milliseconds)
    const [mine, other] = round % 2 === 0 ? [first, second] : [second, first]
    pairs.push({ ours: summaryOf(mine), beside: summaryOf(other) })
  }
  const ratioOf = (name: keyof Summary) => median(pairs.map((pair) => pair.ours[name] / pair.beside[name]))
  const sideOf = (side: "ours" | "beside", { errors }: Measured) =>
    middleOf(
      pairs.map((pair) => pair[side]),
      errors,
    )
  return {
    ours: sideOf("ours", mineAtFirst),
    beside: sideOf("beside", otherAtFirst),
    ratio: { perSecond: ratioOf("perSecond"), p50: ratioOf("p50"), p99: ratioOf("p99") },
  }
}

export function summaryOf({ perSecond, latencies, errors }: Measured): Summary {
  const sorted = [...latencies].sort((a, b) => a - b)
  return { perSecond, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), errors }
}

function middleOf(summaries: readonly Summary[], earlierErrors = 0): Summary {
  const of = (name: keyof Summary) => median(summaries.map((each) => each[name]))
  const errors = summaries.reduce((sum, each) => sum + each.errors, earlierErrors)
  return { perSecond: of("perSecond"), p50: of("p50"), p99: of("p99"), errors }
}

/** The nearest rank of a sorted list. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN

export const median = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  )
