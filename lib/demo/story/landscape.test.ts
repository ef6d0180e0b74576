import { expect, test } from "vitest"
import { loadRelease } from "@/lib/pack/server/releases"
import { landed, landscape } from "./landscape"
import { packRelease } from "./programme"

test("the bank's landscape has 96 items with names of their own, and every feed names one", () => {
  const names = new Set(landscape.map(({ name }) => name))
  expect([landscape.length, names.size]).toEqual([96, 96])
  const feeds = landscape.flatMap(({ feedsNow, feedsThen, replaces }) => [...feedsNow, ...feedsThen, ...replaces])
  expect(feeds.filter((name) => !names.has(name))).toEqual([])
  expect(feeds.length).toBeGreaterThan(40)
})
test("nothing is migrated that is not planned", () => {
  const wrong = landscape.filter(({ migrated, count }) => migrated !== null && migrated > (count?.[0] ?? 0))
  expect(wrong.map(({ name }) => name)).toEqual([])
})
test("lineage shows no more than was said to have moved", () => {
  const more = landscape.filter(({ name, migrated }) => (landed[name]?.[1] ?? 0) > (migrated ?? 0))
  expect(more.map(({ name }) => name)).toEqual([])
  expect(Object.keys(landed).filter((name) => !landscape.some((item) => item.name === name))).toEqual([])
})
test("every component that something becomes is in the catalogue", () => {
  const keys = new Set(loadRelease(packRelease).sections.flatMap(({ components }) => components.map(({ key }) => key)))
  expect(
    landscape
      .filter(({ component }) => component !== null && !keys.has(component))
      .map(({ name, component }) => [name, component]),
  ).toEqual([])
})
