import type { Release } from "@/lib/pack/release"
import type { AdoptionState } from "./adoption"
import type { ComponentView } from "./contract"

export type Adoption = { readonly state: AdoptionState; readonly note: string | null; readonly version: number }
const notConsidered: Adoption = { state: "not_considered", note: null, version: 0 }

/** The catalogue of a release with what a programme has said of each component, by key. */
export function componentsOf(release: Release, adoptions: ReadonlyMap<string, Adoption>): ComponentView[] {
  return release.sections.flatMap((section) =>
    section.components.map((component) => {
      const { key, name, seedName, formerNames, aliases, status, description, note } = component
      const { docs, stages, plane, asOf, source, confidence } = component
      const adoption = adoptions.get(key) ?? notConsidered
      return {
        ...{ key, section: section.key, name, seedName: seedName ?? null, aliases, status, description },
        ...{ note: note ?? null, stageKeys: stages, plane, asOf, source, confidence },
        formerNames: formerNames.map((former) => ({ name: former.name, until: former.until ?? null })),
        docs: docs.map((path) => new URL(path, release.docsRoot).href),
        ...{ adoption: adoption.state, adoptionNote: adoption.note, version: adoption.version },
      }
    }),
  )
}
