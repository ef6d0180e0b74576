import fc from "fast-check"
import { expect, test } from "vitest"
import { calendarDays, clockHours, readDays, readNumber, readPercent, readSpan, readWhole } from "./number-text"

test.each([
  ["10,000", 10_000],
  ["1,234,567", 1_234_567],
  ["1.234.567", 1_234_567],
  ["1,234.5", 1234.5],
  ["1.234,5", 1234.5],
  ["1 200", 1200],
  ["1\u202f200,5", 1200.5],
  ["12'000", 12_000],
  ["12,5", 12.5],
  ["12.5", 12.5],
  ["0,125", 0.125],
  ["0.500", 0.5],
  ["15.625", 15.625],
  ["+5", 5],
  ["\u22125", -5],
  ["-0,5", -0.5],
  ["007", 7],
])("%s is %d", (text, value) => expect(readNumber(text)).toBe(value))

test.each([
  "",
  " ",
  "10.000",
  "1.500",
  "1,00,000",
  "10,00,0",
  "1,2,3",
  "1.2.3",
  "1 20",
  "1,234.5.6",
  "1,234,5",
  "5,",
  ".5",
])('"%s" is refused rather than guessed', (text) => expect(readNumber(text)).toBeNull())
test.each(["ten", "1e3", "0x10", "--1", "1-2", "NaN", "Infinity", "4d", "1 2", "5%"])('"%s" is no number', (text) =>
  expect(readNumber(text)).toBeNull(),
)

test("what is written here is read as what it was", () => {
  const values = fc.oneof(
    fc.integer({ min: -1e12, max: 1e12 }),
    fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }).filter((n) => !String(n).includes("e")),
  )
  fc.assert(
    fc.property(values, (value) => {
      expect(readNumber(String(value))).toBe(value === 0 ? 0 : value)
    }),
  )
})
test("thousands that a language groups are read as it means them", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), fc.constantFrom("en-GB", "fr-FR", "de-CH"), (value, language) => {
      expect(readNumber(value.toLocaleString(language))).toBe(value)
    }),
  )
})

test("whole numbers and percents", () => {
  expect(["10,000", "1.5", "2", "12,5"].map(readWhole)).toEqual([10_000, null, 2, null])
  expect(["40", "40%", "40 %", "12,5 percent", "per cent"].map(readPercent)).toEqual([40, 40, 40, 12.5, null])
})

test.each([
  ["4", 4],
  ["4d", 4],
  ["4 d", 4],
  ["2w", 10],
  ["2 wks", 10],
  ["1 day", 1],
  ["3 days", 3],
  ["1 working day", 1],
  ["1,5 weeks", 7.5],
  ["4h", 0.5],
  ["12 hours", 1.5],
  ["1 month", 20],
  ["2mo.", 40],
  ["1w 2d", 7],
  ["1 week 2 days 4 h", 7.5],
  ["-2d", -2],
  ["1,000 d", 1000],
  ["1 200 d", 1200],
])("%s is %d working days", (text, days) => expect(readDays(text)).toBe(days))

test.each(["", "d", "soon", "4x", "2w 3", "1 2d 3", "10.000d", "4d4", "2 years", "-1w 2d", "4 / 5", "1w-2d"])(
  '"%s" is no duration',
  (text) => expect(readDays(text)).toBeNull(),
)

test("days of the calendar and hours of the clock count otherwise", () => {
  expect(["2w", "1 month", "36h", "90"].map((text) => readSpan(text, calendarDays))).toEqual([14, 30, 1.5, 90])
  expect(["12", "12 h", "1 day", "1w"].map((text) => readSpan(text, clockHours))).toEqual([12, 12, 24, 168])
})
