import { findCircle } from "./circle"
import { findContentFlaws } from "./content-flaws"
import { findDuplicates, knownKeys } from "./keys"
import { findMeasureFlaws } from "./measure-flaws"
import { findDangling } from "./references"
import type { Release } from "./release"

/** What is wrong with a release whose shape is right, and the path to it from the top of the release. */
export type Flaw = { readonly path: readonly PropertyKey[]; readonly reason: string }

/**
 * Every flaw of meaning: keys used twice, numbers out of order, references that lead nowhere, phases without a gate or
 * review, checks without a due gate, measures that do not hold what they say, questions, KPIs, templates and remedies that do not fit the rest, dependencies that go round in a circle. An empty list is a sound release.
 */
export function findFlaws(release: Release): Flaw[] {
  const flaws = [
    ...findDuplicates(release),
    ...findDangling(release, knownKeys(release)),
    ...misnumbered(release),
    ...badlyEnded(release),
    ...wronglyDue(release),
    ...findMeasureFlaws(release),
    ...findContentFlaws(release),
  ]
  const circle = flaws.length === 0 ? findCircle(release) : null
  if (!circle) return flaws
  return [
    { path: circle.path, reason: `goes round in a circle: ${[...circle.members, circle.members[0]].join(" -> ")}` },
  ]
}

function misnumbered(release: Release): Flaw[] {
  const numbered = [
    { list: "stages", entries: release.stages, first: 1 },
    { list: "phases", entries: release.phases, first: 0 },
    { list: "criteria", entries: release.criteria, first: 1 },
    { list: "sections", entries: release.sections, first: 1 },
    { list: "dimensions", entries: release.dimensions, first: 1 },
  ]
  return numbered.flatMap(({ list, entries, first }) =>
    entries.flatMap(({ number }, index) =>
      number === index + first
        ? []
        : [{ path: [list, index, "number"], reason: `is number ${number} where ${index + first} is due` }],
    ),
  )
}

function badlyEnded({ phases }: Release): Flaw[] {
  return phases.flatMap(({ weeks, gate, review, number }, index): Flaw[] => {
    const path = ["phases", index]
    if (weeks === "ongoing" && (gate || !review)) return [{ path, reason: "an ongoing phase has a review and no gate" }]
    if (weeks !== "ongoing" && (!gate || review))
      return [{ path, reason: "a phase with a range has a gate and no review" }]
    if (gate && gate.number !== number)
      return [{ path: [...path, "gate", "number"], reason: `is gate ${gate.number} of phase ${number}` }]
    return []
  })
}

function wronglyDue({ stages, phases }: Release): Flaw[] {
  const missing = stages.flatMap(({ workstreams }, s) =>
    workstreams.flatMap(({ checks }, w) =>
      checks.flatMap(({ dueGate }, c) =>
        dueGate === undefined
          ? [{ path: ["stages", s, "workstreams", w, "checks", c], reason: "a workstream's check needs a due gate" }]
          : [],
      ),
    ),
  )
  const needless = phases.flatMap((phase, p) =>
    (["gate", "review"] as const).flatMap((end) =>
      (phase[end]?.checks ?? []).flatMap(({ dueGate }, c) =>
        dueGate === undefined
          ? []
          : [
              {
                path: ["phases", p, end, "checks", c, "dueGate"],
                reason: `the ${end} says when its own checks are due`,
              },
            ],
      ),
    ),
  )
  return [...missing, ...needless]
}
