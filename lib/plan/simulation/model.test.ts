import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Network, NetworkGate, NetworkLink } from "@/lib/plan/schedule/network"
import { fromMonday, planned } from "@/lib/plan/schedule/test-network"
import { kernelTwin } from "./kernel-twin"
import { simulationModel } from "./model"
import { dayOfMoment } from "./percentiles"
import { simulate } from "./simulate"
import { modelOf, noEstimates, plain, plans } from "./test-plan"

/** Gates on everything, so that a trial tells when everything ends and begins. */
function watched(network: Network): Network {
  const gates: NetworkGate[] = []
  const links: NetworkLink[] = []
  const watch = (kind: "item" | "workstream", id: string) => {
    for (const type of ["FS", "SS"] as const) {
      const gate = `${type} ${kind} ${id}`
      gates.push({ id: gate, phaseId: "phase" })
      links.push({ id: gate, from: { kind, id }, to: { kind: "gate", id: gate }, type, lag: 0 })
    }
  }
  for (const { id, status } of network.items) if (status !== "dropped") watch("item", id)
  for (const { id } of network.workstreams) watch("workstream", id)
  return { ...network, gates: [...network.gates, ...gates], links: [...network.links, ...links] }
}

describe("a trial without spread", () => {
  test("gives the dates of the plan, whatever statuses and dates it holds", () => {
    fc.assert(
      fc.property(plans, fc.boolean(), (network, named) => {
        const everything = watched(network)
        const finish = named ? { finishGateId: "g0" } : {}
        const plan = planned(everything, { ...fromMonday, ...finish })
        const model = modelOf(everything, finish)
        const result = simulate(model, { seed: 1, trials: 3 }, kernelTwin)
        for (const [id, times] of result.gates)
          for (const moment of times)
            if (!everything.gates.find((gate) => gate.id === id)?.passedOn)
              expect([id, dayOfMoment(model, moment)]).toEqual([id, plan.gates.get(id)])
        const lasts = [...result.gates.values()].map((times) => times[0] ?? 0)
        expect(result.finish[2]).toBe(named ? result.gates.get("g0")?.[0] : Math.max(...lasts))
      }),
      { numRuns: 1000 },
    )
  })
})

describe("a model", () => {
  test("is refused for what the plan is refused for, and for estimates and risks out of order", () => {
    const network: Network = { items: [], workstreams: [], gates: [], links: [] }
    const falling = { optimistic: 3, likely: 2, pessimistic: 5 }
    const estimates = { items: new Map([["a", falling]]), workstreams: new Map() }
    const node = { kind: "item" as const, id: "a" }
    expect(simulationModel(network, fromMonday, estimates, [], plain)).toMatchObject({
      refusal: { code: "estimate-out-of-order", node },
    })
    const delay = { optimistic: 1, likely: null, pessimistic: 2 }
    const risk = { id: "r", probability: 1.1, delay, workstreamIds: [] }
    expect(simulationModel(network, fromMonday, noEstimates, [risk], plain)).toMatchObject({
      refusal: { code: "risk-out-of-order", riskId: "r" },
    })
    const links = [{ id: "l", from: node, to: node, type: "FS" as const, lag: 0 }]
    expect(simulationModel({ ...network, links }, fromMonday, noEstimates, [], plain)).toMatchObject({
      refusal: { code: "unknown-node", node },
    })
  })
})
