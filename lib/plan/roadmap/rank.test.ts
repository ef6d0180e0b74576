import fc from "fast-check"
import { expect, test } from "vitest"
import { firstRanks, rankBetween } from "./rank"

test("a row put anywhere, again and again, keeps the order it was put in", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 60 }), (places) => {
      const ranks = [...firstRanks(3)]
      for (const place of places) {
        const at = place % (ranks.length + 1)
        ranks.splice(at, 0, rankBetween(ranks[at - 1] ?? null, ranks[at] ?? null))
      }
      expect([...ranks].sort((a, b) => (a < b ? -1 : 1))).toEqual(ranks)
      expect(new Set(ranks).size).toBe(ranks.length)
    }),
  )
})

test("between two equal ranks there still is a place after them", () => {
  expect(rankBetween("a1", "a1") > "a1").toBe(true)
})
