import { contentReferences } from "./content-references"
import type { Flaw } from "./integrity"
import type { KnownKeys } from "./keys"
import type { Release, Workstream } from "./release"

export type Reference = {
  readonly path: readonly PropertyKey[]
  readonly kind: keyof KnownKeys
  readonly key: string | undefined
}

/** Every reference that names nothing of its kind; `after` may name activities of its own workstream only. */
export function findDangling(release: Release, known: KnownKeys): Flaw[] {
  const dangling = referencesOf(release).flatMap(({ path, kind, key }) =>
    key === undefined || known[kind].has(key) ? [] : [{ path, reason: `there is no ${kind} "${key}"` }],
  )
  return [...dangling, ...strayAfters(release)]
}

function referencesOf(release: Release): Reference[] {
  const each: EachReference = (path, kind, keys) => keys.map((key, index) => ({ path: [...path, index], kind, key }))
  return [
    ...release.stages.flatMap(({ workstreams }, s) =>
      workstreams.flatMap((workstream, w) => workstreamReferences(workstream, ["stages", s, "workstreams", w], each)),
    ),
    ...release.links.flatMap((link, l): Reference[] => [
      { path: ["links", l, "from"], kind: "link end", key: link.from },
      { path: ["links", l, "to"], kind: "link end", key: link.to },
    ]),
    ...release.criteria.flatMap(({ signers, checks }, c) => [
      ...each(["criteria", c, "signers"], "signer", signers),
      ...each(["criteria", c, "checks"], "check", checks),
    ]),
    ...release.accelerators.flatMap(({ workstreams }, a) =>
      each(["accelerators", a, "workstreams"], "workstream", workstreams),
    ),
    ...release.roles.flatMap(({ skills }, r) =>
      each(
        ["roles", r, "skills"],
        "skill",
        skills.map(({ skill }) => skill),
      ),
    ),
    ...release.phases.flatMap(({ keyWork }, p) =>
      keyWork.flatMap(({ workstreams }, k) =>
        each(["phases", p, "keyWork", k, "workstreams"], "workstream", workstreams),
      ),
    ),
    ...contentReferences(release, each),
    ...release.sections.flatMap(({ components }, s) =>
      components.flatMap(({ plane, stages }, c): Reference[] => [
        { path: ["sections", s, "components", c, "plane"], kind: "plane", key: plane },
        ...each(["sections", s, "components", c, "stages"], "stage", stages),
      ]),
    ),
  ]
}

/** References to keys of one kind from the entries of one list. */
export type EachReference = (
  path: readonly PropertyKey[],
  kind: keyof KnownKeys,
  keys: readonly string[],
) => Reference[]

function workstreamReferences(
  { phase, role, raci, components, activities, checks }: Workstream,
  path: readonly PropertyKey[],
  each: EachReference,
): Reference[] {
  return [
    { path: [...path, "phase"], kind: "phase", key: phase },
    { path: [...path, "role"], kind: "role", key: role },
    { path: [...path, "raci", "responsible"], kind: "role", key: raci.responsible },
    { path: [...path, "raci", "accountable"], kind: "role", key: raci.accountable },
    ...each([...path, "raci", "consulted"], "role", raci.consulted),
    ...each([...path, "raci", "informed"], "role", raci.informed),
    ...each([...path, "components"], "component", components),
    ...activities.flatMap((activity, a): Reference[] => [
      { path: [...path, "activities", a, "role"], kind: "role", key: activity.role },
      { path: [...path, "activities", a, "phase"], kind: "phase", key: activity.phase },
    ]),
    ...checks.map(
      ({ dueGate }, c): Reference => ({
        path: [...path, "checks", c, "dueGate"],
        kind: "gate",
        key: dueGate,
      }),
    ),
  ]
}

function strayAfters({ stages }: Release): Flaw[] {
  return stages.flatMap(({ workstreams }, s) =>
    workstreams.flatMap(({ activities }, w) => {
      const own = new Set(activities.map(({ key }) => key))
      return activities.flatMap(({ after }, a) =>
        after.flatMap((key, index) =>
          own.has(key)
            ? []
            : [
                {
                  path: ["stages", s, "workstreams", w, "activities", a, "after", index],
                  reason: `there is no activity "${key}" in this workstream`,
                },
              ],
        ),
      )
    }),
  )
}
