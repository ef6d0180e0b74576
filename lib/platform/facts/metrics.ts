import { checksOf } from "@/lib/pack/checks"
import type { Check, Release } from "@/lib/pack/release"

const checked = new WeakMap<Release, ReadonlyMap<string, Check>>()

/** Every check of a release by its key. A release is shared and never changes, so its checks are listed once. */
export function checksOfRelease(release: Release): ReadonlyMap<string, Check> {
  const listed = checked.get(release)
  if (listed) return listed
  const checks = checksOf(release).map(({ check }) => check)
  const byKey = new Map(checks.map((check) => [check.key, check]))
  checked.set(release, byKey)
  return byKey
}

/** Every metric that a fact check of the release asks for, and what its measures tell beside them. */
export const knownMetrics = (release: Release): ReadonlySet<string> =>
  new Set([
    ...[...checksOfRelease(release).values()].flatMap((check) => (check.kind === "fact" ? [check.rule.metric] : [])),
    ...release.measures.flatMap(({ measures }) => measures.flatMap((each) => (each.kind === "sql" ? each.also : []))),
  ])
