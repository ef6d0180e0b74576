import { canonical } from "@/lib/door/audit/canonical"
import type { MeasureParameter } from "@/lib/pack/measures"
import type { Release } from "@/lib/pack/release"
import { compose, type Statement } from "./compose"

/** Everything of a release that SQL can measure, ready to be run in a Databricks workspace. It reads and gives aggregates only. */
export type Bundle = {
  /** Says by its content whether a result was made by these very statements, as `2026.1-3f0c...`. */
  readonly version: string
  readonly release: string
  readonly parameters: readonly MeasureParameter[]
  readonly statements: readonly Statement[]
}
/** `leaveOut` names measures that are not wanted, for example since their tables may not be read. */
export type BundleOptions = { readonly leaveOut?: ReadonlySet<string> }

/** The bundle of a release. What is left out does not change the version: the rest is measured in the same way. */
export function bundleOf(release: Release, { leaveOut = new Set() }: BundleOptions = {}): Bundle {
  const version = bundleVersion(release)
  const statements = release.measures
    .flatMap((file) => file.measures)
    .filter((measure) => measure.kind === "sql")
    .filter(({ key }) => !leaveOut.has(key))
    .map((measure) => compose(measure, release, version))
  const used = new Set(statements.flatMap((statement) => statement.parameters.map(({ name }) => name)))
  return {
    ...{ version, release: release.key, statements },
    parameters: release.measures.flatMap((file) => file.parameters).filter(({ name }) => used.has(name)),
  }
}

/**
 * The release and a hash of all that is measured: FNV-1a with 64 bits over canonical JSON. It tells versions apart that are
 * made in good faith; a result is proved by the SHA-256 of its file.
 */
export function bundleVersion({ key, measures }: Release): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(canonical(measures)))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return `${key}-${hash.toString(16).padStart(16, "0")}`
}
