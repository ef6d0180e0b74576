import { expect, test } from "vitest"
import { isHeldAlready, namesTags } from "./entity-tag"

// The comparisons of RFC 9110, 8.8.3.2, in its own table: weak comparison ignores W/ on either side.
test.each([
  ['W/"1"', 'W/"1"', true],
  ['W/"1"', 'W/"2"', false],
  ['W/"1"', '"1"', true],
  ['"1"', '"1"', true],
  ['"1"', 'W/"1"', true],
])("If-None-Match: %s against %s", (asked, tag, held) => {
  expect(isHeldAlready(asked, tag)).toBe(held)
})

test("a list is looked through, however it is spaced, and a comma may stand in a tag", () => {
  expect(isHeldAlready('"a",W/"b" , "c,d"', '"b"')).toBe(true)
  expect(isHeldAlready('"a",W/"b" , "c,d"', 'W/"c,d"')).toBe(true)
  expect(isHeldAlready('"a",W/"b" , "c,d"', '"c"')).toBe(false)
  expect(isHeldAlready("a, b", '"a"')).toBe(false)
})

test("a star stands for anything, no header for nothing", () => {
  expect([isHeldAlready(" * ", '"x"'), namesTags(" * ")]).toEqual([true, false])
  expect(isHeldAlready(null, '"x"')).toBe(false)
  expect(isHeldAlready("", '"x"')).toBe(false)
})
