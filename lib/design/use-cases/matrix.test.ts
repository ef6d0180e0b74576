import fc from "fast-check"
import { expect, test } from "vitest"
import { atRange, overlaps, placeDots, RADIUS, rangeOf } from "./matrix"

const frame = { width: 400, height: 340 }
const words = [{ x: 6, y: 4, width: 70, height: 16 }]
const dots = fc.uniqueArray(
  fc.record({
    key: fc.uuid(),
    label: fc.stringMatching(/^[A-Za-z ]{3,24}$/),
    figures: fc.record({
      value: fc.double({ min: 1, max: 5, noNaN: true }),
      effort: fc.double({ min: 1, max: 5, noNaN: true }),
    }),
  }),
  { maxLength: 25, selector: ({ key }) => key },
)

test("no name covers a dot, a name or a region's word, and all stand inside", () => {
  fc.assert(
    fc.property(dots, (all) => {
      const ranges = {
        effort: rangeOf(
          all.map(({ figures }) => figures.effort),
          2.75,
        ),
        value: rangeOf(
          all.map(({ figures }) => figures.value),
          3,
        ),
      }
      const placed = placeDots(all, frame, ranges, words)
      const texts = placed.flatMap(({ text }) => text ?? [])
      const marks = placed.map(({ x, y }) => ({ x: x - RADIUS, y: y - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS }))
      for (const [at, text] of texts.entries()) {
        expect([...words, ...marks, ...texts.slice(at + 1)].some((box) => overlaps(box, text))).toBe(false)
        expect(
          text.x >= 0 && text.x + text.width <= frame.width && text.y >= 0 && text.y + text.height <= frame.height,
        ).toBe(true)
      }
      expect(placed.map(({ key }) => key)).toEqual(all.map(({ key }) => key))
    }),
  )
})
test("a dot stands where its figures say, and one alone always has its name", () => {
  const ranges = { effort: { from: 1, to: 5 }, value: { from: 1, to: 5 } }
  const [dot] = placeDots(
    [{ key: "a", label: "Fraud signals", figures: { value: 4, effort: 2 } }],
    frame,
    ranges,
    words,
  )
  expect(dot).toMatchObject({ x: 100, y: 85, leads: false })
  expect(dot?.text).not.toBeNull()
  expect(atRange({ from: 1, to: 5 }, 3)).toBe(0.5)
})
