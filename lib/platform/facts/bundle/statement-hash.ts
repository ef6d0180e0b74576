import type { SqlMeasure } from "@/lib/pack/measures"
import type { Release } from "@/lib/pack/release"
import { neededBy } from "./compose"
import { fnv } from "./fnv"

const known = new WeakMap<Release, ReadonlyMap<string, string>>()

/** A hash of what a measure reads and how: its own SQL and that of the fragments it needs. Other measures do not change it. */
export const statementHash = (measure: SqlMeasure, release: Release): string =>
  fnv([...neededBy(measure, release).map(({ key, sql }) => [key, sql]), measure.sql, measure.regional])

/** The hash of the current statement of every metric that SQL measures. */
export function statementHashes(release: Release): ReadonlyMap<string, string> {
  const found = known.get(release)
  if (found) return found
  const hashes = new Map<string, string>()
  for (const measure of release.measures.flatMap((file) => file.measures))
    if (measure.kind === "sql")
      for (const metric of [...measure.metrics, ...measure.also]) hashes.set(metric, statementHash(measure, release))
  known.set(release, hashes)
  return hashes
}
