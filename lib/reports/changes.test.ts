import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { workStatuses } from "@/lib/plan/roadmap/work-item"
import { type OverviewFacts, overviewOf } from "./overview"
import { rewind, rewindLinks } from "./rewind"
import { edited, event, facts, gate, item, monday, roadmap } from "./test-facts"

const news = (of: OverviewFacts) => overviewOf(of).changes.list
const titles = (of: OverviewFacts) => news(of).map(({ title }) => title)
/** The day of the visit is the day of the question, so that no gate moves because time went by. */
const sameDay = { at: new Date("2026-03-02T07:00:00Z"), basis: "last-visit" } as const

describe("what changed", () => {
  test("is empty when nothing happened", () => {
    expect(titles(facts([item("a")], { since: sameDay }))).toEqual([])
  })

  test("begins with gates that moved, and says by how many working days", () => {
    const events = [edited(5, "a", { likely: 5 }, { likely: 10 })]
    const [first] = news(facts([item("a", { likely: 10 })], { since: sameDay, events }))
    expect(first).toMatchObject({
      title: "Gate 0 moved 5 working days later",
      detail: "from 6 Mar to 13 Mar",
      tone: "needs-you",
    })
  })

  test("a gate moves also because unfinished work waits while days go by", () => {
    const of = facts([item("a")], { roadmap: roadmap({ today: day("2026-03-05") }), since: sameDay })
    expect(titles(of)).toEqual(["Gate 0 moved 3 working days later"])
  })

  test("a gate that comes earlier is good news", () => {
    const events = [edited(5, "a", { likely: 5 }, { likely: 2 })]
    const [first] = news(facts([item("a", { likely: 2 })], { since: sameDay, events }))
    expect([first?.title, first?.tone]).toEqual(["Gate 0 moved 3 working days earlier", "good"])
  })

  test("days are not compared across a change of the calendar", () => {
    const events = [edited(5, "a", { likely: 5 }, { likely: 10 }), event(6, "programme.updated")]
    const of = facts([item("a", { likely: 10 })], { since: sameDay, events })
    expect(titles(of)).toEqual(["1 change to the programme's settings", "1 change to owners, dates or estimates"])
  })

  test("names a single item with its reason and who did it, and counts several", () => {
    const blocked = item("a", { status: "blocked", reason: "no licence" })
    const one = facts([blocked], {
      since: sameDay,
      events: [edited(3, "a", { status: "in_progress" }, { status: "blocked" })],
    })
    expect(news(one).at(-1)).toMatchObject({
      title: "Blocked: Item a",
      detail: "no licence, by Ana Ruiz",
      tone: "needs-you",
      behind: { list: "item", id: "a" },
    })
    const done = { status: "done", percent: 100, actualStart: monday, actualFinish: monday } as const
    const several = facts([item("a", done), item("b", done)], {
      since: sameDay,
      events: ["a", "b"].map((id, index) => edited(index, id, { status: "not_started" }, { status: "done" })),
    })
    expect(news(several).at(-1)).toMatchObject({
      title: "2 work items were reported done",
      detail: "Item a and Item b",
      behind: { list: "items", status: "done" },
    })
  })

  test("an item that went to and fro is no news", () => {
    const events = [
      edited(3, "a", { status: "not_started" }, { status: "blocked" }),
      edited(4, "a", { status: "blocked" }, { status: "not_started" }),
    ]
    expect(titles(facts([item("a")], { since: sameDay, events }))).toEqual([])
  })

  test("what the asker did themselves is no news to them", () => {
    const own = { ...edited(3, "a", { status: "not_started" }, { status: "blocked" }), actorId: "me" }
    const of = facts([item("a", { status: "blocked", reason: "x" })], { since: sameDay, events: [own] })
    expect(titles(of)).toEqual([])
  })

  test("tells of added work and of a new target", () => {
    const events = [
      event(3, "work-item.added", { subjectId: "b" }),
      event(4, "gate.updated", { subjectId: "gate-0", data: { changes: { targetDay: "2026-03-20" } } }),
    ]
    const gates = [gate(0, { targetDay: day("2026-03-20") }), gate(1)]
    const of = facts([item("a"), item("b", { likely: 1 })], { since: sameDay, events, roadmap: roadmap({ gates }) })
    expect(titles(of)).toEqual(["Added: Item b", "Target of Gate 0 set to 20 Mar"])
  })
})

describe("rewinding", () => {
  const field = fc.record({
    status: fc.constantFrom(...workStatuses),
    percent: fc.integer({ min: 0, max: 100 }),
    likely: fc.integer({ min: 1, max: 20 }),
  })
  test("any series of edits, in any order of the list, gives back where it began", () => {
    fc.assert(
      fc.property(field, fc.array(field, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (first, edits, luck) => {
        const start = item("a", first)
        let now = start
        const events = edits.map((changes, index) => {
          const before = { status: now.status, percent: now.percent, likely: now.likely }
          now = { ...now, ...changes }
          return edited(index + 1, "a", before, changes)
        })
        const shuffled = events.map((each) => ({ each, at: luck.next().value ?? 0 })).sort((x, y) => x.at - y.at)
        const past = rewind(
          [{ item: now, there: true }],
          shuffled.map(({ each }) => each),
        )
        expect(past).toEqual([{ item: start, there: true }])
      }),
    )
  })

  test("takes back what was added, brings back what was taken away, and moves home what was moved", () => {
    const tracked = [
      { item: item("a"), there: true },
      { item: item("b"), there: false },
      { item: item("c", { workstreamId: "w-1" }), there: true },
    ]
    const events = [
      event(1, "work-item.added", { subjectId: "a" }),
      event(2, "work-item.removed", { subjectId: "b" }),
      event(3, "work-item.moved", { subjectId: "c", data: { from: "w-0", to: "w-1" } }),
    ]
    expect(rewind(tracked, events).map(({ item: each, there }) => [each.workstreamId, there])).toEqual([
      ["w-0", false],
      ["w-0", true],
      ["w-0", true],
    ])
  })
})

describe("rewinding links", () => {
  const now = {
    id: "l",
    from: { kind: "item", id: "a" },
    to: { kind: "gate", id: "g" },
    type: "FS",
    lag: 2,
    lagUnit: "days" as const,
  } as const
  const ends = {
    linkId: "l",
    fromKind: "item",
    from: "a",
    toKind: "gate",
    type: "FS",
    lag: 2,
    lagUnit: "days" as const,
  }
  test("takes back what was added or changed, and brings back what was removed", () => {
    const link = { ...now, version: 1 }
    expect(rewindLinks([link], [event(1, "link.added", { subjectId: "g", data: ends })])).toEqual([])
    expect(rewindLinks([], [event(1, "link.removed", { subjectId: "g", data: ends })])).toEqual([link])
    const before = { type: "SS", lag: 0, lagUnit: "days" as const }
    const change = event(1, "link.updated", { subjectId: "g", data: { linkId: "l", before, changes: {} } })
    expect(rewindLinks([link], [change])).toEqual([{ ...link, ...before }])
  })

  test("a gate that moved because of a new link is told", () => {
    const link = {
      ...{ id: "l", type: "FS" as const, lag: 0, lagUnit: "days" as const, version: 1 },
      ...{ from: { kind: "item" as const, id: "a" }, to: { kind: "item" as const, id: "b" } },
    }
    const data = {
      linkId: "l",
      fromKind: "item",
      from: "a",
      toKind: "item",
      type: "FS",
      lag: 0,
      lagUnit: "days" as const,
    }
    const events = [event(4, "link.added", { subjectId: "b", data })]
    const links = [...roadmap().links, link]
    expect(titles(facts([item("a"), item("b")], { since: sameDay, events, roadmap: roadmap({ links }) }))).toEqual([
      "Gate 0 moved 5 working days later",
      "1 change to dependencies",
    ])
  })
})
