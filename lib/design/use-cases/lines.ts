import type { Day } from "@/lib/base/kernel/day"
import { keysOf } from "@/lib/plan/simulation/draws"
import { type Figures, figuresOf, placeOf, type Scored, type Weighted } from "./ranking"
import { type Stability, type Swap, stabilityOf } from "./stability"
import type { Place, UseCaseLine } from "./use-case"

/** A use case with what its scores say of it under these weights; null where a score is missing. */
export type RankedLine = UseCaseLine & {
  readonly figures: Figures | null
  readonly stability: Stability | null
  /** By hand, else by the written rule; null without scores. */
  readonly shownPlace: Place | null
}
export type Ranked = { readonly lines: readonly RankedLine[]; readonly swap: Swap | null }

/** Use cases under weights, best first; what lacks scores stands last, by number. Retired ones are not ranked. */
export function rankedLines(lines: readonly UseCaseLine[], criteria: readonly Weighted[], programmeId: string): Ranked {
  const scored = lines
    .filter(({ status }) => status !== "retired")
    .map(
      ({ id, scores }): Scored => ({ key: id, scores: new Map(scores.map((each) => [each.criterionId, each.value])) }),
    )
  const { of, swap } = stabilityOf(scored, criteria, keysOf(programmeId)[0] >>> 0)
  const byKey = new Map(scored.map((each) => [each.key, each]))
  const ranked = lines.map((line): RankedLine => {
    const own = byKey.get(line.id)
    const figures = own ? figuresOf(own, criteria) : null
    const stability = of.get(line.id) ?? null
    const byRule = figures ? placeOf(figures, stability?.topFive ?? 0) : null
    return { ...line, figures, stability, shownPlace: line.place ?? byRule }
  })
  const rankOf = ({ stability, number }: RankedLine) => stability?.rank ?? 1e6 + number
  return { lines: ranked.toSorted((a, b) => rankOf(a) - rankOf(b)), swap }
}

/** `live`, a day, or null for Unknown. */
export const earliestOf = ({ status, earliest }: Pick<UseCaseLine, "status" | "earliest">): "live" | Day | null =>
  status === "live" ? "live" : earliest
