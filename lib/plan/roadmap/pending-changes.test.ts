import { describe, expect, test } from "vitest"
import { idsUnderWay, type PendingChange, stillNeeded, withChanges } from "./pending-changes"
import { item } from "./test-roadmap"
import type { WorkItemView } from "./work-item-shapes"

const a = item("a", { version: 3, percent: 10 })
const b = item("b", { version: 1 })
const to = (percent: number) => (each: WorkItemView) => ({ ...each, percent, version: each.version + 1 })
const edit: PendingChange = { key: "1", ids: ["a"], revise: to(40) }
const settled: PendingChange = { ...edit, settled: { seq: 12, items: [{ ...a, percent: 40, version: 4 }] } }

describe("changes under way", () => {
  test("show at once, and touch nothing else", () => {
    const [first, second] = withChanges([a, b], [edit])
    expect(first).toMatchObject({ percent: 40, version: 4 })
    expect(second).toBe(b)
    expect([...idsUnderWay([edit, { ...settled, ids: ["b"] }])]).toEqual(["a"])
  })
  test("stay on top of what others changed meanwhile", () => {
    const fresh = { ...a, title: "Renamed", version: 4 }
    expect(withChanges([fresh, b], [edit])[0]).toMatchObject({ title: "Renamed", percent: 40 })
  })
  test("build on each other in the order they were made", () => {
    const second: PendingChange = { key: "2", ids: ["a"], revise: (each) => ({ ...each, percent: each.percent + 5 }) }
    expect(withChanges([a], [settled, second])[0]?.percent).toBe(45)
  })
})

describe("settled changes", () => {
  test("show the server's answer over an older list, and never over a newer one", () => {
    expect(withChanges([a], [settled])[0]).toMatchObject({ percent: 40, version: 4 })
    const newer = { ...a, percent: 90, version: 5 }
    expect(withChanges([newer], [settled])[0]).toBe(newer)
  })
  test("go when the list is as new as they are, and not before", () => {
    expect(stillNeeded([settled], [a], 11)).toEqual([settled])
    expect(stillNeeded([settled], [a], 12)).toEqual([])
    expect(stillNeeded([edit], [a], 99)).toEqual([edit])
  })
  test("without a known length go when the list holds the version they show", () => {
    const seen: PendingChange = { key: "3", ids: ["a"], settled: { seq: null, items: [{ ...a, version: 5 }] } }
    expect(stillNeeded([seen], [a], 99)).toEqual([seen])
    expect(stillNeeded([seen], [{ ...a, version: 5 }], 0)).toEqual([])
    expect(stillNeeded([seen], [b], 0)).toEqual([])
  })
})

test("a new item shows before the server knows it, and once it does, only once", () => {
  const draft = item("draft")
  const made = item("made")
  const adding: PendingChange = { key: "4", ids: ["draft"], added: draft }
  expect(withChanges([a], [adding])).toEqual([a, draft])
  const added: PendingChange = { ...adding, settled: { seq: 13, items: [made] } }
  expect(withChanges([a], [added])).toEqual([a, made])
  expect(withChanges([a, made], [added])).toEqual([a, made])
})
test("a removed item is gone at once", () => {
  expect(withChanges([a, b], [{ key: "5", ids: ["a"], removes: true }])).toEqual([b])
})
