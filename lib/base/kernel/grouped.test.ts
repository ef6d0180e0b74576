import fc from "fast-check"
import { expect, test } from "vitest"
import { grouped, groupedText } from "./grouped"

test("numbers are written as the language's own formatter writes them", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.double({ min: -1e9, max: 1e9, noNaN: true })),
      (value) => {
        const places = Number.isInteger(value) ? 0 : 2
        const said = value.toLocaleString("en-GB", { maximumFractionDigits: places })
        // The formatter rounds halves of the shortest decimal, `toFixed` those of the double itself.
        fc.pre(Math.abs(value * 1000 - Math.round(value * 1000)) > 1e-3 || Number.isInteger(value))
        expect(grouped(value, places)).toBe(said.replace(/^-0$/, "0"))
      },
    ),
  )
  expect([0, 999, 1000, -1234567, 12.5, 0.1234, 1e6].map((value) => grouped(value))).toEqual([
    ...["0", "999", "1,000", "-1,234,567", "12.5", "0.123", "1,000,000"],
  ])
})

test("decimal text keeps every digit, also beyond what a number holds", () => {
  expect(groupedText("9007199254740993.123456789012345678")).toBe("9,007,199,254,740,993.123456789012345678")
  expect([groupedText("-33000"), groupedText("999"), groupedText("0.50")]).toEqual(["-33,000", "999", "0.50"])
})
