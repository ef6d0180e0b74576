import { tenths } from "./supply"

/** An open item that may be taken into a sprint, in the order of the backlog. */
export type Candidate = {
  readonly id: string
  readonly number: number
  /** Remaining effort in person-days; null is not given. */
  readonly effort: number | null
  readonly ownerId: string | null
  readonly roleKey: string | null
  readonly blocked: boolean
  /** What has to be finished before it begins, and is not yet. */
  readonly after: readonly Waiting[]
}
/** Something unfinished that is waited for: items that a sprint may hold too, or what it cannot (a gate). */
export type Waiting = {
  readonly id: string
  readonly name: string
  readonly inSprint: boolean
  readonly blocked: boolean
}

export type Supplier = {
  readonly id: string
  readonly name: string
  readonly roleKey: string | null
  /** Person-days that are left in the sprint. */
  readonly free: number
}

export type LeftOut = { readonly id: string; readonly because: string }
export type Filled = {
  readonly taken: readonly string[]
  readonly left: readonly LeftOut[]
  readonly notReached: readonly string[]
}

/** Less than this is not worth taking anything into, in person-days. */
const LEAST = 0.1
const says = (days: number) => `${tenths(Math.max(0, days)).toFixed(1)}`

/**
 * Fills a sprint from the backlog by rank. An item is taken when all it waits for is in the sprint or done, and its owner
 * (else whoever of its role has most room) has as much free as it needs. What is left out says why; the fill ends where
 * nobody has anything free, or the limit is reached.
 * @param limit person-days that may be taken in all; Infinity for none
 */
export function fillSprint(
  candidates: readonly Candidate[],
  suppliers: readonly Supplier[],
  limit: number = Number.POSITIVE_INFINITY,
): Filled {
  const free = new Map(suppliers.map(({ id, free: days }) => [id, days]))
  const taken = new Set<string>()
  const left: LeftOut[] = []
  let room = limit
  for (const [at, item] of candidates.entries()) {
    const most = Math.max(0, ...free.values())
    if (Math.min(room, most) < LEAST)
      return { taken: [...taken], left, notReached: candidates.slice(at).map(({ id }) => id) }
    const judged = judge(item, { suppliers, free, taken, room })
    if ("because" in judged) left.push({ id: item.id, because: judged.because })
    else {
      taken.add(item.id)
      room -= judged.effort
      free.set(judged.by, (free.get(judged.by) ?? 0) - judged.effort)
    }
  }
  return { taken: [...taken], left, notReached: [] }
}

type State = {
  readonly suppliers: readonly Supplier[]
  readonly free: ReadonlyMap<string, number>
  readonly taken: ReadonlySet<string>
  readonly room: number
}

function judge(item: Candidate, state: State): { because: string } | { by: string; effort: number } {
  const { effort, after } = item
  const waits =
    after.find(({ id, inSprint }) => !inSprint && !state.taken.has(id)) ?? after.find((each) => each.blocked)
  if (waits) return { because: `after ${waits.name}${waits.blocked ? ", blocked" : ""}` }
  if (item.blocked) return { because: "blocked" }
  if (effort === null) return { because: "no effort given yet" }
  const by = supplierOf(item, state)
  if (typeof by === "string") return { because: by }
  const has = state.free.get(by.id) ?? 0
  if (has + 1e-9 < effort) return { because: `${says(has)} of ${says(effort)} d free` }
  if (state.room + 1e-9 < effort) return { because: `${says(state.room)} of ${says(effort)} d below the limit` }
  return { by: by.id, effort }
}

/** Who would do it: the owner, else whoever of the role has most free; a sentence where there is nobody. */
function supplierOf({ ownerId, roleKey }: Candidate, { suppliers, free }: State): Supplier | string {
  if (ownerId !== null) return suppliers.find(({ id }) => id === ownerId) ?? "owner not in the team"
  if (roleKey === null) return "no owner or role"
  const able = suppliers.filter((each) => each.roleKey === roleKey)
  const [best] = able.toSorted((a, b) => (free.get(b.id) ?? 0) - (free.get(a.id) ?? 0))
  return best ?? "nobody in this role"
}
