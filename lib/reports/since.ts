import type { Since } from "./overview"

/** A visit is noted at most this often; what follows within it belongs to the same visit. */
export const VISIT_MINUTES = 30
const FIRST_DAYS = 14

/** When somebody looked, and when the time before; with the length of the trail at each. */
export type Visited = {
  readonly at: Date
  readonly seq: number
  readonly previousAt: Date | null
  readonly previousSeq: number | null
}

/**
 * From when on changes are told: the visit before this one. During a visit that was noted already that is the one before
 * it; whoever was never here is told of two weeks. `seq` is null where only the time counts.
 */
export function sinceOf(visited: Visited | null, now: Date): Since & { readonly seq: number | null } {
  const sameVisit = visited && now.getTime() - visited.at.getTime() < VISIT_MINUTES * 60_000
  if (visited && !sameVisit) return { at: visited.at, seq: visited.seq, basis: "last-visit" }
  if (visited?.previousAt && visited.previousSeq !== null)
    return { at: visited.previousAt, seq: visited.previousSeq, basis: "last-visit" }
  return { at: new Date(now.getTime() - FIRST_DAYS * 86_400_000), seq: null, basis: "two-weeks" }
}
