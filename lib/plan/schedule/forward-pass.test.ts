import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { schedule } from "./forward-pass"
import {
  calendarOf,
  fromMonday,
  item,
  monday,
  network,
  numbered,
  numberedItems,
  on,
  planned,
  ref,
  workstream,
} from "./test-network"

describe("a network worked by hand", () => {
  test("of finish-to-start links takes the longest path", () => {
    const items = [item("a", 3), item("b", 4), item("c", 2), item("d", 5), item("e", 1), item("f", 2)]
    const links = ["a FS c", "a FS d", "b FS d", "c FS e", "d FS f", "e FS f"]
    const plan = planned(network({ items, links }))
    expect(numberedItems(plan)).toEqual({ a: [0, 2], b: [0, 3], c: [3, 4], d: [4, 8], e: [5, 5], f: [9, 10] })
    expect(plan.finish).toBe(on(10))
  })
  test("of all four link types with lags and leads", () => {
    const items = ["a", "b", "c", "d", "e"].map((id, index) => item(id, [10, 6, 4, 5, 3][index] ?? 0))
    const links = ["a SS3 b", "a FF2 b", "b FS-2 c", "b SS1 d", "c FF4 d", "d SF8 e"]
    expect(numberedItems(planned(network({ items, links })))).toEqual({
      a: [0, 9],
      b: [6, 11],
      c: [10, 13],
      d: [13, 17],
      e: [18, 20],
    })
  })
  test("keeps to the calendar over weekends and holidays", () => {
    const calendar = calendarOf({ weekend: [6, 7], holidays: [day("2026-03-10")] })
    const plan = planned(network({ items: [item("a", 5), item("b", 3)], links: ["a FS b"] }), {
      ...fromMonday,
      calendar,
    })
    expect(plan.items.get("a")).toEqual({ start: "2026-03-02", finish: "2026-03-06" })
    expect(plan.items.get("b")).toEqual({ start: "2026-03-09", finish: "2026-03-12" })
  })
  test("of the five phases comes to the lengths that were worked out for them", () => {
    const plan = planned(fivePhases())
    const weeks = [...plan.phases.values()].map((dates) => {
      const [first, last] = numbered(dates) ?? [0, 0]
      return (last - first + 1) / 5
    })
    expect(weeks).toEqual([3.2, 3.8, 4.8, 6, 7.6])
    expect([...plan.gates.values()].map((gate) => numbered({ start: gate, finish: gate })?.[0])).toEqual([
      18, 36, 56, 74, 100,
    ])
  })
})

describe("a duration", () => {
  test("of d days that begins with a day ends on the ceil(d)th", () => {
    const items = [item("a", 0.5), item("b", 1), item("c", 2.25), item("d", null)]
    expect(numberedItems(planned(network({ items })))).toEqual({ a: [0, 0], b: [0, 0], c: [0, 2], d: [0, 0] })
  })
  test("carries its fraction on: two half days make one", () => {
    const items = [item("a", 1.5), item("b", 0.5), item("c", 1)]
    const plan = planned(network({ items, links: ["a FS b", "b FS c"] }))
    expect(numberedItems(plan)).toEqual({ a: [0, 1], b: [1, 1], c: [2, 2] })
  })
  test("of many tenths adds up without drift", () => {
    const items = Array.from({ length: 30 }, (_, index) => item(`i${index}`, 0.1))
    const links = items.slice(1).map(({ id }, index) => `i${index} FS ${id}`)
    expect(
      numberedItems(planned(network({ items: [...items, item("z", 1)], links: [...links, "i29 FS z"] }))).z,
    ).toEqual([3, 3])
  })
})

describe("a workstream", () => {
  const items = [item("a", 4), item("b", 2), item("x", 3, { workstreamId: "v" }), item("y", 1, { workstreamId: "v" })]
  const workstreams = [workstream("w", 99), workstream("v", 99)]

  test("summarises its items and leaves its own estimate aside", () => {
    const plan = planned(network({ items, workstreams, links: ["a FS b"] }))
    expect(numbered(plan.workstreams.get("w"))).toEqual([0, 5])
    expect(numbered(plan.workstreams.get("v"))).toEqual([0, 2])
  })
  test("that waits for another holds all its items back", () => {
    const plan = planned(network({ items, workstreams, links: ["a FS b", "w:w FS w:v"] }))
    expect(numberedItems(plan)).toMatchObject({ x: [6, 8], y: [6, 6] })
  })
  test("that must finish after another moves only its finish", () => {
    const plan = planned(network({ items, workstreams, links: ["w:w FF3 w:v"] }))
    expect(numberedItems(plan)).toMatchObject({ x: [0, 2], y: [0, 0] })
    expect(numbered(plan.workstreams.get("v"))).toEqual([0, 6])
  })
  test("begins with the first of its items, held or begun, and what counts from its start counts from there", () => {
    const held = { startNoEarlierThan: on(20) }
    const links = ["w:w SS2 w:v"]
    const waiting = [item("a", 4, held), item("x", 1, { workstreamId: "v" })]
    expect(numberedItems(planned(network({ items: waiting, workstreams, links }))).x).toEqual([22, 22])
    const begun = [
      item("a", 4, { status: "in_progress", actualStart: on(3) }),
      item("b", 9, { status: "done", actualStart: on(1), actualFinish: on(4) }),
      item("x", 1, { workstreamId: "v" }),
    ]
    const later = { ...fromMonday, statusDate: on(2) }
    expect(numberedItems(planned(network({ items: begun, workstreams, links: ["w:w SS6 w:v"] }), later)).x).toEqual([
      7, 7,
    ])
  })
  test("whose items were all dropped takes no time", () => {
    const items = [
      item("a", 4),
      item("n", 50, { workstreamId: "v", status: "dropped" }),
      item("x", 1, { workstreamId: "u" }),
    ]
    const streams = [workstream("w"), workstream("v", 12), workstream("u")]
    const plan = planned(network({ items, workstreams: streams, links: ["w:w FS w:v", "w:v FS w:u"] }))
    expect(numberedItems(plan).x).toEqual([4, 4])
    expect(plan.workstreams.has("v")).toBe(false)
  })
  test("without items is planned like a single item of its own estimate", () => {
    const links = ["w:w FS1 w:v", "w:w SS2 w:u", "w:v FF4 w:u", "w:u FS g:end"]
    const gates = [{ id: "end", phaseId: "phase" }]
    const streams = [workstream("w", 4), workstream("v", null), workstream("u", 2)]
    const bare = planned(network({ workstreams: streams, gates, links }))
    const single = streams.map(({ id, likely }) => item(`i${id}`, likely, { workstreamId: id }))
    const filled = planned(network({ items: single, workstreams: streams, gates, links }))
    expect(bare.workstreams).toEqual(filled.workstreams)
    expect(bare.gates).toEqual(filled.gates)
    expect(numbered(bare.workstreams.get("u"))).toEqual([2, 9])
  })
  test("whose items are all done holds their dates, whatever it should have waited for", () => {
    const done = [
      item("a", 4),
      item("x", 3, { workstreamId: "v", status: "done", actualStart: on(0), actualFinish: on(1) }),
    ]
    const plan = planned(network({ items: done, workstreams, links: ["w:w FF3 w:v", "w:w FS w:v"] }))
    expect(numbered(plan.workstreams.get("v"))).toEqual([0, 1])
  })
})

describe("a phase", () => {
  test("reaches from the first to the last of its work, also of work whose workstream sits elsewhere", () => {
    const items = [item("a", 4), item("b", 2, { phaseId: "late" }), item("c", 1, { phaseId: null })]
    const workstreams = [workstream("w", null, "early"), workstream("v", 9, "late"), workstream("u", 3, "own")]
    const plan = planned(network({ items, workstreams, links: ["a FS b", "a FS w:v"] }))
    expect(numbered(plan.phases.get("early"))).toEqual([0, 3])
    expect(numbered(plan.phases.get("late"))).toEqual([4, 12])
    expect(numbered(plan.phases.get("own"))).toEqual([0, 2])
    expect(plan.phases.size).toBe(3)
  })
})

describe("a gate", () => {
  const gates = [
    { id: "g", phaseId: "p" },
    { id: "h", phaseId: "p" },
  ]
  test("with three days of review lies three working days after the work, and what follows it a day later", () => {
    const plan = planned(network({ items: [item("a", 5), item("b", 1)], gates, links: ["a FS3 g:g", "g:g FS b"] }))
    expect(plan.gates.get("g")).toBe(on(7))
    expect(numberedItems(plan).b).toEqual([8, 8])
  })
  test("after a gate without a lag lies on the same day", () => {
    const plan = planned(network({ items: [item("a", 5)], gates, links: ["a FS g:g", "g:g FS g:h"] }))
    expect([plan.gates.get("g"), plan.gates.get("h")]).toEqual([on(4), on(4)])
  })
  test("that waits for a start lies on the day of that start", () => {
    const plan = planned(network({ items: [item("a", 5), item("b", 5)], gates, links: ["a FS b", "b SS g:g"] }))
    expect(plan.gates.get("g")).toBe(on(5))
  })
  test("that waits for nothing is passed at the end of the first day", () => {
    const plan = planned(network({ items: [item("a", 1)], gates, links: ["g:g FS a"] }))
    expect(plan.gates.get("g")).toBe(monday)
    expect(numberedItems(plan).a).toEqual([1, 1])
  })
  test("that was passed holds its day", () => {
    const passed = [{ id: "g", phaseId: "p", passedOn: on(2) }]
    const plan = planned(
      network({ items: [item("a", 9), item("b", 1)], gates: passed, links: ["a FS g:g", "g:g FS b"] }),
    )
    expect(plan.gates.get("g")).toBe(on(2))
    expect(numberedItems(plan).b).toEqual([3, 3])
  })
  test("can be named as the finish of the plan", () => {
    const parts = network({ items: [item("a", 5), item("ongoing", 90)], gates, links: ["a FS g:g"] })
    expect(planned(parts).finish).toBe(on(89))
    expect(planned(parts, { ...fromMonday, finishGateId: "g" }).finish).toBe(on(4))
  })
})

describe("a dropped item", () => {
  test("has no dates and hands on what it waited for", () => {
    const items = [item("a", 3), item("b", 7, { status: "dropped", startNoEarlierThan: on(50) }), item("c", 1)]
    const plan = planned(network({ items, links: ["a FS1 b", "b FS2 c"] }))
    expect(numberedItems(plan)).toEqual({ a: [0, 2], c: [6, 6] })
  })
  test("that waited for nothing holds nothing up", () => {
    const items = [item("b", 7, { status: "dropped" }), item("c", 1)]
    expect(numberedItems(planned(network({ items, links: ["b FS2 c"] })))).toEqual({ c: [0, 0] })
  })
})

describe("a plan that cannot be made is refused", () => {
  test("for a cycle, naming its members in order", () => {
    const items = ["a", "b", "c", "d"].map((id) => item(id, 1))
    const result = schedule(network({ items, links: ["a FS b", "b SS c", "c FF a", "c FS d"] }), fromMonday)
    if (result.ok || result.refusal.code !== "cycle") throw new Error("planned a cycle")
    const ids = result.refusal.members.map(({ id }) => id).join("")
    expect(["abc", "bca", "cab"]).toContain(ids)
  })
  test("for a link to something unknown", () => {
    const result = schedule(network({ items: [item("a", 1)], links: ["a FS nowhere"] }), fromMonday)
    expect(result).toEqual({ ok: false, refusal: { code: "unknown-node", node: ref("nowhere") } })
  })
  test("for work that would lie after 2199", () => {
    const result = schedule(network({ items: [item("a", 1), item("b", 60_000)], links: ["a FS b"] }), fromMonday)
    expect(result).toEqual({ ok: false, refusal: { code: "beyond-calendar", node: ref("b") } })
  })
  test("but nothing at all is a plan without a finish", () => {
    expect(planned(network({ workstreams: [] })).finish).toBeNull()
  })
})

test("a hundred thousand items in chains across workstreams are planned", () => {
  const workstreams = Array.from({ length: 1000 }, (_, index) => workstream(`w${index}`))
  const items = Array.from({ length: 100_000 }, (_, index) =>
    item(`i${index}`, 1.5, { workstreamId: `w${index % 1000}` }),
  )
  const links = items.slice(1000).map(({ id }, index) => `i${index} FS ${id}`)
  const plan = planned(network({ items, workstreams, links }))
  expect(plan.items.size).toBe(100_000)
  expect(plan.finish).toBe(on(149))
})

/** The default workstreams of phases 0 to 4 with their likely days and links; every one reaches its gate after review. */
function fivePhases() {
  const phases = [
    "1.1=5 1.2=8 1.3=5 2.1=6 2.3=4",
    "2.2=7 3.1=7 3.2=4 3.3=4 3.4=3 9.1=4 9.2=4 9.3=3",
    "4.1=18 4.2=15 4.3=12",
    "5.1=25 5.2=10 5.3=15 6.1=10 6.2=15",
    "6.3=12 6.4=15 7.1=15 7.2=20 7.3=10 7.4=15",
  ]
  const links = `1.1 SS2 1.2, 1.2 SS5 1.3, 1.2 FF2 1.3, 1.1 FS 2.1, 1.3 SS2 2.1, 1.3 FF2 2.1, 1.3 FS 2.3, 2.1 FS 2.2,
    2.1 FS 3.1, g:0 FS 3.1, 3.1 FS 3.2, 3.2 SS2 3.3, 2.2 FS 3.3, 3.2 SS1 3.4, 3.3 SS2 9.1, 2.2 FS 9.1, 3.1 SS3 9.2,
    3.2 FF1 9.2, 3.3 SS1 9.3, 3.2 FS 4.1, 3.4 FS 4.1, g:1 FS 4.2, 4.1 SS3 4.2, 4.2 SS5 4.3, 4.1 FF2 4.3, 4.2 SS5 5.2,
    5.2 SS3 5.1, 5.1 SS5 5.3, 5.1 SS5 6.1, 6.1 SS5 6.2, 5.1 FF2 6.2, 5.3 FF2 6.2, 6.2 SS10 6.3, 6.2 FF5 6.3,
    6.3 SS5 6.4, 5.1 SS15 7.1, 7.1 SS5 7.2, 7.1 FF5 7.2, 7.2 FS 7.3, 7.2 SS10 7.4, 7.3 FF3 7.4`
  const workstreams = phases.flatMap((list, phase) =>
    list.split(" ").map((entry) => workstream(entry.split("=")[0] ?? "", Number(entry.split("=")[1]), `${phase}`)),
  )
  return network({
    workstreams,
    gates: phases.map((_, phase) => ({ id: `${phase}`, phaseId: `${phase}` })),
    links: [
      ...links.split(/,\s*/).map((text) => text.replace(/(^| )(\d+\.\d)/g, "$1w:$2")),
      ...workstreams.map(({ id, phaseId }) => `w:${id} FS3 g:${phaseId}`),
    ],
  })
}
