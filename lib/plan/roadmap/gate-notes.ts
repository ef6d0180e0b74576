import type { NodeRef, Schedule } from "@/lib/plan/schedule/network"

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`

/** `No work leads to Gate 1 and Gate 2, so they have no date and no probability.`; null when work leads to each. */
export function sayWithoutWork(names: readonly string[]): string | null {
  if (names.length === 0) return null
  return `No work leads to ${listed(names)}, so ${names.length === 1 ? "it has" : "they have"} no date and no probability.`
}

type Gates = {
  readonly gatesWithoutWork: Iterable<string>
  readonly notWaitedFor: Iterable<{ readonly gateId: string; readonly node: Pick<NodeRef, "id"> }>
}
/** So many pieces of work are named for each gate; the others are counted. */
const MOST_NAMED = 3

/**
 * What is to be known of the gates of a plan: which no work leads to, and which do not wait for work of their phase because
 * that work waits for them. A name that is not known any more is left out.
 */
export function gateNotes(plan: Gates | Schedule, nameOf: (id: string) => string | null): string[] {
  const known = (ids: Iterable<string>) => [...ids].flatMap((id) => nameOf(id) ?? [])
  const idle = sayWithoutWork(known(plan.gatesWithoutWork))
  const left = new Map<string, string[]>()
  for (const { gateId, node } of plan.notWaitedFor) left.set(gateId, [...(left.get(gateId) ?? []), ...known([node.id])])
  const circles = [...left].flatMap(([gateId, names]) => {
    const gate = nameOf(gateId)
    const [first, ...others] = names
    if (gate === null || first === undefined) return []
    const more = names.length - MOST_NAMED
    const said = more > 0 ? [...names.slice(0, MOST_NAMED), `${more} more`] : names
    return [
      `${gate} does not wait for ${listed(said)}, because ${others.length === 0 ? "it waits" : "they wait"} for ${gate}.`,
    ]
  })
  return idle === null ? circles : [idle, ...circles]
}
