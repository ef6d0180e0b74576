import type { MeasureParameter } from "@/lib/pack/measures"
import type { Release } from "@/lib/pack/release"
import type { Settled } from "../parameters"
import { compose, type Statement } from "./compose"
import { fnv } from "./fnv"

/** Everything of a release that SQL can measure, ready to be run in a Databricks workspace. It reads and gives aggregates only. */
export type Bundle = {
  /** Says by its content whether a result was made by these very statements, as `2026.1-3f0c...`. */
  readonly version: string
  readonly release: string
  readonly parameters: readonly MeasureParameter[]
  readonly statements: readonly Statement[]
  /** Parameters that only measures have which are left out: nothing asks for them, and the result tells them all the same. */
  readonly unused: readonly MeasureParameter[]
}
/** `leaveOut` names measures that are not wanted, for example since their tables may not be read. */
export type BundleOptions = {
  readonly leaveOut?: ReadonlySet<string>
  /** What the programme has settled, in place of the release's fallbacks. */
  readonly settled?: Settled
}

/** The bundle of a release. What is left out does not change the version: the rest is measured in the same way. */
export function bundleOf(release: Release, { leaveOut = new Set(), settled = {} }: BundleOptions = {}): Bundle {
  const version = bundleVersion(release)
  const statements = release.measures
    .flatMap((file) => file.measures)
    .filter((measure) => measure.kind === "sql")
    .filter(({ key }) => !leaveOut.has(key))
    .map((measure) => filledIn(compose(measure, release, version), settled))
  const used = new Set(statements.flatMap((statement) => statement.parameters.map(({ name }) => name)))
  const all = release.measures.flatMap((file) => file.parameters).map((parameter) => settledOf(parameter, settled))
  return {
    ...{ version, release: release.key, statements },
    parameters: all.filter(({ name }) => used.has(name)),
    unused: all.filter(({ name }) => !used.has(name)),
  }
}

const filledIn = (statement: Statement, settled: Settled): Statement => ({
  ...statement,
  parameters: statement.parameters.map((parameter) => settledOf(parameter, settled)),
})

const settledOf = (parameter: MeasureParameter, settled: Settled): MeasureParameter => ({
  ...parameter,
  fallback: settled[parameter.name] ?? parameter.fallback,
})

/**
 * The release and a hash of all that is measured: FNV-1a with 64 bits over canonical JSON. It tells versions apart that are
 * made in good faith; a result is proved by the SHA-256 of its file.
 */
export function bundleVersion({ key, measures }: Release): string {
  return `${key}-${fnv(measures)}`
}
