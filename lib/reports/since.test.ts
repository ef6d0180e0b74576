import { expect, test } from "vitest"
import { sinceOf } from "./since"

const now = new Date("2026-03-02T10:00:00Z")
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const never = { previousAt: null, previousSeq: null }

test("whoever was never here is told of two weeks", () => {
  expect(sinceOf(null, now)).toEqual({ at: new Date("2026-02-16T10:00:00Z"), seq: null, basis: "two-weeks" })
})

test("the first visit does not make itself its own last visit", () => {
  expect(sinceOf({ at: minutesAgo(1), seq: 7, ...never }, now).basis).toBe("two-weeks")
})

test("within half an hour it is still the same visit, so the one before it counts", () => {
  const visited = { at: minutesAgo(29), seq: 9, previousAt: minutesAgo(5000), previousSeq: 4 }
  expect(sinceOf(visited, now)).toEqual({ at: minutesAgo(5000), seq: 4, basis: "last-visit" })
})

test("after half an hour the noted visit is the last one", () => {
  const visited = { at: minutesAgo(30), seq: 9, previousAt: minutesAgo(5000), previousSeq: 4 }
  expect(sinceOf(visited, now)).toEqual({ at: minutesAgo(30), seq: 9, basis: "last-visit" })
})
