import { type AdoptionState, adoptionStates } from "./adoption"
import type { ComponentView } from "./contract"
import { type Found, findByName } from "./search"

/** What the status of a component is called. */
export const statusNames: Readonly<Record<string, string>> = {
  ga: "Generally available",
  "public-preview": "Public preview",
  "private-preview": "Private preview",
  labs: "Databricks Labs",
  legacy: "Legacy",
  deprecated: "Deprecated",
  retired: "Retired",
}
export const statusName = (status: string): string => statusNames[status] ?? status

/** Which components to show. Empty lists and texts let everything through; several of one kind mean any of them. */
export type CatalogueFilter = {
  /** Any name it has or had, or a word of it. */
  readonly text: string
  readonly sections: readonly string[]
  readonly adoptions: readonly AdoptionState[]
  readonly statuses: readonly string[]
}

export const noFilter: CatalogueFilter = { text: "", sections: [], adoptions: [], statuses: [] }

const isAdoption = (text: string): text is AdoptionState => adoptionStates.some((state) => state === text)
const listIn = (query: URLSearchParams, name: string) => (query.get(name) ?? "").split(",").filter(Boolean)

/** Reads a filter from the query of an address, such as `q=dlt&adoption=planned,piloting`; what it does not know is left out. */
export const readFilter = (query: URLSearchParams): CatalogueFilter => ({
  text: query.get("q") ?? "",
  sections: listIn(query, "section"),
  adoptions: listIn(query, "adoption").filter(isAdoption),
  statuses: listIn(query, "status").filter((status) => Object.hasOwn(statusNames, status)),
})

/** The filter as members of an address; null takes a member away. */
export function writeFilter({ text, sections, adoptions, statuses }: CatalogueFilter): Record<string, string | null> {
  const list = (values: readonly string[]) => (values.length > 0 ? values.join(",") : null)
  return { q: text || null, section: list(sections), adoption: list(adoptions), status: list(statuses) }
}

/** The components that a filter lets through, in the order of the catalogue, each with the name it was found by. */
export function filtered(components: readonly ComponentView[], filter: CatalogueFilter): Found[] {
  const { sections, adoptions, statuses } = filter
  const any = (list: readonly string[], value: string) => list.length === 0 || list.includes(value)
  return findByName(components, filter.text).filter(
    ({ component }) =>
      any(sections, component.section) && any(adoptions, component.adoption) && any(statuses, component.status),
  )
}
