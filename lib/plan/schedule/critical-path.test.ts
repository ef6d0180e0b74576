import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { analyse } from "./analysis"
import { drivingPath } from "./critical-path"
import type { Network, NodeRef, ScheduleOptions } from "./network"
import { fromMonday, item, network, on, ref, workstream } from "./test-network"
import { networks } from "./test-random"

const gates = [{ id: "end", phaseId: "phase" }]

/** `"g:end < w:w (w:w FS3 g:end)"` for each step: the node and what holds it. */
function told(of: Network, target: NodeRef = ref("g:end"), options: ScheduleOptions = fromMonday): readonly string[] {
  const path = drivingPath(of, options, target)
  if (!path.ok) throw new Error(JSON.stringify(path.refusal))
  return path.value.map((step) => `${step.node.id}: ${step.because === "link" ? step.linkId : step.because}`)
}

describe("what holds a gate where it is", () => {
  test("is told from the gate back to the start of the programme", () => {
    const items = [item("a", 3), item("b", 5), item("c", 1)]
    const plan = network({ items, gates, links: ["a FS c", "b FS c", "c FS3 g:end"] })
    expect(told(plan)).toEqual(["end: c FS3 g:end", "c: b FS c", "b: start"])
    expect(drivingPath(plan, fromMonday, ref("g:end"))).toMatchObject({ value: [{ lag: 3 }, { lag: 0 }, {}] })
  })
  test("goes through a workstream to the item that ends it, and through what the workstream waits for", () => {
    const items = [item("a", 2), item("x", 3, { workstreamId: "v" }), item("y", 1, { workstreamId: "v" })]
    const workstreams = [workstream("w"), workstream("v")]
    const plan = network({ items, workstreams, gates, links: ["w:w FS w:v", "w:v FS g:end"] })
    expect(told(plan)).toEqual([
      ...["end: w:v FS g:end", "v: items", "x: workstream", "v: w:w FS w:v", "w: items", "a: start"],
    ])
  })
  test("names a workstream without items once", () => {
    const plan = network({
      workstreams: [workstream("w", 4), workstream("v", 2)],
      gates,
      links: ["w:w FS1 w:v", "w:v FS g:end"],
    })
    expect(told(plan)).toEqual(["end: w:v FS g:end", "v: w:w FS1 w:v", "w: start"])
  })
  test("ends at a start-no-earlier-than only when that decides", () => {
    const held = item("a", 3, { startNoEarlierThan: on(4) })
    const links = ["a FS g:end"]
    expect(told(network({ items: [held], gates, links }))).toEqual(["end: a FS g:end", "a: constraint"])
    const later = { ...fromMonday, statusDate: on(6) }
    expect(told(network({ items: [held], gates, links }), ref("g:end"), later)).toEqual([
      "end: a FS g:end",
      "a: status-date",
    ])
    const waiting = network({ items: [held, item("b", 9)], gates, links: ["b FS a", ...links] })
    expect(told(waiting)).toEqual(["end: a FS g:end", "a: b FS a", "b: start"])
  })
  test("ends at what happened", () => {
    const done = item("a", 3, { status: "done", actualStart: on(0), actualFinish: on(4) })
    const begun = item("b", 9, { status: "in_progress", actualStart: on(1) })
    const options = { ...fromMonday, statusDate: on(2) }
    const plan = network({ items: [done, item("c", 4)], gates, links: ["a FS1 c", "c FS g:end"] })
    expect(told(plan, ref("g:end"), options)).toEqual(["end: c FS g:end", "c: a FS1 c", "a: actual"])
    const overlapping = network({ items: [begun, item("c", 9)], gates, links: ["b SS4 c", "c FS g:end"] })
    expect(told(overlapping, ref("g:end"), options)).toEqual(["end: c FS g:end", "c: b SS4 c", "b: actual"])
    const remainder = network({ items: [begun], gates, links: ["b FS g:end"] })
    expect(told(remainder, ref("g:end"), options)).toEqual(["end: b FS g:end", "b: status-date"])
    const passed = network({
      items: [item("c", 9)],
      gates: [{ id: "end", phaseId: "phase", passedOn: on(1) }],
      links: ["c FS g:end"],
    })
    expect(told(passed)).toEqual(["end: actual"])
  })
  test("is followed over bounds on finishes, and through dropped work", () => {
    const items = [item("a", 5), item("b", 2), item("n", 9, { status: "dropped" })]
    const plan = network({ items, gates, links: ["a FF3 b", "b FS1 n", "n FS1 g:end"] })
    expect(told(plan)).toEqual(["end: n FS1 g:end", "n: b FS1 n", "b: a FF3 b", "a: start"])
  })
  test("is the lowest of several links that hold it alike, however they are listed", () => {
    const items = [item("a", 5), item("b", 5)]
    const links = ["b FS g:end", "a FS g:end"]
    expect(told(network({ items, gates, links }))).toEqual(["end: a FS g:end", "a: start"])
    expect(told(network({ items, gates, links: links.toReversed() }))).toEqual(["end: a FS g:end", "a: start"])
  })
  test("that nothing leads to is the start of the programme, and of something unknown is refused", () => {
    expect(told(network({ gates: [{ id: "end", phaseId: "other" }] }))).toEqual(["end: start"])
    expect(told(network({ gates }))).toEqual(["end: phase", "w: start"])
    expect(drivingPath(network({ gates }), fromMonday, ref("nowhere"))).toMatchObject({
      refusal: { code: "unknown-node" },
    })
  })
})

test("all work and links on the way back from the finish gate are critical", () => {
  fc.assert(
    fc.property(networks, (plan) => {
      const options = { ...fromMonday, finishGateId: "g0" }
      const [path, found] = [drivingPath(plan, options, ref("g:g0")), analyse(plan, options)]
      if (!path.ok || !found.ok) throw new Error("not planned")
      const ofStart = plan.links.filter(({ to, type }) => to.kind === "gate" && type[0] === "S").map(({ id }) => id)
      const linkIds = path.value.flatMap((step) => (step.because === "link" ? [step.linkId] : []))
      // A gate that waits for a start leaves it the rest of the day.
      if (linkIds.some((id) => ofStart.includes(id))) return
      for (const { node } of path.value)
        if (node.kind === "item") expect(found.value.itemSlack.get(node.id)?.critical).toBe(true)
      for (const id of linkIds) expect(found.value.criticalLinks.has(id)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
