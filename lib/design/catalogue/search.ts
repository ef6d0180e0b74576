import type { ComponentView } from "./contract"

/** How a component answers to a query: by today's name, or by a former one or alias, which is then named. */
export type Found = { readonly component: ComponentView; readonly by: string | null }

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()

/** Finds components by any old or new name, in the order of the catalogue; an empty query finds all. */
export function findByName(components: readonly ComponentView[], query: string): Found[] {
  const wanted = folded(query)
  return components.flatMap((component): Found[] => {
    if (wanted === "" || folded(component.name).includes(wanted)) return [{ component, by: null }]
    const others = [...component.formerNames.map(({ name }) => name), ...component.aliases, component.seedName ?? ""]
    const by = others.find((name) => folded(name).includes(wanted))
    return by ? [{ component, by }] : []
  })
}

const initials = (name: string): string => name.replace(/\B\w|[^\w]/g, "").toUpperCase()

/** `formerly DLT` for a name it had, or the initials of one; `also DBX` for another word for it; null for today's name. */
export function sayFoundBy({ component, by }: Found): string | null {
  if (by === null) return null
  const former = [component.seedName ?? "", ...component.formerNames.map(({ name }) => name)]
  return `${former.some((name) => name === by || initials(name) === by) ? "formerly" : "also"} ${by}`
}
