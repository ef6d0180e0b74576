import type { Cloud } from "@/lib/pack/clouds"
import type { Release } from "@/lib/pack/release"
import type { AdoptionState } from "./adoption"
import type { ComponentView } from "./contract"

export type Adoption = { readonly state: AdoptionState; readonly note: string | null; readonly version: number }
const notConsidered: Adoption = { state: "not_considered", note: null, version: 0 }

/**
 * The catalogue of a release with what a programme has said of each component, by key. Documentation is that of the
 * programme's clouds, where the release knows it.
 */
export function componentsOf(
  release: Release,
  adoptions: ReadonlyMap<string, Adoption>,
  clouds: readonly Cloud[] = [],
): ComponentView[] {
  const known = clouds.flatMap((cloud) => release.docsRoots[cloud] ?? [])
  const roots = known.length > 0 ? known : [release.docsRoot]
  return release.sections.flatMap((section) =>
    section.components.map((component) => {
      const { key, name, seedName, formerNames, aliases, status, description, note } = component
      const { docs, stages, plane, asOf, source, confidence } = component
      const adoption = adoptions.get(key) ?? notConsidered
      return {
        ...{ key, section: section.key, name, seedName: seedName ?? null, aliases, status, description },
        ...{ note: note ?? null, stageKeys: stages, plane, asOf, source, confidence },
        formerNames: formerNames.map((former) => ({ name: former.name, until: former.until ?? null })),
        docs: docs.flatMap((path) => roots.map((root) => new URL(path, root).href)),
        ...{ adoption: adoption.state, adoptionNote: adoption.note, version: adoption.version },
      }
    }),
  )
}
