import { describe, expect, test } from "vitest"
import { circleThrough, judgeItem, type Linked, sayCircle } from "./rules"

const linked = (id: string, more: Partial<Linked> = {}): Linked => ({
  ...{ id, name: id.toUpperCase(), parentId: null, feedsAsIsIds: [], feedsToBeIds: [] },
  ...more,
})

describe("circles", () => {
  test("a parent that is a part of its part is refused with the names along the way", () => {
    const items = [linked("a"), linked("b", { parentId: "a" }), linked("c", { parentId: "b" })]
    const circle = circleThrough(items, linked("a", { parentId: "c" }))
    expect(circle).toEqual({ link: "part of", names: ["A", "C", "B"] })
    if (circle)
      expect(sayCircle(circle)).toBe("This would make a circle: A is part of C, C is part of B, B is part of A.")
  })
  test("feeds of today and feeds to come are judged apart", () => {
    const items = [linked("a"), linked("b", { feedsAsIsIds: ["a"] })]
    expect(circleThrough(items, linked("a", { feedsToBeIds: ["b"] }))).toBeNull()
    expect(circleThrough(items, linked("a", { feedsAsIsIds: ["b"] }))).toEqual({ link: "feeds", names: ["A", "B"] })
  })
  test("the shortest circle is told, and an item that feeds itself is one", () => {
    const items = [linked("a"), linked("b", { feedsToBeIds: ["c", "a"] }), linked("c", { feedsToBeIds: ["a"] })]
    expect(circleThrough(items, linked("a", { feedsToBeIds: ["b"] }))?.names).toEqual(["A", "B"])
    expect(circleThrough([linked("a")], linked("a", { feedsToBeIds: ["a"] }))?.names).toEqual(["A"])
  })
  test("a circle elsewhere, diamonds and what was removed do not matter", () => {
    const items = [
      linked("x", { parentId: "y" }),
      linked("y", { parentId: "x" }),
      linked("b", { feedsAsIsIds: ["d"] }),
      linked("c", { feedsAsIsIds: ["d", "gone"] }),
      linked("d"),
    ]
    expect(circleThrough(items, linked("a", { feedsAsIsIds: ["b", "c"], parentId: "x" }))).toBeNull()
  })
  test("agrees with a search of every path on 300 random graphs", () => {
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((seed / 2_147_483_648) * below)
    }
    const found = { yes: 0, no: 0 }
    for (let round = 0; round < 300; round++) {
      const ids = ["a", "b", "c", "d", "e", "f"]
      const items = ids.map((id) => linked(id, { feedsAsIsIds: ids.filter(() => random(8) === 0) }))
      const next = (id: string) => items.find((each) => each.id === id)?.feedsAsIsIds ?? []
      const reaches = (from: string, depth: number): boolean =>
        depth > 0 && next(from).some((each) => each === "a" || reaches(each, depth - 1))
      const [first] = items
      if (!first) throw new Error("no items")
      const circle = circleThrough(items, first)
      expect(circle !== null).toBe(reaches("a", ids.length))
      found[circle ? "yes" : "no"]++
    }
    expect(Math.min(found.yes, found.no)).toBeGreaterThan(30)
  })
})

describe("one item", () => {
  test("never has more migrated than planned", () => {
    expect(judgeItem(null, { planned: 84, migrated: 85 })).toEqual({ ok: false, refusal: "more-than-planned" })
    expect(judgeItem(null, { planned: 84, migrated: 84 }).ok).toBe(true)
    expect(judgeItem(null, { migrated: 3 }).ok).toBe(true)
    expect(judgeItem(null, { planned: null, migrated: 3 }).ok).toBe(true)
  })
})
