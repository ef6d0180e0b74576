import type { Release } from "@/lib/pack/release"
import { bundleOf } from "@/lib/platform/facts/bundle/bundle"
import type { MeasureProgress } from "../contract"

/** Everything a run will measure, before it has begun: statements where there is a warehouse, then the REST API. */
export function plannedMeasures(release: Release, { warehouseId }: { warehouseId: string | null }): MeasureProgress[] {
  const waiting = (measure: string, evidence: string): MeasureProgress => ({
    ...{ measure, evidence, state: "waiting", rows: 0, reason: null },
  })
  const statements = warehouseId === null ? [] : bundleOf(release).statements
  return [
    ...statements.map(({ measure, evidence }) => waiting(measure, evidence)),
    ...restOf(release).map(({ key, evidence }) => waiting(key, evidence)),
  ]
}

export const restOf = (release: Release) =>
  release.measures.flatMap((file) => file.measures).filter((measure) => measure.kind === "rest")
