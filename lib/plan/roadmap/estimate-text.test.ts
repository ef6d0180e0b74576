import fc from "fast-check"
import { expect, test } from "vitest"
import { estimateText, readEstimate } from "./estimate-text"

const none = { optimistic: null, likely: null, pessimistic: null }

test("an estimate is read as one number or as three", () => {
  expect(readEstimate("2 / 4 / 8", none)).toMatchObject({ value: { optimistic: 2, likely: 4, pessimistic: 8 } })
  expect(readEstimate("4 d", none)).toMatchObject({ value: { optimistic: 4, likely: 4, pessimistic: 4 } })
  expect(readEstimate("0,5", none)).toMatchObject({ value: { likely: 0.5 } })
  expect(readEstimate("1 day / 1w / 2w", none)).toMatchObject({
    value: { optimistic: 1, likely: 5, pessimistic: 10 },
  })
  expect(readEstimate("1,000", none)).toMatchObject({ value: { likely: 1000 } })
  expect(readEstimate(" ", none)).toEqual({ ok: true, value: null })
})
test("a likely duration alone keeps the other two where they allow it", () => {
  const known = { optimistic: 3, likely: 5, pessimistic: 15 }
  expect(readEstimate("8", known)).toMatchObject({ value: { optimistic: 3, likely: 8, pessimistic: 15 } })
  expect(readEstimate("2", known)).toMatchObject({ value: { optimistic: 2, likely: 2, pessimistic: 15 } })
  expect(readEstimate("20", known)).toMatchObject({ value: { optimistic: 3, likely: 20, pessimistic: 20 } })
})
test("what is no estimate is refused with a sentence", () => {
  for (const text of ["soon", "1 / 2", "8 / 4 / 2", "-1", "1//2", "10.000", "4x", "1 2"]) {
    const read = readEstimate(text, none)
    expect(read.ok ? text : read.refusal).toMatch(/\.$/)
  }
})
test("a milestone is estimated as nothing", () => {
  expect(readEstimate("0", none)).toEqual({ ok: true, value: { optimistic: 0, likely: 0, pessimistic: 0 } })
})
test("an estimate survives being written and read again", () => {
  const days = fc.integer({ min: 1, max: 400 }).map((halves) => halves / 2)
  fc.assert(
    fc.property(days, days, days, (...three) => {
      const [optimistic = 1, likely = 1, pessimistic = 1] = three.toSorted((a, b) => a - b)
      const estimate = { optimistic, likely, pessimistic }
      expect(readEstimate(estimateText(estimate), none)).toEqual({ ok: true, value: estimate })
    }),
  )
})
