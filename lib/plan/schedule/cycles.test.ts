import { describe, expect, test } from "vitest"
import { cycleClosedBy, findCycle } from "./cycles"
import type { Network } from "./network"
import { item, link, network, workstream } from "./test-network"

const workstreams = [workstream("w"), workstream("v"), workstream("empty")]
const items = [item("a", 1), item("b", 1), item("x", 1, { workstreamId: "v" })]
const gates = [{ id: "g", phaseId: "p" }]
const closed = (of: Network, text: string) => cycleClosedBy(of, link(text))?.map(({ id }) => id) ?? null
const plain = network({ items, workstreams, gates })

describe("a new link closes a cycle", () => {
  test("when a path leads back, and names its members from the link on", () => {
    const of = network({ items, workstreams, gates, links: ["a FS x", "x SS g:g", "a FS b"] })
    expect(closed(of, "g:g FF a")).toEqual(["g", "a", "x"])
    expect(closed(of, "a FS g:g")).toBeNull()
  })
  test("when something would wait for itself, whatever the type", () => {
    for (const type of ["FS", "SS", "FF", "SF"]) {
      expect(closed(plain, `a ${type} a`)).toEqual(["a"])
      expect(closed(plain, `w:w ${type} w:w`)).toEqual(["w"])
    }
  })
  test("when an item would hold up the workstream that holds it", () => {
    expect(closed(plain, "a FS w:w")).toEqual(["a", "w"])
    expect(closed(plain, "a SS w:w")).toEqual(["a", "w"])
    expect(closed(plain, "w:w FS a")).toEqual(["w", "a"])
    expect(closed(plain, "w:w FF a")).toEqual(["w", "a"])
  })
  test("but not when it only says what holding means", () => {
    expect(closed(plain, "w:w SS a")).toBeNull()
    expect(closed(plain, "a FF2 w:w")).toBeNull()
  })
  test("when the way back leads through the items of a workstream", () => {
    const of = network({ items, workstreams, gates, links: ["w:w FS w:v"] })
    expect(closed(of, "x FS a")).toEqual(["x", "a", "w", "v"])
    expect(closed(of, "w:v SS w:w")).toEqual(["v", "w"])
    expect(closed(of, "a FS x")).toBeNull()
  })
  test("of a workstream without items only if it would with some", () => {
    const of = network({ items, workstreams, gates, links: ["w:empty SS x"] })
    expect(closed(of, "x FF w:empty")).toBeNull()
    expect(closed(of, "x FS w:empty")).toEqual(["x", "empty"])
  })
  test("also through a dropped item, which may be restored", () => {
    const dropped = items.map((entry) => (entry.id === "b" ? { ...entry, status: "dropped" as const } : entry))
    const of = network({ items: dropped, workstreams, gates, links: ["a FS b", "b FS x"] })
    expect(closed(of, "x FS a")).toEqual(["x", "a", "b"])
  })
})

test("a cycle that exists is found, and the members around it are left out", () => {
  const links = ["a FS b", "b FS w:v", "x FS g:g", "g:g SS b"]
  const members = findCycle(network({ items, workstreams, gates, links }))?.map(({ id }) => id)
  expect(members?.toSorted()).toEqual(["b", "g", "v", "x"])
  expect(findCycle(network({ items, workstreams, gates, links: links.slice(0, 3) }))).toBeNull()
})
