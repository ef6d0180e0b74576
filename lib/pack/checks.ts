import type { Check, Release } from "./release"

/** Every check of a release, of workstreams first, then of gates and reviews, and the path to each from the top. */
export function checksOf({ stages, phases }: Release): { check: Check; path: readonly PropertyKey[] }[] {
  const list = (checks: readonly Check[], above: readonly PropertyKey[]) =>
    checks.map((check, index) => ({ check, path: [...above, "checks", index] }))
  return [
    ...stages.flatMap(({ workstreams }, s) =>
      workstreams.flatMap(({ checks }, w) => list(checks, ["stages", s, "workstreams", w])),
    ),
    ...phases.flatMap(({ gate, review }, p) => [
      ...list(gate?.checks ?? [], ["phases", p, "gate"]),
      ...list(review?.checks ?? [], ["phases", p, "review"]),
    ]),
  ]
}
