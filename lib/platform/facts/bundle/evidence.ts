import { checksOf } from "@/lib/pack/checks"
import { evidenceOfMeasure, type Measure } from "@/lib/pack/measures"
import type { Release } from "@/lib/pack/release"
import { tablesOf } from "./compose"

/** One piece of evidence: by which ways it comes about, what it answers, and where it is read. */
export type EvidenceRow = {
  /** As `E35`. */
  readonly evidence: string
  readonly ways: readonly Measure["kind"][]
  /** The metrics that rules ask for. */
  readonly metrics: readonly string[]
  /** Tables, calls and tools. */
  readonly sources: readonly string[]
}

/** All evidence of a release in the order of its ids. */
export function evidenceOf(release: Release): EvidenceRow[] {
  const measures = release.measures.flatMap((file) => file.measures)
  const ids = [...new Set(measures.flatMap(evidenceOfMeasure))].sort()
  const ruled = new Map(
    checksOf(release).flatMap(({ check }) => (check.kind === "fact" ? [[check.rule.metric, check.rule.evidence]] : [])),
  )
  return ids.map((evidence) => {
    const own = measures.filter((measure) => evidenceOfMeasure(measure).includes(evidence))
    return {
      evidence,
      ways: [...new Set(own.map(({ kind }) => kind))],
      metrics: own.flatMap((measure) =>
        measure.metrics.filter((metric) => evidenceOfMeasure(measure).length === 1 || ruled.get(metric) === evidence),
      ),
      sources: [...new Set(own.flatMap((measure) => sourcesOf(measure, release)))],
    }
  })
}

function sourcesOf(measure: Measure, release: Release): readonly string[] {
  if (measure.kind === "sql") return tablesOf(measure, release)
  if (measure.kind === "rest") return measure.calls
  return measure.kind === "import" ? measure.from.map((tool) => tools[tool]) : []
}

const tools = {
  ...{ ucx: "UCX assessment", lakebridge: "Lakebridge analysis" },
  ...{ sat: "Security Analysis Tool export", dqx: "DQX summary" },
}
