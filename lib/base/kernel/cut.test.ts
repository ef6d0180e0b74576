import { expect, test } from "vitest"
import { cut } from "./cut"

test("a text is cut between characters as people see them", () => {
  expect(cut("short", 5)).toBe("short")
  expect(cut("longer", 4)).toBe("long")
  expect(cut(`${"x".repeat(199)}\u{1F680}`, 200)).toBe("x".repeat(199))
  expect(cut(`ab\u{1F468}\u200D\u{1F469}\u200D\u{1F467}`, 6)).toBe("ab")
  expect(cut("cafe\u0301s", 4)).toBe("caf")
  expect(cut("cafe\u0301s", 5)).toBe("cafe\u0301")
  expect(cut("one two", 4)).toBe("one")
  expect(cut("", 0)).toBe("")
})
