import fc from "fast-check"
import { expect, test } from "vitest"
import { addWorkingDays } from "@/lib/base/calendar/working-calendar"
import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { analyse } from "./analysis"
import type { Network, NodeRef } from "./network"
import { calendarOf, monday } from "./test-network"
import { firstsOf, holdsOf, networks } from "./test-random"

/**
 * Longest paths by plain relaxation (R. Bellman, 1958; L. R. Ford, 1956): a moment for the start and the finish of each
 * thing, and for each rule "this moment lies so much after that one". Raise what is too early until nothing moves; then
 * let all lie at the finish and lower what is too late until nothing moves. In ticks, so that what a gate
 * waits for within a day has a latest moment in it.
 */
const DAY = 480
type Rule = { readonly before: string; readonly after: string; readonly by: number; readonly endOfDay?: boolean }

const start = ({ kind, id }: NodeRef) => `${kind} ${id} starts`
const begins = ({ id }: NodeRef) => `beginning of workstream ${id}`
const finish = ({ kind, id }: NodeRef) => `${kind} ${id} finishes`
const item = (id: string): NodeRef => ({ kind: "item", id })
const workstream = (id: string): NodeRef => ({ kind: "workstream", id })
const gate = (id: string): NodeRef => ({ kind: "gate", id })

function rulesOf(network: Network): readonly Rule[] {
  const { items, workstreams, gates, links } = network
  const holds = holdsOf(network)
  const rules: Rule[] = []
  const rule = (before: string, after: string, days: number, endOfDay = false) =>
    rules.push({ before, after, by: Math.round(days * DAY), endOfDay })
  for (const { id, likely, workstreamId } of items) {
    rule(start(item(id)), finish(item(id)), likely ?? 1)
    rule(finish(item(id)), start(item(id)), -(likely ?? 1))
    rule(start(workstream(workstreamId)), start(item(id)), 0)
    rule(finish(item(id)), finish(workstream(workstreamId)), 0)
  }
  for (const { id, likely } of workstreams)
    if (!items.some((entry) => entry.workstreamId === id))
      rule(start(workstream(id)), finish(workstream(id)), likely ?? 1)
  for (const { id } of gates) {
    rule(start(gate(id)), finish(gate(id)), 0)
    rule(finish(gate(id)), start(gate(id)), 0)
  }
  for (const { from, to, type, lag } of [...links, ...holds]) {
    const before = type[0] === "F" ? finish(from) : from.kind === "workstream" ? begins(from) : start(from)
    const after = type[1] === "F" ? finish(to) : start(to)
    rule(before, after, lag, to.kind === "gate" && type[0] === "S")
  }
  return rules
}

const namesOf = ({ items, workstreams, gates }: Network): readonly string[] =>
  [
    ...items.map(({ id }) => item(id)),
    ...workstreams.map(({ id }) => workstream(id)),
    ...gates.map(({ id }) => gate(id)),
  ].flatMap((ref) => (ref.kind === "workstream" ? [start(ref), finish(ref), begins(ref)] : [start(ref), finish(ref)]))

/** By the beginning of each workstream the starts of which it is the first: its own where it has no items. */
const firsts = (network: Network): readonly (readonly [string, readonly string[]])[] =>
  network.workstreams.map(({ id }) => {
    const found = firstsOf(network, id).map((each) => start(item(each)))
    return [begins(workstream(id)), found.length > 0 ? found : [start(workstream(id))]]
  })

function settled(moments: Map<string, number>, step: () => boolean): ReadonlyMap<string, number> {
  for (let rounds = 0; step(); rounds++) if (rounds > 10_000) throw new Error("never settles")
  return moments
}

function earliest(network: Network, rules: readonly Rule[], today: number): ReadonlyMap<string, number> {
  const at = new Map(namesOf(network).map((name) => [name, name.startsWith("gate") ? today + DAY : today]))
  const beginnings = firsts(network)
  return settled(at, () => {
    let moved = false
    for (const [name, starts] of beginnings) {
      const first = Math.min(...starts.map((each) => at.get(each) ?? 0))
      if (first !== at.get(name)) moved = true
      at.set(name, first)
    }
    for (const { before, after, by, endOfDay } of rules) {
      const exact = (at.get(before) ?? 0) + by
      const asked = endOfDay ? (Math.floor(exact / DAY) + 1) * DAY : exact
      if (asked <= (at.get(after) ?? 0)) continue
      at.set(after, asked)
      moved = true
    }
    return moved
  })
}

function latest(network: Network, rules: readonly Rule[], end: number, early: ReadonlyMap<string, number>) {
  const starts = (name: string) =>
    name.startsWith("beginning") || (name.startsWith("workstream") && name.endsWith("starts"))
  const bound = firsts(network).flatMap(([name, each]) =>
    each.filter((one) => early.get(one) === early.get(name)).map((one) => ({ before: one, after: name, by: 0 })),
  )
  const at = new Map(namesOf(network).map((name) => [name, starts(name) ? Number.POSITIVE_INFINITY : end]))
  return settled(at, () => {
    let moved = false
    for (const { before, after, by, endOfDay } of [...rules, ...bound] as readonly Rule[]) {
      const left = at.get(after) ?? 0
      const asked = (endOfDay ? Math.floor(left / DAY) * DAY - 1 : left) - by
      if (asked >= (at.get(before) ?? 0)) continue
      at.set(before, asked)
      moved = true
    }
    return moved
  })
}

test("a thousand networks lie, early and late, where plain longest paths say", () => {
  const calendars = fc.record({
    weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
    holidays: fc.array(fc.integer({ min: 0, max: 60 }).map((after) => dayOf(ordinalOf(monday) + after))),
  })
  fc.assert(
    fc.property(networks, calendars, fc.nat(6), (network, days, todayAfter) => {
      const calendar = calendarOf(days)
      const statusDate = addWorkingDays(calendar, monday, todayAfter)
      const found = analyse(network, { programmeStart: monday, statusDate, calendar })
      if (!found.ok) throw new Error(JSON.stringify(found.refusal))
      const rules = rulesOf(network)
      const early = earliest(network, rules, todayAfter * DAY)
      const ends = [...early].filter(([name]) => name.endsWith("finishes")).map(([, moment]) => moment)
      const late = latest(network, rules, Math.max(...ends), early)
      const firstDay = (moment: number): Day => addWorkingDays(calendar, monday, Math.floor(moment / DAY))
      const lastDay = (moment: number): Day => addWorkingDays(calendar, monday, Math.ceil(moment / DAY) - 1)
      for (const { id } of network.items) {
        const [from, until] = [start(item(id)), finish(item(id))]
        const totalSlack = ((late.get(until) ?? 0) - (early.get(until) ?? 0)) / DAY
        expect(found.value.itemSlack.get(id)).toMatchObject({
          earlyStart: firstDay(early.get(from) ?? 0),
          earlyFinish: lastDay(early.get(until) ?? 0),
          lateStart: firstDay(late.get(from) ?? 0),
          lateFinish: lastDay(late.get(until) ?? 0),
          totalSlack,
          critical: totalSlack === 0,
        })
      }
      for (const { id } of network.gates) {
        const [before, after] = [early.get(finish(gate(id))) ?? 0, late.get(finish(gate(id))) ?? 0]
        expect(found.value.gateSlack.get(id)).toMatchObject({
          early: lastDay(before),
          totalSlack: (after - before) / DAY,
          critical: after === before,
        })
        if (after > 0) expect(found.value.gateSlack.get(id)?.late).toBe(lastDay(after))
      }
    }),
    { numRuns: 1000 },
  )
})
