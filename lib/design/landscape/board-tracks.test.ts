import fc from "fast-check"
import { expect, test } from "vitest"
import { tracksOf } from "./board-tracks"

test("of two that go down, the one that goes further stands left, and its line crosses nothing", () => {
  const [near, far] = [
    { key: "near", from: [0], to: 100 },
    { key: "far", from: [40], to: 200 },
  ]
  expect(tracksOf([near, far])).toEqual(["far", "near"])
})
test("what runs straight needs no track, and the order of lines does not matter", () => {
  const heights = fc.integer({ min: 0, max: 12 }).map((row) => row * 68)
  const bundle = fc.record({ key: fc.uuid(), from: fc.array(heights, { minLength: 1, maxLength: 4 }), to: heights })
  expect(tracksOf([{ key: "a", from: [5, 5], to: 5 }])).toEqual([])
  fc.assert(
    fc.property(fc.uniqueArray(bundle, { selector: ({ key }) => key, maxLength: 8 }), (all) => {
      expect(tracksOf(all.toReversed())).toEqual(tracksOf(all))
    }),
  )
})
