import { expect, test } from "vitest"
import { instantIn, nameIn, numberIn } from "./cells"

const now = "2026-11-22T10:00:00.000Z"
const instant = (text: string) => {
  const read = instantIn(text, now)
  return read.ok ? read.value : null
}

test("numbers are finite and written plainly; an empty cell is none", () => {
  const values = ["1", "-0.5", "+2", ".5", "1e3", " 7 ", ""].map((text) => numberIn(text))
  expect(values).toEqual([1, -0.5, 2, 0.5, 1000, 7, null].map((value) => ({ ok: true, value })))
  for (const text of ["NaN", "Infinity", "1e999", "1e300", "1,5", "=1", "0x1", "1 000", "%"])
    expect(numberIn(text).ok, text).toBe(false)
})
test("times without a zone are in UTC, and days begin at midnight", () => {
  expect(instant("2026-11-20")).toBe("2026-11-20T00:00:00.000Z")
  expect(instant("2026-11-20 08:30:00.123456")).toBe("2026-11-20T08:30:00.123Z")
  expect(instant("2026-11-20T08:30:00+02:00")).toBe("2026-11-20T06:30:00.000Z")
  expect(instant("2026-11-20 08:30:00 UTC")).toBe("2026-11-20T08:30:00.000Z")
})
test("days that do not exist, lie before the platform or more than a day ahead are refused", () => {
  for (const text of ["2026-02-30", "2026-13-01", "1999-01-01", "2026-11-24", "yesterday", "", "2026-11-20T25:00:00Z"])
    expect(instant(text), text).toBeNull()
  expect(instant("2026-11-23T09:00:00Z")).not.toBeNull()
})
test("names are one line of text and no address of a person", () => {
  expect(nameIn(" retail ")).toEqual({ ok: true, value: "retail" })
  for (const text of ["ana@bank.example", "a\u0000b", "two\nlines", "\ud800", "x".repeat(301)])
    expect(nameIn(text).ok).toBe(false)
})
