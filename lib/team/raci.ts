import { groupBy } from "@/lib/base/kernel/group-by"
import type { Id } from "@/lib/base/kernel/id"

/** What somebody is for a workstream: responsible, accountable, both, consulted or informed. */
export const raciParts = ["R", "A", "AR", "C", "I"] as const
export type RaciPart = (typeof raciParts)[number]

export type RaciCell = { readonly workstreamId: Id; readonly personId: Id; readonly part: RaciPart }

export const isAccountable = (part: RaciPart | null): boolean => part === "A" || part === "AR"
export const isResponsible = (part: RaciPart | null): boolean => part === "R" || part === "AR"

/**
 * What a person is for a workstream: its owner is accountable, whatever else was marked. A consulted or informed owner is
 * accountable alone.
 * @param marked what was marked in the grid, if anything
 */
export function partOf(marked: RaciPart | null, isOwner: boolean): RaciPart | null {
  if (!isOwner) return marked
  return isResponsible(marked) ? "AR" : "A"
}

/** What a key makes of a cell: its letter, or nothing where that is there already. */
export const pressed = (before: RaciPart | null, key: RaciPart): RaciPart | null => (before === key ? null : key)

/** More workstreams than this are too many for one person to be accountable for. */
export const TOO_MUCH = 12

type Workstream = { readonly id: Id; readonly name: string }
type Person = { readonly id: Id; readonly name: string }
export type RaciWarnings = {
  /** By workstream. */
  readonly workstreams: ReadonlyMap<Id, string>
  /** By person. */
  readonly people: ReadonlyMap<Id, string>
}

const lastName = (name: string) => name.split(" ").at(-1) ?? name

/**
 * What is wrong with who does what, as sentences: none or several accountable, none responsible, somebody accountable
 * without an allocation, somebody accountable for too much.
 * @param allocated who has an allocation; null where the programme allocates nobody
 */
export function warningsOf(
  workstreams: readonly Workstream[],
  people: readonly Person[],
  cells: readonly RaciCell[],
  allocated: ReadonlySet<Id> | null,
): RaciWarnings {
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  const shown = cells.filter(({ personId }) => nameOf.has(personId))
  const byStream = groupBy(shown, ({ workstreamId }) => workstreamId)
  const ofStreams = workstreams.flatMap(({ id }): (readonly [Id, string])[] => {
    const own = byStream.get(id) ?? []
    const accountable = own.filter(({ part }) => isAccountable(part)).map(({ personId }) => personId)
    const without = accountable.find((personId) => allocated && !allocated.has(personId))
    const names = accountable.map((personId) => lastName(nameOf.get(personId) ?? ""))
    if (accountable.length === 0) return [[id, "No one is accountable"]]
    if (accountable.length > 1)
      return [[id, `${accountable.length === 2 ? "Two" : accountable.length} accountable: ${names.join(", ")}`]]
    if (!own.some(({ part }) => isResponsible(part))) return [[id, "No one is responsible"]]
    return without ? [[id, `${nameOf.get(without)} has no allocation`]] : []
  })
  const ofPeople = people.flatMap(({ id, name }): (readonly [Id, string])[] => {
    const count = accountableCount(shown, id)
    return count > TOO_MUCH ? [[id, `${name}: ${count}, more than ${TOO_MUCH}`]] : []
  })
  return { workstreams: new Map(ofStreams), people: new Map(ofPeople) }
}

/** How many workstreams somebody is accountable for. */
export const accountableCount = (cells: readonly RaciCell[], personId: Id): number =>
  cells.filter((each) => each.personId === personId && isAccountable(each.part)).length

type Proposed = {
  readonly responsible: string
  readonly accountable: string
  readonly consulted: readonly string[]
  readonly informed: readonly string[]
}
export type RaciProposal = {
  /** Cells that are empty now, or an accountable who is responsible too. */
  readonly cells: readonly (RaciCell & { readonly from: RaciPart | null })[]
  /** Roles that nobody has, by their keys. */
  readonly missing: readonly string[]
}

/**
 * The template's proposal for the cells that are empty: roles become the people who have them. Whoever is accountable
 * already stays, and is responsible too where they have that role; of several people with the accountable role the first by name is proposed.
 * @param roles what the template says of a workstream, by delivery roles
 */
export function proposalOf(
  workstreams: readonly { readonly id: Id; readonly roles: Proposed | null }[],
  people: readonly (Person & { readonly roleKey: string | null })[],
  cells: readonly RaciCell[],
): RaciProposal {
  const named = people.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  const having = (role: string) => named.filter(({ roleKey }) => roleKey === role)
  const missing = new Set<string>()
  const proposed = workstreams.flatMap(({ id: workstreamId, roles }): RaciProposal["cells"] => {
    if (!roles) return []
    const own = cells.filter((each) => each.workstreamId === workstreamId)
    const parts = new Map<Id, RaciPart>()
    const give = (role: string, part: RaciPart, most = Number.POSITIVE_INFINITY) => {
      const holders = having(role)
      if (holders.length === 0) missing.add(role)
      for (const { id } of holders.slice(0, most)) if (!parts.has(id)) parts.set(id, part)
    }
    if (own.some(({ part }) => isAccountable(part))) {
      if (having(roles.accountable).length === 0) missing.add(roles.accountable)
    } else give(roles.accountable, roles.accountable === roles.responsible ? "AR" : "A", 1)
    give(roles.responsible, "R")
    for (const role of roles.consulted) give(role, "C")
    for (const role of roles.informed) give(role, "I")
    const now = new Map(own.map(({ personId, part }) => [personId, part]))
    return [...parts].flatMap(([personId, part]): RaciProposal["cells"] => {
      const from = now.get(personId) ?? null
      if (from === null) return [{ workstreamId, personId, part, from }]
      return from === "A" && part === "R" ? [{ workstreamId, personId, part: "AR", from }] : []
    })
  })
  return { cells: proposed, missing: [...missing].sort() }
}
