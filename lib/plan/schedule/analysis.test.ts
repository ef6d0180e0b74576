import { describe, expect, test } from "vitest"
import { type Analysis, analyse, type Slack } from "./analysis"
import type { Network, ScheduleOptions } from "./network"
import { freeWorkstream, fromMonday, item, link, network, on, workstream } from "./test-network"
import { analyseTicks } from "./tick-analysis"

function analysed(of: Network, options: ScheduleOptions = fromMonday): Analysis {
  const found = analyse(of, options)
  if (!found.ok) throw new Error(JSON.stringify(found.refusal))
  return found.value
}

const slackOf = (slack: ReadonlyMap<string, Slack>) =>
  Object.fromEntries(
    [...slack].map(([id, { totalSlack, freeSlack, critical }]) => [id, [totalSlack, freeSlack, critical]]),
  )

const gates = [
  { id: "first", phaseId: "one" },
  { id: "last", phaseId: "two" },
]
const toLast: ScheduleOptions = { ...fromMonday, finishGateId: "last" }

describe("late dates", () => {
  test("lie where work may lie without moving the finish", () => {
    const { itemSlack, finish } = analysed(network({ items: [item("a", 2), item("b", 5)] }))
    expect(itemSlack.get("a")).toEqual({
      ...{ earlyStart: on(0), earlyFinish: on(1), lateStart: on(3), lateFinish: on(4) },
      ...{ totalSlack: 3, freeSlack: 3, critical: false },
    })
    expect(finish).toBe(on(4))
  })
  test("are exact to the tick, and slack may be fractional", () => {
    const items = [item("a", 0.25), item("b", 1.5)]
    expect(slackOf(analysed(network({ items })).itemSlack)).toEqual({ a: [1.25, 1.25, false], b: [0, 0, true] })
  })
  test("of work without length lie on one day", () => {
    const { itemSlack } = analysed(network({ items: [item("a", 0), item("b", 5)] }))
    expect(itemSlack.get("a")).toMatchObject({ lateStart: on(5), lateFinish: on(5), totalSlack: 5 })
  })
  test("are also said in ticks from the start of the programme", () => {
    const found = analyseTicks(network({ items: [item("a", 2), item("b", 5)], links: ["a SS1 b"] }), fromMonday)
    expect(found.ok && found.value.itemTicks.get("a")).toEqual({
      ...{
        earlyStart: 0,
        earlyFinish: 960,
        lateStart: 0,
        lateFinish: 960,
        totalSlack: 0,
        freeSlack: 0,
        critical: true,
      },
    })
  })
})

describe("a deadline", () => {
  test("changes no free slack, its own or that of what leads to it or holds it", () => {
    const streams = [workstream("w"), workstream("u")]
    const plan = (more: Parameters<typeof item>[2]) => {
      const items = [item("a", 2), item("b", 3, more), item("c", 9, { workstreamId: "u" })]
      const gate = { id: "g", phaseId: "phase" }
      return analysed(network({ items, workstreams: streams, gates: [gate], links: ["a FS2 b"] }))
    }
    const free = (of: ReturnType<typeof plan>) =>
      [of.itemSlack, of.workstreamSlack, of.gateSlack].map((slack) =>
        Array.from<{ readonly freeSlack: number }, number>(slack.values(), ({ freeSlack }) => freeSlack),
      )
    expect(free(plan({}))).toEqual([[0, 2, 0], [2, 0], [0]])
    expect(free(plan({ deadline: on(4) }))).toEqual(free(plan({})))
    expect(plan({ deadline: on(4) }).itemSlack.get("b")).toMatchObject({ totalSlack: -2, freeSlack: 2 })
  })
  test("that cannot be kept makes slack negative for all that leads to it", () => {
    const items = [item("a", 5), item("b", 3, { deadline: on(5) }), item("c", 9)]
    const { itemSlack } = analysed(network({ items, links: ["a FS b"] }))
    expect(slackOf(itemSlack)).toEqual({ a: [-2, 0, true], b: [-2, 1, true], c: [0, 0, true] })
    expect(itemSlack.get("b")).toMatchObject({ earlyStart: on(5), lateStart: on(3), lateFinish: on(5) })
  })
  test("that is kept only takes slack away", () => {
    const items = [item("a", 2, { deadline: on(3) }), item("b", 9)]
    expect(slackOf(analysed(network({ items })).itemSlack).a).toEqual([2, 7, false])
  })
  test("of work that is done or dropped holds nobody up", () => {
    const past = { deadline: on(0) }
    const items = [
      item("a", 2),
      item("b", 2, { ...past, status: "done" }),
      item("c", 2, { ...past, status: "dropped" }),
    ]
    const plan = network({ items, links: ["a FS b", "a FS c"] })
    expect(slackOf(analysed(plan, { ...fromMonday, statusDate: on(3) }).itemSlack).a).toEqual([0, 0, true])
  })
  test("long before all calendars is shown on their first days", () => {
    const items = [item("a", 40_000, { deadline: on(0) })]
    expect(analysed(network({ items })).itemSlack.get("a")).toMatchObject({ totalSlack: -39_999, critical: true })
  })
})

describe("what has happened", () => {
  test("has no slack and is never critical", () => {
    const done = item("a", 3, { status: "done", actualStart: on(0), actualFinish: on(1) })
    const passed = [{ id: "g", phaseId: "p", passedOn: on(1) }]
    const { itemSlack, gateSlack, workstreamSlack } = analysed(
      network({ items: [done], gates: passed, links: ["a FS g:g"] }),
    )
    expect(itemSlack.get("a")).toMatchObject({ lateStart: on(0), lateFinish: on(1), totalSlack: 0, critical: false })
    expect(gateSlack.get("g")).toMatchObject({ early: on(1), late: on(1), totalSlack: 0, critical: false })
    expect(workstreamSlack.get("w")).toMatchObject({ totalSlack: 0, critical: false })
  })
  test("keeps the start of work under way, whose remainder has the slack", () => {
    const begun = item("a", 4, { status: "in_progress", actualStart: on(0), percent: 50 })
    const { itemSlack } = analysed(network({ items: [begun, item("b", 6)] }), { ...fromMonday, statusDate: on(2) })
    expect(itemSlack.get("a")).toEqual({
      ...{ earlyStart: on(0), earlyFinish: on(3), lateStart: on(0), lateFinish: on(7) },
      ...{ totalSlack: 4, freeSlack: 4, critical: false },
    })
  })
  test("does not limit what comes before a start that is known, or guessed to be today", () => {
    const options = { ...fromMonday, statusDate: on(2) }
    const plan = (begun: object) =>
      network({
        items: [item("a", 3), item("b", 1, { status: "in_progress", ...begun }), item("c", 9)],
        links: ["a FS b", "b SS9 c"],
      })
    expect(slackOf(analysed(plan({ actualStart: on(1) }), options).itemSlack).a).toEqual([13, 0, false])
    expect(slackOf(analysed(plan({}), options).itemSlack).a).toEqual([14, 0, false])
  })
  test("limits what comes before a start that is guessed to lie before today", () => {
    const items = [item("a", 3), item("b", 9, { status: "in_progress", percent: 90 }), item("c", 9)]
    const plan = network({ items, links: ["a FS-4 b", "b SS9 c"] })
    expect(slackOf(analysed(plan, { ...fromMonday, statusDate: on(2) }).itemSlack).a).toEqual([0, 0, true])
  })
})

describe("work that does not lead to the finish gate", () => {
  const workstreams = [freeWorkstream("w", null, "one"), workstream("v", null, "two"), workstream("u", null, "ongoing")]
  const items = [item("a", 3), item("b", 4, { workstreamId: "v" }), item("c", 30, { workstreamId: "u" })]

  test("may end as late as the finish, if it ends before it", () => {
    const { itemSlack } = analysed(network({ items, workstreams, gates, links: ["b FS g:last"] }), toLast)
    expect(slackOf(itemSlack).a).toEqual([1, 1, false])
  })
  test("may end as late as everything, if it ends after it, and is not critical by that", () => {
    const longer = [item("a", 5), ...items.slice(1)]
    const { itemSlack, finish } = analysed(
      network({ items: longer, workstreams, gates, links: ["b FS g:last"] }),
      toLast,
    )
    expect(slackOf(itemSlack)).toEqual({ a: [25, 25, false], b: [0, 0, true], c: [0, 0, false] })
    expect(finish).toBe(on(3))
  })
  test("in a phase without a gate may end as late as everything, even if it ends before the finish", () => {
    const short = [...items.slice(0, 2), item("c", 4, { workstreamId: "u" }), item("d", 9, { workstreamId: "u" })]
    const { itemSlack } = analysed(network({ items: short, workstreams, gates, links: ["b FS g:last"] }), toLast)
    expect(slackOf(itemSlack)).toMatchObject({ b: [0, 0, true], c: [5, 5, false], d: [0, 0, false] })
  })
  test("is critical when its own deadline leaves it nothing", () => {
    const due = [...items.slice(0, 2), item("c", 30, { workstreamId: "u", deadline: on(29) })]
    const { itemSlack } = analysed(network({ items: due, workstreams, gates, links: ["b FS g:last"] }), toLast)
    expect(itemSlack.get("c")).toMatchObject({ totalSlack: 0, critical: true })
  })
})

describe("a workstream", () => {
  const workstreams = [workstream("w"), workstream("v"), workstream("u", 2)]
  const items = [item("a", 4), item("b", 2), item("x", 3, { workstreamId: "v" }), item("y", 1, { workstreamId: "v" })]
  const links = ["w:w FS w:v", "w:u FS w:v"]

  test("has the least slack of its items and of its own ends", () => {
    const { workstreamSlack } = analysed(network({ items, workstreams, links }))
    expect(slackOf(workstreamSlack)).toEqual({ w: [0, 0, true], v: [0, 0, true], u: [2, 2, false] })
    expect(workstreamSlack.get("u")).toMatchObject({ earlyStart: on(0), lateStart: on(2), lateFinish: on(3) })
  })
  test("leaves its items the slack up to what waits for it", () => {
    expect(slackOf(analysed(network({ items, workstreams, links })).itemSlack)).toMatchObject({
      b: [2, 2, false],
      y: [2, 2, false],
    })
  })
  test("is critical by its end when that is bound from elsewhere", () => {
    const parts = network({ items, workstreams, links: ["w:w FF3 w:v"] })
    expect(slackOf(analysed(parts).workstreamSlack)).toMatchObject({ w: [0, 0, true], v: [0, 0, true] })
    expect(slackOf(analysed(parts).itemSlack).x).toEqual([4, 4, false])
  })
})

describe("critical links", () => {
  test("hold a critical piece of work where it is; those with time to spare do not", () => {
    const items = [item("a", 3), item("b", 5), item("c", 1), item("d", 1)]
    const plan = network({ items, gates, links: ["a FS c", "b FS c", "b SS1 c", "c FS3 g:last", "a FS d"] })
    expect([...analysed(plan, toLast).criticalLinks].sort()).toEqual(["b FS c", "c FS3 g:last"])
  })
  test("of a start lie on the path without the rest of the work being on it", () => {
    const plan = network({ items: [item("a", 3), item("b", 9)], links: ["a SS2 b"] })
    expect([...analysed(plan).criticalLinks]).toEqual(["a SS2 b"])
  })
})

describe("a gate", () => {
  test("has slack until the finish moves", () => {
    const items = [item("a", 3), item("b", 9)]
    const plan = network({ items, gates, links: ["a FS g:first", "g:first FS g:last", "b FS g:last"] })
    const { gateSlack } = analysed(plan, toLast)
    expect(gateSlack.get("first")).toEqual({
      ...{ early: on(2), late: on(8), totalSlack: 6, freeSlack: 6, critical: false },
    })
    expect(gateSlack.get("last")).toEqual({ early: on(8), late: on(8), totalSlack: 0, freeSlack: 0, critical: true })
  })
  test("that waits for a start leaves it the rest of that day", () => {
    const plan = network({ items: [item("a", 3), item("b", 1)], gates, links: ["b SS g:last"] })
    const { itemSlack } = analysed(plan, toLast)
    expect(itemSlack.get("b")?.totalSlack).toBeCloseTo(1 - 1 / 480)
  })
})

test("a hundred thousand items with two hundred thousand links are analysed", () => {
  const count = 100_000
  const workstreams = Array.from({ length: 1000 }, (_, at) => workstream(`w${at}`))
  const items = Array.from({ length: count }, (_, at) => item(`i${at}`, 1.5, { workstreamId: `w${at % 1000}` }))
  const chained = items.slice(1000).map(({ id }, at) => ({ ...link(`i${at} FS ${id}`), id: `a${at}` }))
  const beside = items.slice(1).map(({ id }, at) => ({ ...link(`i${at} SS ${id}`), id: `b${at}` }))
  const { itemSlack } = analysed({ items, workstreams, gates: [], links: [...chained, ...beside] })
  expect(itemSlack.size).toBe(count)
  expect(itemSlack.get("i0")?.critical).toBe(true)
})
