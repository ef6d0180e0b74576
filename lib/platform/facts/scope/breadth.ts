import type { Release } from "@/lib/pack/release"
import { isOfAccount } from "../homes"
import type { Breadth } from "./scope"

const known = new WeakMap<Release, ReadonlyMap<string, Breadth>>()

/**
 * What every metric of a release is a figure of. Interfaces of a workspace tell of it alone, system tables of their region or of the account.
 * The security analysis and the assessment of the old metastore look into one workspace; where quality rules run is each team's choice.
 */
export function breadthsOf(release: Release): ReadonlyMap<string, Breadth> {
  const found = known.get(release)
  if (found) return found
  const breadths = new Map<string, Breadth>()
  for (const measure of release.measures.flatMap((file) => file.measures)) {
    const breadth: Breadth | null =
      measure.kind === "sql"
        ? measure.regional
          ? "region"
          : "account"
        : measure.kind === "rest"
          ? measure.calls.some(isOfAccount)
            ? "account"
            : "workspace"
          : measure.kind === "import"
            ? measure.from.includes("dqx")
              ? "somewhere"
              : "workspace"
            : null
    for (const metric of breadth === null ? [] : metricsOf(measure)) breadths.set(metric, breadth ?? "account")
  }
  known.set(release, breadths)
  return breadths
}

const metricsOf = (measure: { metrics: readonly string[]; also?: readonly string[] }): readonly string[] => [
  ...measure.metrics,
  ...(measure.also ?? []),
]
