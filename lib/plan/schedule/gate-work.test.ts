import { describe, expect, test } from "vitest"
import { freeWorkstream, item, network, planned, workstream } from "./test-network"

const gates = [{ id: "g", phaseId: "phase" }]
const idle = (parts: Parameters<typeof network>[0]) => [...planned(network({ gates, ...parts })).gatesWithoutWork]

describe("no work leads to a gate", () => {
  test("whose phase has nothing in it, or nothing but an empty workstream that nobody estimated", () => {
    expect(idle({ workstreams: [workstream("w", 5, "other")] })).toEqual(["g"])
    expect(idle({ workstreams: [workstream("w")] })).toEqual(["g"])
    expect(idle({ workstreams: [workstream("w", 5)] })).toEqual([])
  })
  test("when all of it was dropped, or does not hold it and no link leads on", () => {
    expect(idle({ items: [item("a", 3, { status: "dropped" })] })).toEqual(["g"])
    const workstreams = [freeWorkstream("w")]
    expect(idle({ workstreams, items: [item("a", 3)] })).toEqual(["g"])
    expect(idle({ workstreams, items: [item("a", 3)], links: ["a SS g:g"] })).toEqual([])
  })
  test("but does over dropped work, over an earlier gate, and from one that was passed", () => {
    const dropped = item("b", 3, { status: "dropped", workstreamId: "v" })
    const workstreams = [freeWorkstream("w"), workstream("v")]
    expect(idle({ workstreams, items: [item("a", 3), dropped], links: ["a FS b"] })).toEqual([])
    const two = [{ id: "f", phaseId: "other" }, ...gates]
    expect(idle({ gates: two, workstreams: [], links: ["g:f FS g:g"] })).toEqual(["f", "g"])
    const passed = [{ id: "f", phaseId: "other", passedOn: planned(network({})).finish }, ...gates]
    expect(idle({ gates: passed, workstreams: [], links: ["g:f FS g:g"] })).toEqual([])
  })
  test("is not said of work that waits for the gate itself: that is named apart", () => {
    const after = network({ gates, workstreams: [workstream("v", 9)], links: ["g:g FS w:v"] })
    expect(planned(after)).toMatchObject({
      gatesWithoutWork: new Set(["g"]),
      notWaitedFor: [{ gateId: "g", node: { kind: "workstream", id: "v" } }],
    })
  })
})
