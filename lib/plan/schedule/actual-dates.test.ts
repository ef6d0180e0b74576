import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import type { NetworkItem } from "./network"
import { fromMonday, item, network, numbered, numberedItems, on, planned } from "./test-network"

/** Today is working day 10. */
const today = { ...fromMonday, statusDate: on(10) }
const lies = (more: Partial<NetworkItem>, likely: number | null = 4) =>
  numberedItems(planned(network({ items: [item("a", likely, more)] }), today)).a

describe("work not begun", () => {
  test("cannot lie before today", () => {
    expect(lies({})).toEqual([10, 13])
    expect(lies({ startNoEarlierThan: on(3) })).toEqual([10, 13])
  })
  test("does not begin earlier than it may", () => {
    expect(lies({ startNoEarlierThan: on(12) })).toEqual([12, 15])
    expect(lies({ startNoEarlierThan: day("2026-03-21") })).toEqual([15, 18])
  })
  test("but blocked lies like other work not begun", () => {
    expect(lies({ status: "blocked" })).toEqual([10, 13])
  })
})

describe("work in progress", () => {
  test("holds its start; what is left of it lies from today on", () => {
    expect(lies({ status: "in_progress", actualStart: on(2), percent: 50 })).toEqual([2, 11])
    expect(lies({ status: "in_progress", actualStart: on(2), percent: 90 })).toEqual([2, 10])
    expect(lies({ status: "blocked", actualStart: on(2), percent: 25 })).toEqual([2, 12])
  })
  test("reported complete but not done lies until today", () => {
    expect(lies({ status: "in_progress", actualStart: on(2), percent: 100 })).toEqual([2, 10])
  })
  test("without a reported start began when it could, at the latest today", () => {
    expect(lies({ status: "in_progress", percent: 50 })).toEqual([0, 11])
    expect(lies({ status: "in_progress", percent: 50, startNoEarlierThan: on(6) })).toEqual([6, 11])
    expect(lies({ status: "in_progress", percent: 50, startNoEarlierThan: on(30) })).toEqual([10, 11])
  })
  test("begun out of turn still waits with what is left for what it waits for", () => {
    const items = [item("a", 5), item("b", 4, { status: "in_progress", actualStart: on(8), percent: 50 })]
    expect(numberedItems(planned(network({ items, links: ["a FS b"] }), today))).toEqual({ a: [10, 14], b: [8, 16] })
  })
})

describe("work done", () => {
  test("holds its dates against links and constraints, also on a weekend", () => {
    const done = { status: "done", actualStart: day("2026-03-07"), actualFinish: day("2026-03-08") } as const
    const items = [item("a", 30), item("b", 9, { ...done, startNoEarlierThan: on(9) }), item("c", 1)]
    const plan = planned(network({ items, links: ["a FS b", "b FS c"] }), { ...today, statusDate: on(0) })
    expect(plan.items.get("b")).toEqual({ start: "2026-03-07", finish: "2026-03-08" })
    expect(numbered(plan.items.get("c"))).toEqual([5, 5])
  })
  test("without a reported start lay its duration before its finish", () => {
    expect(lies({ status: "done", actualFinish: on(7) })).toEqual([4, 7])
  })
  test("without a reported finish took its duration, or until today", () => {
    expect(lies({ status: "done", actualStart: on(1) })).toEqual([1, 4])
    expect(lies({ status: "done", actualStart: on(9) })).toEqual([9, 10])
  })
  test("without any date lay where its links allowed, finished by today", () => {
    expect(lies({ status: "done" })).toEqual([0, 3])
    expect(lies({ status: "done" }, 30)?.[1]).toBe(10)
  })
  test("with its dates the wrong way round lies on its finish", () => {
    expect(lies({ status: "done", actualStart: on(6), actualFinish: on(4) })).toEqual([4, 4])
  })
})
