import { expect, test } from "vitest"
import * as z from "zod"
import { plainDecimal } from "@/lib/base/kernel/plain-decimal"
import { columnsOf, csvOf } from "./csv"

const linesOf = (text: string) => text.replace("\uFEFF", "").split("\r\n").slice(0, -1)

test.each([
  [0.1 + 0.2, "0.3"],
  [1.1 * 3, "3.3"],
  [-0.1 - 0.2, "-0.3"],
  [9_007_199_254_740_991, "9007199254740991"],
  [1e-7, "0.0000001"],
  [-1.25e-9, "-0.00000000125"],
  [1.5e21, "1500000000000000000000"],
  [0, "0"],
  [-20, "-20"],
  [Number.NaN, ""],
])("%d is written %s", (value, text) => {
  expect(plainDecimal(value)).toBe(text)
})

test("a number in a list of a cell is rounded like any other", () => {
  expect(linesOf(csvOf([{ a: [0.1 + 0.2, -2] }]))).toEqual(["a", '"[0.3,-2]"'])
})

test("titles that a spreadsheet would run are marked; numbers and telephone numbers are not", () => {
  const titles = ["+49 30 1234", "-20", "-20% traffic", '=HYPERLINK("x")', "a;=1", "line\n@x"]
  const text = csvOf(titles.map((title) => ({ title })))
  expect(text).toBe(
    '\uFEFFtitle\r\n+49 30 1234\r\n-20\r\n\'-20% traffic\r\n"\'=HYPERLINK(""x"")"\r\n"a;\'=1"\r\n"line\n\'@x"\r\n',
  )
})

test("an empty list has the header that a full one has", () => {
  const output = z.strictObject({ items: z.array(z.strictObject({ id: z.string(), title: z.string() })) })
  expect(linesOf(csvOf([], columnsOf(output)))).toEqual(["id,title"])
  expect(linesOf(csvOf([{ title: "x", id: "1" }], columnsOf(output)))).toEqual(["id,title", "1,x"])
  const either = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("a"), x: z.int() }),
    z.strictObject({ kind: z.literal("b"), y: z.int() }),
  ])
  expect(columnsOf(z.strictObject({ items: z.array(either) }))).toEqual(["kind", "x", "y"])
  expect(columnsOf(z.strictObject({ name: z.string() }))).toEqual(["name"])
})
