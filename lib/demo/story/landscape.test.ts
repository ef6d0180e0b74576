import { expect, test } from "vitest"
import { landscape } from "./landscape"

test("the bank's landscape has 96 items with names of their own, and every feed names one", () => {
  const names = new Set(landscape.map(({ name }) => name))
  expect([landscape.length, names.size]).toEqual([96, 96])
  const feeds = landscape.flatMap(({ feedsNow, feedsThen }) => [...feedsNow, ...feedsThen])
  expect(feeds.filter((name) => !names.has(name))).toEqual([])
  expect(feeds.length).toBeGreaterThan(40)
})
test("nothing is migrated that is not planned", () => {
  const wrong = landscape.filter(({ migrated, count }) => migrated !== null && migrated > (count?.[0] ?? 0))
  expect(wrong.map(({ name }) => name)).toEqual([])
})
