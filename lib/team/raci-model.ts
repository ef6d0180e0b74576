import type { Id } from "@/lib/base/kernel/id"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { isAccountable, isResponsible, type RaciCell, type RaciPart } from "./raci"

/** A column of the grid: a person, or a delivery role with the people who have it. */
export type RaciColumn = {
  readonly id: string
  readonly name: string
  readonly under: string
  readonly personIds: readonly Id[]
}

/** Long names of roles, short enough for the head of a column. */
const shortened = (role: string) => role.replace(/\bengineer\b/i, "eng.").replace(/\bgovernance\b/i, "gov.")

/** Everybody with a delivery role or a cell, in the order of the delivery roles, then by name. */
export function peopleColumns(
  { people, deliveryRoles }: RoadmapView,
  cells: readonly RaciCell[],
): readonly RaciColumn[] {
  const marked = new Set(cells.map(({ personId }) => personId))
  const at = new Map(deliveryRoles.map(({ key }, turn) => [key, turn]))
  const place = (key: string | null) => at.get(key ?? "") ?? deliveryRoles.length
  const nameOf = (key: string | null) => deliveryRoles.find((role) => role.key === key)?.name ?? ""
  return people
    .filter(({ id, removed, roleKey }) => !removed && (roleKey !== null || marked.has(id)))
    .toSorted((a, b) => place(a.roleKey) - place(b.roleKey) || (a.name < b.name ? -1 : 1))
    .map(({ id, name, roleKey }) => ({ id, name, under: shortened(nameOf(roleKey)), personIds: [id] }))
}

/** The delivery roles that somebody has. */
export function roleColumns({ people, deliveryRoles }: RoadmapView): readonly RaciColumn[] {
  return deliveryRoles.flatMap(({ key, name }) => {
    const personIds = people.filter(({ removed, roleKey }) => !removed && roleKey === key).map(({ id }) => id)
    const under = personIds.length === 1 ? "1 person" : `${personIds.length} people`
    return personIds.length === 0 ? [] : [{ id: key, name: shortened(name), under, personIds }]
  })
}

export type PartIn = (workstreamId: Id, column: RaciColumn) => RaciPart | null

/** What a column is for a workstream; of several people whatever weighs most. */
export function partsOf(cells: readonly RaciCell[]): PartIn {
  const known = new Map(cells.map(({ workstreamId, personId, part }) => [`${workstreamId} ${personId}`, part]))
  return (workstreamId, { personIds }) => {
    const parts = personIds.flatMap((id) => known.get(`${workstreamId} ${id}`) ?? [])
    const accountable = parts.some(isAccountable)
    const responsible = parts.some(isResponsible)
    if (accountable || responsible) return accountable && responsible ? "AR" : accountable ? "A" : "R"
    return parts.includes("C") ? "C" : (parts[0] ?? null)
  }
}

/** "28 of 35 workstreams have one person accountable; 4 have none, 3 have two." */
export function sayAccountable(
  workstreamIds: readonly Id[],
  cells: readonly RaciCell[],
): { lead: string; rest: string } {
  const counts = new Map(workstreamIds.map((id) => [id, 0]))
  for (const { workstreamId, part } of cells)
    if (isAccountable(part)) counts.set(workstreamId, (counts.get(workstreamId) ?? 0) + 1)
  const having = (test: (count: number) => boolean) => [...counts.values()].filter(test).length
  const [one, none, more] = [having((n) => n === 1), having((n) => n === 0), having((n) => n > 1)]
  const rest = [
    none > 0 ? `${none} ${none === 1 ? "has" : "have"} none` : "",
    more > 0 ? `${more} ${more === 1 ? "has" : "have"} more than one` : "",
  ].filter(Boolean)
  return {
    lead: `${one} of ${counts.size}`,
    rest: ` workstreams have one person accountable${rest.length > 0 ? `; ${rest.join(", ")}` : ""}.`,
  }
}
