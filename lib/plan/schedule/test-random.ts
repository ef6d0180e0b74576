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
  return { ...network, links: kept }
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
    .map(([items, workstreams, gates, links]) => ({ items, workstreams, gates, links }))
