import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { chainsOf } from "./gate-float"
import type { Network } from "./network"
import { freeWorkstream, fromMonday, item, monday, network, workstream } from "./test-network"
import { networks } from "./test-random"
import { analyseTicks } from "./tick-analysis"
import { TICKS_PER_DAY } from "./work-time"

const chains = (of: Network) => {
  const found = chainsOf(of, fromMonday)
  if (!found.ok) throw new Error(JSON.stringify(found.refusal))
  return found.value
}

/**
 * By hand: A 3 and B 5 lead to gate 1, so that it lies after 5 days; C 2 follows A and leads to gate 2 with D 10. A may lie
 * 2 days later before gate 1 moves, and 10 - 3 - 2 = 5 before gate 2 does.
 */
const two = network({
  items: [
    item("a", 3),
    item("b", 5),
    item("c", 2, { workstreamId: "v" }),
    item("d", 10, { workstreamId: "v" }),
    item("e", 1, { workstreamId: "u" }),
  ],
  workstreams: [workstream("w", null, "p1"), workstream("v", null, "p2"), freeWorkstream("u", null, "p2")],
  gates: [
    { id: "g1", phaseId: "p1" },
    { id: "g2", phaseId: "p2" },
  ],
  links: ["a FS0 c"],
})

describe("float to a gate", () => {
  test("is what each piece of work has before that gate moves", () => {
    const { floatToGate } = chains(two)
    expect(Object.fromEntries(floatToGate.get("g1") ?? [])).toEqual({ a: 2, b: 0, w: 0 })
    expect(Object.fromEntries(floatToGate.get("g2") ?? [])).toEqual({ a: 5, c: 5, d: 0, v: 0, w: 5 })
  })
  test("is not said of a gate that has passed, nor of work that is done", () => {
    const passed = {
      ...two,
      gates: two.gates.map((gate) => (gate.id === "g1" ? { ...gate, passedOn: fromMonday.statusDate } : gate)),
    }
    expect(chains(passed).floatToGate.has("g1")).toBe(false)
    const done = {
      ...two,
      items: two.items.map((each) => (each.id === "b" ? { ...each, status: "done" as const } : each)),
    }
    expect(chains(done).floatToGate.get("g1")?.has("b")).toBe(false)
  })
  test("is used up without moving the gate, and a minute more moves it", () => {
    fc.assert(
      fc.property(networks, (of) => {
        const { gateTicks, itemTicks } = ticksOf(of)
        // Several items that a workstream may begin with are each limited as if they were the only one.
        const isExact = !of.links.some(({ from, type }) => from.kind === "workstream" && type[0] === "S")
        for (const [gateId, float] of chains(of).floatToGate)
          for (const { id } of of.items) {
            const days = float.get(id)
            if (days === undefined) continue
            const finish = itemTicks.get(id)?.earlyFinish ?? 0
            const gateAt = (ticks: number) =>
              ticksOf(heldUntil(of, id, finish + ticks)).gateTicks.get(gateId)?.earlyFinish
            const gate = gateTicks.get(gateId)?.earlyFinish ?? 0
            expect(gateAt(days * TICKS_PER_DAY)).toBe(gate)
            if (isExact) expect(gateAt(days * TICKS_PER_DAY + 1)).toBeGreaterThan(gate)
          }
      }),
      { numRuns: 150 },
    )
  })
})

function ticksOf(of: Network) {
  const found = analyseTicks(of, fromMonday)
  if (!found.ok) throw new Error(JSON.stringify(found.refusal))
  return found.value
}

/** Something outside the plan holds the finish of an item until a moment. */
const heldUntil = (of: Network, id: string, ticks: number): Network => ({
  ...of,
  items: [...of.items, item("hold", 0, { workstreamId: "hold", status: "done", actualStart: monday })],
  workstreams: [...of.workstreams, workstream("hold")],
  links: [
    ...of.links,
    {
      ...{ id: "hold", type: "FF", lag: ticks / TICKS_PER_DAY },
      ...{ from: { kind: "item", id: "hold" }, to: { kind: "item", id } },
    },
  ],
})

describe("what drives work", () => {
  test("is the predecessor that holds it, its own or its workstream's", () => {
    const of = network({
      items: [item("a", 3), item("b", 5), item("c", 2), item("d", 1, { workstreamId: "v" })],
      workstreams: [workstream("w"), workstream("v")],
      links: ["a FS0 c", "b FS0 c", "w:w FS0 w:v"],
    })
    const { drivers } = chains(of)
    expect(drivers.get("c")).toEqual({ node: { kind: "item", id: "b" }, linkId: "b FS0 c", ofWorkstream: false })
    expect(drivers.get("d")).toEqual({
      node: { kind: "workstream", id: "w" },
      linkId: "w:w FS0 w:v",
      ofWorkstream: true,
    })
    expect(drivers.has("a")).toBe(false)
  })
})
