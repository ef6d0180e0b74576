import fc from "fast-check"
import { expect, test } from "vitest"
import { marked, unmarked } from "./formula-mark"

test.each([
  ["=1+1", "'=1+1"],
  ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
  ["-20% traffic", "'-20% traffic"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", "'\tx"],
  ["\r=x", "'\r'=x"],
  ["\nx", "'\nx"],
  ["\uFF1D1+1", "'\uFF1D1+1"],
  ["\uFF0Bx", "'\uFF0Bx"],
  ["\uFF0Dx", "'\uFF0Dx"],
  ["\uFF20x", "'\uFF20x"],
  ["a;=1", "a;'=1"],
  ['a;"=1"', 'a;"\'=1"'],
  ["a\t=1", "a\t'=1"],
  ["a|@x", "a|'@x"],
  ["first\n=1\nlast", "first\n'=1\nlast"],
  ["first\r\n- point", "first\r\n'- point"],
  ["'=1", "''=1"],
])("%j is kept from running as %j, and comes back", (text, cell) => {
  expect(marked(text)).toBe(cell)
  expect(unmarked(cell)).toBe(text)
})

test.each([
  ...["-20", "+3.5", "-1e5", "-20 %", "+49 30 1234", "+1 (555) 010-9999", "a - b", "x=1", "it's", "'quoted'", "'-20"],
  ...["", "a; - b", "mail@example.org", "1;-2", "{}"],
])("%j stays as it is, out and in", (text) => {
  expect(marked(text)).toBe(text)
  expect(unmarked(text)).toBe(text)
})

test("any text comes back as it was", () => {
  const signs = fc.constantFrom(..."=+-@'\";|\t\r\n,0123 a\uFF1D\uFF0D%")
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 14 }), (letters) => {
      const text = letters.join("")
      expect(unmarked(marked(text))).toBe(text)
      const starts = text.split(/[;|\t\r\n]/).map((part) => part.replace(/^"+/, ""))
      const open = marked(text).split(/[;|\t\r\n]/)
      for (const [at, part] of open.entries())
        if (/^"*[=@\uFF1D\uFF0D]/.test(part)) expect.fail(`${JSON.stringify(starts[at])} would run`)
    }),
    { numRuns: 2_000 },
  )
})
