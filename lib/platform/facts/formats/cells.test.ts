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
test("days that do not exist, lie before the platform or have not begun anywhere are refused", () => {
  for (const text of ["2026-02-30", "2026-13-01", "1999-01-01", "2026-11-24", "yesterday", "", "2026-11-20T25:00:00Z"])
    expect(instant(text), text).toBeNull()
})
test("an instant is at most five minutes ahead, and a day alone never ahead of the present", () => {
  expect(instant("2026-11-22T10:05:00Z")).toBe("2026-11-22T10:05:00.000Z")
  expect(instant("2026-11-22T10:05:00.001Z")).toBeNull()
  expect(instant("2026-11-23")).toBe(now)
  expect(instantIn("2026-11-23", "2026-11-22T09:59:59.000Z").ok).toBe(false)
})
test("a count is never a thousand to some and one to others, and only a share is written in per cent", () => {
  for (const text of ["1.000", "12.345", "-1.000"]) expect(numberIn(text, "whole").ok, text).toBe(false)
  expect(["1000", "1.0", "1.2E7", "0.0"].map((text) => numberIn(text, "whole"))).toEqual(
    [1000, 1, 12_000_000, 0].map((value) => ({ ok: true, value })),
  )
  expect(["97%", "97.3 %", "0.5"].map((text) => numberIn(text, "share"))).toEqual(
    [0.97, 0.973, 0.5].map((value) => ({ ok: true, value })),
  )
  expect(numberIn("97%").ok || numberIn("97%", "whole").ok).toBe(false)
})
test("a storage path is no address of a person, and a person in one is", () => {
  expect(nameIn("abfss://raw@lake.dfs.core.windows.net/orders").ok).toBe(true)
  expect(nameIn("abfss://raw@lake.dfs.core.windows.net/ana@bank.example").ok).toBe(false)
})
test("names are one line of text and no address of a person", () => {
  expect(nameIn(" retail ")).toEqual({ ok: true, value: "retail" })
  for (const text of ["ana@bank.example", "a\u0000b", "two\nlines", "\ud800", "x".repeat(301)])
    expect(nameIn(text).ok).toBe(false)
})
