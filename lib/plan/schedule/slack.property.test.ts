import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { analyse } from "./analysis"
import { hasBegun } from "./item-timing"
import type { Network, NetworkItem, ScheduleOptions } from "./network"
import { fromMonday, item, monday, on, weekdays, workstream } from "./test-network"
import { networks, shuffledOf } from "./test-random"
import { analyseTicks, type TickAnalysis, type TickTimes } from "./tick-analysis"
import { TICKS_PER_DAY, workTime } from "./work-time"

function ticksOf(network: Network, options: ScheduleOptions = fromMonday): TickAnalysis {
  const found = analyseTicks(network, options)
  if (!found.ok) throw new Error(JSON.stringify(found.refusal))
  return found.value
}

/** The end of all that has a latest time: a workstream of dropped work alone, which a link puts late, is no part of the plan. */
const finishOf = ({ itemTicks, workstreamTicks, gateTicks }: TickAnalysis): number =>
  Math.max(
    ...[...itemTicks.values(), ...workstreamTicks.values(), ...gateTicks.values()]
      .filter(({ lateFinish }) => Number.isFinite(lateFinish))
      .map(({ earlyFinish }) => earlyFinish),
  )

/** Something outside the plan holds the finish of an item until a moment, to the tick. */
const heldUntil = (network: Network, id: string, ticks: number): Network => ({
  ...network,
  items: [...network.items, item("hold", 0, { workstreamId: "hold", status: "done", actualStart: monday })],
  workstreams: [...network.workstreams, workstream("hold")],
  links: [
    ...network.links,
    {
      id: "hold",
      from: { kind: "item", id: "hold" },
      to: { kind: "item", id },
      type: "FF",
      lag: ticks / TICKS_PER_DAY,
    },
  ],
})

const changed = (network: Network, id: string, change: (item: NetworkItem) => Partial<NetworkItem>): Network => ({
  ...network,
  items: network.items.map((entry) => (entry.id === id ? { ...entry, ...change(entry) } : entry)),
})

/** All that is left of an item lies later. (To lengthen it would first fill the gap where its finish is bound.) */
function later(network: Network, id: string, ticks: number): Network {
  const times = ticksOf(network, statusDayTwo).itemTicks.get(id)
  return heldUntil(network, id, (times?.earlyFinish ?? 0) + ticks)
}

const statusDayTwo: ScheduleOptions = { ...fromMonday, statusDate: on(2) }

/** Some work has begun, with or without a date, some is done, some is dropped, some must not start early. */
const underWay = networks.chain((network) =>
  fc.array(fc.integer({ min: 0, max: 8 }), { minLength: network.items.length, maxLength: network.items.length }).map(
    (states): Network => ({
      ...network,
      items: network.items.map((entry, at): NetworkItem => {
        const state = states[at]
        if (state === 1) return { ...entry, status: "in_progress", actualStart: on(1) }
        if (state === 2) return { ...entry, status: "in_progress" }
        if (state === 3) return { ...entry, status: "done", actualStart: monday, actualFinish: on(1) }
        if (state === 4) return { ...entry, status: "done" }
        if (state === 5) return { ...entry, status: "dropped" }
        if (state === 6) return { ...entry, startNoEarlierThan: on(4) }
        return entry
      }),
    }),
  ),
)

const unfinished = (network: Network, { itemTicks }: TickAnalysis): [string, TickTimes][] =>
  network.items.flatMap(({ id, status }): [string, TickTimes][] => {
    const times = itemTicks.get(id)
    return times && status !== "done" ? [[id, times]] : []
  })

/**
 * Where something counts from the start of a workstream, each of several items that could be the first is limited
 * as if it were the only one: it may have more slack than is told, never less.
 */
const isExact = ({ items, links }: Network): boolean =>
  !links.some(
    ({ from, type }) =>
      from.kind === "workstream" && type[0] === "S" && items.filter((each) => each.workstreamId === from.id).length > 1,
  )

describe("total slack", () => {
  test("used up does not move the finish of the plan, and one tick or day more does", () => {
    fc.assert(
      fc.property(underWay, fc.nat(), (network, pick) => {
        const plan = ticksOf(network, statusDayTwo)
        const choice = unfinished(network, plan)
        const [id, times] = choice[pick % Math.max(1, choice.length)] ?? []
        if (!id || !times) return
        const finish = finishOf(plan)
        const moved = (ticks: number) => finishOf(ticksOf(later(network, id, ticks), statusDayTwo))
        expect(moved(times.totalSlack)).toBe(finish)
        if (!isExact(network)) return
        expect(moved(times.totalSlack + 1)).toBeGreaterThan(finish)
        expect(moved(times.totalSlack + TICKS_PER_DAY)).toBeGreaterThan(finish)
      }),
      { numRuns: 300 },
    )
  })
  test("in whole days, used up by a start-no-earlier-than, does not move the last day, and one day more does", () => {
    fc.assert(
      fc.property(networks, fc.nat(), (drawn, pick) => {
        const network = {
          ...drawn,
          items: drawn.items.map((entry) => ({ ...entry, likely: Math.ceil(entry.likely ?? 1) })),
        }
        const plan = analyse(network, fromMonday)
        const chosen = network.items[pick % Math.max(1, network.items.length)]
        const slack = chosen && plan.ok ? plan.value.itemSlack.get(chosen.id) : undefined
        if (!plan.ok || !chosen || !slack || !Number.isInteger(slack.totalSlack)) return
        const started = ticksOf(network).itemTicks.get(chosen.id)?.earlyStart ?? 0
        if (started % TICKS_PER_DAY !== 0) return
        const day = started / TICKS_PER_DAY + slack.totalSlack
        const finish = (until: number) => {
          const moved = analyse(
            changed(network, chosen.id, () => ({ startNoEarlierThan: on(until) })),
            fromMonday,
          )
          return moved.ok ? moved.value.finish : null
        }
        expect(finish(day)).toBe(plan.value.finish)
        if (isExact(network)) expect((finish(day + 1) ?? "") > (plan.value.finish ?? "")).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
  test("used up never moves the finish gate", () => {
    fc.assert(
      fc.property(underWay, fc.nat(), (network, pick) => {
        const options = { ...statusDayTwo, finishGateId: "g0" }
        const plan = ticksOf(network, options)
        const choice = unfinished(network, plan)
        const [id, times] = choice[pick % Math.max(1, choice.length)] ?? []
        if (!id || !times) return
        const gate = plan.gateTicks.get("g0")?.earlyFinish
        const moved = ticksOf(later(network, id, times.totalSlack), options).gateTicks.get("g0")?.earlyFinish
        expect(moved).toBe(gate)
      }),
      { numRuns: 300 },
    )
  })
  test("is joined by the duration of work that has not begun, and never smaller than free slack", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const { itemTicks } = ticksOf(network)
        for (const { earlyStart, earlyFinish, lateStart, lateFinish, totalSlack, freeSlack } of itemTicks.values()) {
          expect(lateFinish - lateStart).toBe(earlyFinish - earlyStart)
          expect(totalSlack).toBe(lateStart - earlyStart)
          expect(freeSlack).toBeGreaterThanOrEqual(0)
          expect(freeSlack).toBeLessThanOrEqual(totalSlack)
        }
      }),
    )
  })
})

test("the analysis does not depend on the order in which things are listed", () => {
  const shuffled = underWay.chain((network) => shuffledOf(network).map((other) => [network, other] as const))
  fc.assert(
    fc.property(shuffled, ([network, other]) => {
      const options = { ...statusDayTwo, finishGateId: "g0" }
      const [plan, again] = [ticksOf(network, options), ticksOf(other, options)]
      const sorted = (map: ReadonlyMap<string, TickTimes>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
      for (const part of ["itemTicks", "workstreamTicks", "gateTicks"] as const)
        expect(sorted(again[part])).toEqual(sorted(plan[part]))
      expect([...again.criticalLinks].sort()).toEqual([...plan.criticalLinks].sort())
    }),
    { numRuns: 200 },
  )
})

describe("free slack", () => {
  test("used up moves no other work and no gate, and one tick more does or moves the finish", () => {
    const others = (network: Network, id: string) => {
      const { itemTicks, gateTicks } = ticksOf(network, statusDayTwo)
      const lie = (times: ReadonlyMap<string, TickTimes>) =>
        [...times].filter(([key]) => key !== id && key !== "hold").map(([key, t]) => [key, t.earlyStart, t.earlyFinish])
      return JSON.stringify([lie(itemTicks), lie(gateTicks)])
    }
    fc.assert(
      fc.property(underWay, fc.nat(), (network, pick) => {
        const plan = ticksOf(network, statusDayTwo)
        const choice = unfinished(network, plan)
        const [id, times] = choice[pick % Math.max(1, choice.length)] ?? []
        if (!id || !times) return
        const before = others(network, id)
        expect(others(later(network, id, times.freeSlack), id)).toBe(before)
        if (!isExact(network)) return
        const more = later(network, id, times.freeSlack + 1)
        expect(others(more, id) !== before || finishOf(ticksOf(more, statusDayTwo)) > finishOf(plan)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe("deadlines", () => {
  const deadlines = fc.array(fc.option(fc.integer({ min: 0, max: 60 })), { minLength: 20, maxLength: 20 })
  const bound = (network: Network, days: readonly (number | null)[]): Network => ({
    ...network,
    items: network.items.map((entry, at) => {
      const after = days[at] ?? null
      return { ...entry, deadline: after === null ? null : dayOf(ordinalOf(monday) + after) }
    }),
  })
  /** Without what lies by a day (a gate that waits for a start) or at the latest today (begun at an unknown day). */
  const exact = (network: Network): Network => ({
    ...network,
    items: network.items.map((entry) =>
      hasBegun(entry) ? { ...entry, actualStart: entry.actualStart ?? monday } : entry,
    ),
    links: network.links.filter(({ to, type }) => to.kind !== "gate" || type[0] === "F"),
  })
  const time = workTime(weekdays)
  test("never move early dates, only take total slack, and leave free slack alone", () => {
    fc.assert(
      fc.property(underWay, deadlines, (network, days) => {
        const [without, plan] = [ticksOf(network, statusDayTwo), ticksOf(bound(network, days), statusDayTwo)]
        for (const [id, times] of plan.itemTicks) {
          const plain = without.itemTicks.get(id)
          expect([times.earlyStart, times.earlyFinish]).toEqual([plain?.earlyStart, plain?.earlyFinish])
          expect(times.totalSlack).toBeLessThanOrEqual(plain?.totalSlack ?? 0)
          expect(plain?.totalSlack).toBeGreaterThanOrEqual(0)
          expect(times.freeSlack).toBe(plain?.freeSlack)
        }
      }),
    )
  })
  test("never take slack below what they force", () => {
    fc.assert(
      fc.property(underWay.map(exact), deadlines, (network, days) => {
        const plan = ticksOf(bound(network, days), statusDayTwo)
        const ends = bound(network, days).items.flatMap(({ id, deadline, status }) => {
          const finish = plan.itemTicks.get(id)?.earlyFinish
          if (!deadline || finish === undefined || status === "done") return []
          return [time.end(deadline) - time.beginning(monday) - finish]
        })
        const forced = Math.min(0, ...ends)
        for (const { totalSlack } of plan.itemTicks.values()) expect(totalSlack).toBeGreaterThanOrEqual(forced)
      }),
    )
  })
})
