import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { isWorkingDay, workingDaysBetween } from "@/lib/base/calendar/working-calendar"
import { dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { cycleClosedBy } from "./cycles"
import { schedule } from "./forward-pass"
import type { Network, NetworkLink, NodeRef } from "./network"
import { calendarOf, fromMonday, monday, planned } from "./test-network"
import { firstsOf, halfDays, holdsOf, linkWishes, networks, shuffledOf } from "./test-random"

/** The plain method: raise every moment, in days, as each rule asks until nothing moves. */
function longestPaths(network: Network): Map<string, { start: number; finish: number; fromFinish: number }> {
  const at = new Map<string, { start: number; finish: number; fromFinish: number }>()
  const key = ({ kind, id }: NodeRef) => `${kind} ${id}`
  const get = (name: string) => at.get(name) ?? { start: 0, finish: 0, fromFinish: 0 }
  for (const { id, likely } of network.items) at.set(`item ${id}`, { start: 0, finish: likely ?? 1, fromFinish: 0 })
  for (const { id } of [...network.workstreams]) at.set(`workstream ${id}`, { start: 0, finish: 0, fromFinish: 0 })
  for (const { id } of network.gates) at.set(`gate ${id}`, { start: 1, finish: 1, fromFinish: 0 })
  const round = () => {
    for (const link of [...network.links, ...holdsOf(network)]) {
      const firsts = link.from.kind === "workstream" ? firstsOf(network, link.from.id) : []
      const starts = firsts.map((id) => get(`item ${id}`).start)
      const start = starts.length > 0 ? Math.min(...starts) : get(key(link.from)).start
      const bound = (link.type[0] === "F" ? get(key(link.from)).finish : start) + link.lag
      const to = get(key(link.to))
      if (link.to.kind === "gate") {
        const moment = link.type[0] === "F" ? bound : Math.floor(bound) + 1
        to.finish = Math.max(to.finish, moment)
        to.start = to.finish
      } else if (link.type[1] === "S") to.start = Math.max(to.start, bound)
      else to.finish = Math.max(to.finish, bound)
    }
    for (const { id, likely, workstreamId } of network.items) {
      const own = get(`item ${id}`)
      const holder = get(`workstream ${workstreamId}`)
      own.start = Math.max(own.start, holder.start, own.finish - (likely ?? 1))
      own.finish = own.start + (likely ?? 1)
      holder.finish = Math.max(holder.finish, own.finish)
    }
    for (const { id, likely } of network.workstreams) {
      const own = get(`workstream ${id}`)
      const isBare = !network.items.some(({ workstreamId }) => workstreamId === id)
      if (isBare) own.finish = Math.max(own.finish, own.start + (likely ?? 1))
    }
  }
  for (let before = ""; before !== JSON.stringify([...at]); ) {
    before = JSON.stringify([...at])
    round()
  }
  return at
}

const number = (date: Parameters<typeof ordinalOf>[0]) => workingDaysBetween(fromMonday.calendar, monday, date)

describe("any plan without actual dates", () => {
  test("agrees with raising every date until nothing moves", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const plan = planned(network)
        const plain = longestPaths(network)
        for (const [id, dates] of plan.items) {
          const { start, finish } = plain.get(`item ${id}`) ?? { start: -1, finish: -1 }
          expect([number(dates.start), number(dates.finish)]).toEqual([Math.floor(start), Math.ceil(finish) - 1])
        }
        for (const [id, gate] of plan.gates)
          expect(number(gate)).toBe(Math.max(0, Math.ceil(plain.get(`gate ${id}`)?.finish ?? -1) - 1))
        for (const [id, dates] of plan.workstreams)
          expect(number(dates.finish)).toBe(Math.ceil(plain.get(`workstream ${id}`)?.finish ?? -1) - 1)
      }),
      { numRuns: 1000 },
    )
  })
  test("does not depend on the order in which things are listed", () => {
    const shuffled = networks.chain((network) => shuffledOf(network).map((other) => [network, other] as const))
    fc.assert(
      fc.property(shuffled, ([network, other]) => {
        const [plan, again] = [planned(network), planned(other)]
        const sorted = (map: ReadonlyMap<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
        for (const part of ["items", "workstreams", "phases", "gates"] as const)
          expect(sorted(again[part])).toEqual(sorted(plan[part]))
        expect(again.finish).toBe(plan.finish)
      }),
    )
  })
  test("starts and finishes everything on working days, and nothing before the programme or today", () => {
    const calendars = fc.record({
      weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
      holidays: fc.array(fc.integer({ min: 0, max: 60 }).map((after) => dayOf(ordinalOf(monday) + after))),
    })
    fc.assert(
      fc.property(networks, calendars, fc.nat(20), (network, calendar, after) => {
        const options = {
          programmeStart: monday,
          statusDate: dayOf(ordinalOf(monday) + after),
          calendar: calendarOf(calendar),
        }
        const plan = planned(network, options)
        for (const { start, finish } of [...plan.items.values(), ...plan.workstreams.values()]) {
          expect(isWorkingDay(options.calendar, start) && isWorkingDay(options.calendar, finish)).toBe(true)
          expect(start >= options.statusDate && start <= finish).toBe(true)
        }
      }),
    )
  })
  test("starts nothing before what it waits for", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const plan = planned(network)
        const whole = (id: string) => Number.isInteger(network.items.find((entry) => entry.id === id)?.likely ?? 1)
        for (const { from, to, type, lag } of network.links) {
          const [before, after] = [plan.items.get(from.id), plan.items.get(to.id)]
          if (from.kind !== "item" || to.kind !== "item" || !before || !after) continue
          const ended = number(type[0] === "F" ? before.finish : before.start)
          const bound = number(type[1] === "F" ? after.finish : after.start)
          const allWhole = network.items.every(({ id }) => whole(id))
          const nextDay = allWhole && type === "FS" ? 1 : type === "SF" ? -1 : 0
          expect(bound).toBeGreaterThanOrEqual(ended + lag + nextDay)
        }
      }),
    )
  })
})

/**
 * Work whose finish is bound lies as late as that bound asks, and begins the earlier the longer it is; what counts from
 * its start then begins earlier too. (J. D. Wiest, Precedence diagramming method: some unusual characteristics, 1981.)
 */
describe("a longer activity", () => {
  const isBound = (network: Network, { from, type }: NetworkLink) =>
    type[0] === "S" && network.links.some((l) => startsOf(network, from).includes(l.to.id) && l.type[1] === "F")
  const startsOf = ({ items }: Network, { kind, id }: NodeRef): string[] =>
    kind === "workstream" ? [id, ...items.filter((each) => each.workstreamId === id).map((each) => each.id)] : [id]

  test("never makes the plan shorter, unless something counts from the start of work whose finish is bound", () => {
    fc.assert(
      fc.property(networks, fc.nat(), halfDays(0.5, 9), (drawn, pick, more) => {
        const network = { ...drawn, links: drawn.links.filter((link) => !isBound(drawn, link)) }
        const chosen = pick % Math.max(1, network.items.length)
        const items = network.items.map((entry, at) =>
          at === chosen ? { ...entry, likely: (entry.likely ?? 1) + more } : entry,
        )
        const [shorter, longer] = [planned(network), planned({ ...network, items })]
        expect((longer.finish ?? "") >= (shorter.finish ?? "")).toBe(true)
        for (const [id, gate] of shorter.gates) expect((longer.gates.get(id) ?? "") >= gate).toBe(true)
      }),
    )
  })
})

test("a link is said to close a cycle exactly when the plan with it is refused", () => {
  fc.assert(
    fc.property(networks, linkWishes, (network, wish) => {
      expect(schedule(network, fromMonday).ok).toBe(true)
      const refs: NodeRef[] = [
        ...network.items.map(({ id }) => ({ kind: "item" as const, id })),
        ...network.workstreams.map(({ id }) => ({ kind: "workstream" as const, id })),
      ]
      const [from, to] = [refs[wish.from % refs.length], refs[wish.to % refs.length]]
      if (!from || !to) return
      const link = { id: "new", from, to, type: wish.type, lag: wish.lag }
      const result = schedule({ ...network, links: [...network.links, link] }, fromMonday)
      expect(result.ok).toBe(cycleClosedBy(network, link) === null)
    }),
  )
})
