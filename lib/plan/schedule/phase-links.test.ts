import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Network, WorkStatus } from "./network"
import { openNetwork } from "./network-graph"
import { fromMonday, item, network, numbered, on, planned, workstream } from "./test-network"
import { networks } from "./test-random"

const gate = { id: "g", phaseId: "phase" }
const gateOf = (of: Network, options = fromMonday) => planned(of, options).gates.get("g")
const later = { ...fromMonday, statusDate: on(10) }

describe("a gate", () => {
  test("waits for every workstream of its phase without a link, and for no other", () => {
    const workstreams = [workstream("w"), workstream("v", 4), workstream("u", 90, "other")]
    expect(gateOf(network({ items: [item("a", 200)], workstreams, gates: [gate] }))).toBe(on(199))
  })
  test("does not wait for one that was said not to hold it", () => {
    const workstreams = [{ ...workstream("w"), holdsGate: false }, workstream("v", 4)]
    expect(gateOf(network({ items: [item("a", 200)], workstreams, gates: [gate] }))).toBe(on(3))
  })
  test("keeps a link of its own as it is, once, and does not take a lead for one", () => {
    const linked = network({ items: [item("a", 5)], gates: [gate], links: ["w:w FS3 g:g"] })
    expect(gateOf(linked)).toBe(on(7))
    expect(openNetwork(linked)).toMatchObject({ value: { network: { links: { length: 1 } } } })
    expect(gateOf(network({ items: [item("a", 5)], gates: [gate], links: ["w:w FS-3 g:g"] }))).toBe(on(4))
  })
  test("waits for an item that sits in its phase while its workstream does not, and not for one that left", () => {
    const workstreams = [workstream("w", null, "late"), workstream("v")]
    const items = [
      item("stays", 50),
      item("alerting", 7, { phaseId: "phase" }),
      item("left", 90, { workstreamId: "v", phaseId: "late" }),
      item("here", 3, { workstreamId: "v" }),
    ]
    expect(gateOf(network({ items, workstreams, gates: [gate] }))).toBe(on(6))
  })
  test("tells of work of its phase that itself waits for the gate, and does not wait for it", () => {
    const workstreams = [workstream("w", 5), workstream("v", 9)]
    const after = network({ workstreams, gates: [gate], links: ["g:g FS w:v"] })
    expect(gateOf(after)).toBe(on(4))
    const opened = openNetwork(after)
    expect(opened.ok && opened.value.leftOut.map(({ from }) => from.id)).toEqual(["v"])
  })
  test("that was not passed never lies before today, and its work at a hundred percent does not help", () => {
    const done = item("a", 2, { status: "done", actualStart: on(0), actualFinish: on(1) })
    expect(gateOf(network({ items: [done], gates: [gate] }), later)).toBe(on(10))
    const reported = item("a", 2, { status: "in_progress", percent: 100, actualStart: on(0) })
    expect(gateOf(network({ items: [reported], gates: [gate] }), later)).toBe(on(10))
  })
})

test("in any plan no gate lies before unfinished work of its phase, unless that was said or the work waits for the gate", () => {
  const statuses = fc.array(fc.constantFrom<WorkStatus>("not_started", "in_progress", "blocked", "done", "dropped"), {
    minLength: 20,
    maxLength: 20,
  })
  let held = 0
  fc.assert(
    fc.property(networks, statuses, fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), (drawn, states, free) => {
      const plan: Network = {
        ...drawn,
        items: drawn.items.map((each, at) => ({ ...each, status: states[at] ?? "not_started" })),
        workstreams: drawn.workstreams.map((each, at) => ({ ...each, holdsGate: free[at] !== 0 })),
      }
      const opened = openNetwork(plan)
      if (!opened.ok) throw new Error("refused")
      const dates = planned(plan, { ...fromMonday, statusDate: on(2) })
      const told = new Set(opened.value.leftOut.map(({ from, to }) => `${from.id} ${to.id}`))
      for (const { id: gateId, phaseId } of plan.gates)
        for (const stream of plan.workstreams) {
          if (stream.phaseId !== phaseId || !stream.holdsGate || told.has(`${stream.id} ${gateId}`)) continue
          for (const { id, workstreamId, status } of plan.items) {
            const finish = dates.items.get(id)?.finish
            if (workstreamId !== stream.id || status === "done" || !finish) continue
            held++
            expect((dates.gates.get(gateId) ?? "") >= finish).toBe(true)
          }
        }
    }),
    { numRuns: 500 },
  )
  expect(held).toBeGreaterThan(500)
})

describe("a milestone", () => {
  const friday = on(4)
  test("after work lies on the day on which that ends, is not late for it, and the next work follows the day after", () => {
    const items = [item("a", 5), item("m", 0, { deadline: friday }), item("b", 1)]
    const plan = planned(network({ items, links: ["a FS m", "m FS b"] }))
    expect([numbered(plan.items.get("m")), numbered(plan.items.get("b"))]).toEqual([
      [4, 4],
      [5, 5],
    ])
  })
  test("lies where it may begin when that is what holds it, and its gate not before it", () => {
    const items = [item("a", 5), item("m", 0, { startNoEarlierThan: on(5) })]
    const plan = planned(network({ items, gates: [gate], links: ["a FS m"] }))
    expect(numbered(plan.items.get("m"))).toEqual([5, 5])
    expect(plan.gates.get("g")).toBe(on(5))
  })
})
