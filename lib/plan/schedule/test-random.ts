import fc from "fast-check"
import { findCycle } from "./cycles"
import { type LinkType, linkTypes, type Network, type NetworkLink, type NodeRef } from "./network"
import { item, workstream } from "./test-network"

type LinkWish = { from: number; to: number; type: LinkType; lag: number }

export const halfDays = (least: number, most: number) =>
  fc.integer({ min: 2 * least, max: 2 * most }).map((half) => half / 2)
/** A link between two things of a line, wherever they lie in it. */
export const linkWishes = fc.record({
  from: fc.nat(99),
  to: fc.nat(99),
  type: fc.constantFrom(...linkTypes),
  lag: fc.integer({ min: -4, max: 6 }),
})

/** Everything in one line: each workstream, its items, its gate; links lead forwards in it. */
function acyclic(groups: readonly (readonly number[])[], wanted: readonly LinkWish[]): Network {
  const line: NodeRef[] = groups.flatMap((likely, group) => [
    { kind: "workstream" as const, id: `w${group}` },
    ...likely.map((_, index) => ({ kind: "item" as const, id: `i${group}.${index}` })),
    { kind: "gate" as const, id: `g${group}` },
  ])
  const network: Network = {
    items: groups.flatMap((likely, group) =>
      likely.map((days, index) => item(`i${group}.${index}`, days, { workstreamId: `w${group}` })),
    ),
    workstreams: groups.map((_, group) => workstream(`w${group}`, group + 1, `p${group % 2}`)),
    gates: groups.map((_, group) => ({ id: `g${group}`, phaseId: `p${group % 2}` })),
    links: [],
  }
  const links = wanted.flatMap((wish, index): NetworkLink[] => {
    const [first, second] = [wish.from % line.length, wish.to % line.length].sort((a, b) => a - b)
    const [from, to] = [line[first ?? 0], line[second ?? 0]]
    if (!from || !to || from === to) return []
    return [{ id: `l${index}`, from, to, type: wish.type, lag: wish.lag }]
  })
  const kept: NetworkLink[] = []
  for (const link of links) if (!findCycle({ ...network, links: [...kept, link] })) kept.push(link)
  const linked = { ...network, links: kept }
  const all = [...kept, ...holdsOf(linked), ...begunBy(linked)]
  return findCycle({ ...linked, links: all }) ? freed(linked) : linked
}

/** What gates wait for, written as links: each workstream before each gate of its phase. */
export const holdsOf = ({ workstreams, gates }: Network): NetworkLink[] =>
  workstreams.flatMap(({ id, phaseId, holdsGate }) =>
    gates.flatMap((gate): NetworkLink[] => {
      const from = { kind: "workstream" as const, id }
      const to = { kind: "gate" as const, id: gate.id }
      const isHeld = holdsGate !== false && gate.phaseId === phaseId
      return isHeld ? [{ id: `${id} ${gate.id}`, from, to, type: "FS", lag: 0 }] : []
    }),
  )

/** What counts from the start of a workstream, written as links from the starts of the items that it may begin with. */
const begunBy = (network: Network): NetworkLink[] =>
  network.links.flatMap((link) => {
    if (link.from.kind !== "workstream" || link.type[0] !== "S") return []
    return firstsOf(network, link.from.id).map((id) => ({ ...link, from: { kind: "item" as const, id } }))
  })

const freed = (network: Network): Network => ({
  ...network,
  workstreams: network.workstreams.map((each) => ({ ...each, holdsGate: false })),
})

/** The items of a workstream that it may begin with: those that do not themselves wait for its start, be it through others. */
export function firstsOf({ items, links }: Network, workstreamId: string): string[] {
  const behind = new Set<string>()
  const ahead = links.filter(
    ({ from, type }) => from.kind === "workstream" && from.id === workstreamId && type[0] === "S",
  )
  const todo = ahead.map(({ to }) => to)
  for (const { kind, id } of todo) {
    if (behind.has(`${kind} ${id}`)) continue
    behind.add(`${kind} ${id}`)
    for (const link of links) if (link.from.kind === kind && link.from.id === id) todo.push(link.to)
    for (const item of items)
      if (kind === "workstream" && item.workstreamId === id) todo.push({ kind: "item", id: item.id })
    const own = items.find((item) => kind === "item" && item.id === id)
    for (const link of links)
      if (own && link.from.kind === "workstream" && link.from.id === own.workstreamId && link.type[0] === "F")
        todo.push(link.to)
  }
  return items
    .filter((item) => item.workstreamId === workstreamId && !behind.has(`item ${item.id}`))
    .map(({ id }) => id)
}

const groups = fc.array(fc.array(halfDays(0.5, 8), { maxLength: 5 }), { minLength: 1, maxLength: 4 })
/** Networks of up to 20 items in up to 4 workstreams with 4 gates, linked without a cycle; nothing has begun. */
export const networks = fc
  .tuple(groups, fc.array(linkWishes, { maxLength: 14 }))
  .map(([likely, wanted]) => acyclic(likely, wanted))

/** The same network, listed in any order. */
export const shuffledOf = (network: Network): fc.Arbitrary<Network> =>
  fc
    .tuple(
      fc.shuffledSubarray([...network.items], { minLength: network.items.length }),
      fc.shuffledSubarray([...network.workstreams], { minLength: network.workstreams.length }),
      fc.shuffledSubarray([...network.gates], { minLength: network.gates.length }),
      fc.shuffledSubarray([...network.links], { minLength: network.links.length }),
    )
    .map(([items, workstreams, gates, links]) => ({ ...network, items, workstreams, gates, links }))
