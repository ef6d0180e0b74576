import { describe, expect, test } from "vitest"
import type { Day } from "@/lib/base/kernel/day"
import { bytes, readBytes, sayBytes } from "./size-kinds"

const words = { today: "2027-01-01" as Day, nameOf: () => null, find: () => null }

describe("sizes", () => {
  test.each([
    ["9.8 TB", 9_800_000_000_000],
    ["640GiB", 687_194_767_360],
    ["12 kB", 12_000],
    ["1,5 mb", 1_500_000],
    ["1 KiB", 1_024],
    ["512", 512],
    ["0 B", 0],
  ])("%s is %d bytes", (text, value) => expect(readBytes(text)).toBe(value))
  test.each(["nine TB", "9.8 XB", "", "-3 TB", "9 TB a day", "99999999 EB"])("%s is no size", (text) =>
    expect(readBytes(text)).toBeNull(),
  )
  test.each([
    [9_800_000_000_000, "9.8 TB"],
    [999_960_000_000, "1 TB"],
    [0, "0 B"],
    [532_000, "532 kB"],
  ])("%d is said %s", (value, text) => expect(sayBytes(value)).toBe(text))
  test("what is written is read as the same number", () => {
    for (const value of [0, 1, 999, 1_001, 687_194_767_360, 9_800_000_000_000, 123_456_789_012_345]) {
      const kind = bytes("/day")
      expect(kind.read(kind.write(value, words), words)).toEqual({ value })
    }
  })
})
