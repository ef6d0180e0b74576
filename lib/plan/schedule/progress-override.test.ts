import { describe, expect, test } from "vitest"
import { analyse } from "./analysis"
import type { Network } from "./network"
import { fromMonday, item, monday, network, numberedItems, on, planned, workstream } from "./test-network"

/** By hand, as of day 4: a has 10 days to go, b began on day 2 out of sequence and is half done (3 of 6 days are left). */
const options = { ...fromMonday, statusDate: on(4) }
const items = [
  item("a", 12, { status: "in_progress", actualStart: monday, remainingDays: 10 }),
  item("b", 6, { status: "in_progress", actualStart: on(2), percent: 50 }),
  item("c", 2),
]
const of = (link: string): Network =>
  network({ items, links: [link, "b FS0 c"], gates: [{ id: "g", phaseId: "phase" }] })
const dates = (given: Network) => numberedItems(planned(given, options))

describe("work that began out of sequence", () => {
  test("waits with what is left of it by retained logic: a ends on day 13, so b on 16", () => {
    expect(dates(of("a FS0 b"))).toEqual({ a: [0, 13], b: [2, 16], c: [17, 18] })
  })
  test("goes on at once by progress override: b ends on day 6", () => {
    expect(dates({ ...of("a FS0 b"), progressOverride: true })).toEqual({ a: [0, 13], b: [2, 6], c: [7, 8] })
  })
  test("is held by links to its finish either way: b ends with a", () => {
    expect(dates({ ...of("a FF0 b"), progressOverride: true }).b).toEqual([2, 13])
  })
  test("is not held by what its workstream waits for", () => {
    const held = network({
      items: [
        item("a", 12, { status: "in_progress", actualStart: monday, remainingDays: 10, workstreamId: "v" }),
        ...items.slice(1),
      ],
      workstreams: [workstream("w"), workstream("v")],
      links: ["w:v FS0 w:w"],
    })
    expect(dates(held).b).toEqual([2, 16])
    expect(dates({ ...held, progressOverride: true }).b).toEqual([2, 6])
    // What has not begun still waits.
    expect(dates({ ...held, progressOverride: true }).c).toEqual([14, 15])
  })
  test("gives no slack away by a link that does not count", () => {
    const found = analyse({ ...of("a FS0 b"), progressOverride: true }, options)
    if (!found.ok) throw new Error(found.refusal.code)
    // The gate lies after a, on day 13; c ends on day 8.
    expect(found.value.itemSlack.get("b")?.totalSlack).toBe(5)
    expect(found.value.itemSlack.get("a")).toMatchObject({ totalSlack: 0, critical: true })
  })
})
