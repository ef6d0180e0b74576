import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { CsvFault, CsvRows, csvCaps } from "./csv-rows"

/** Reads a text in pieces of a length. */
function read(text: string, length = text.length || 1) {
  const rows = new CsvRows()
  const found = []
  for (let at = 0; at < text.length; at += length) found.push(...rows.push(text.slice(at, at + length)))
  return [...found, ...rows.end()]
}
const cells = (text: string) => read(text).map((row) => row.cells)

describe("CSV", () => {
  test("has quotes, quotes in quotes, and lines in cells, each row with the line in which it begins", () => {
    expect(read('a,b\r\n"x, ""y""","two\nlines"\n\nlast,\n')).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ['x, "y"', "two\nlines"] },
      { line: 5, cells: ["last", ""] },
    ])
  })
  test("is separated by whatever its first line is separated by, and may begin with a mark of its order of bytes", () => {
    expect(cells("\uFEFFa;b\n1,5;2")).toEqual([
      ["a", "b"],
      ["1,5", "2"],
    ])
    expect(cells("a\tb\n1\t2")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ])
  })
  test("says in a first line by what it is separated, and the lines are counted with it", () => {
    expect(read("sep=;\r\na,1;b\r\n1;2\r\n")).toEqual([
      { line: 2, cells: ["a,1", "b"] },
      { line: 3, cells: ["1", "2"] },
    ])
  })
  test("ends its lines in any of the three ways, also where a piece ends between CR and LF", () => {
    for (const end of ["\n", "\r\n", "\r"])
      for (const length of [1, 2, 3, 100])
        expect(read(["a,b", "1,2", "", "3,4", ""].join(end), length).map(({ line }) => line)).toEqual([1, 2, 4])
  })
  test("has no row where there is nothing but separators, quotes and blanks", () => {
    expect(cells('a,b\n,\n" ",\n\n1,\n')).toEqual([
      ["a", "b"],
      ["1", ""],
    ])
  })
  test("may hold a cell of any length within a row's cap", () => {
    const long = "x".repeat(100_000)
    expect(read(`a,b\n1,"${long}"\n`, 1_000)[1]?.cells).toEqual(["1", long])
  })
  test("never computes: a formula is its characters", () => {
    expect(cells('a\n=1+1\n"=HYPERLINK(""x"")"')).toEqual([["a"], ["=1+1"], ['=HYPERLINK("x")']])
  })
  test("with a quote that never ends, and beyond the caps, is refused with its line", () => {
    expect(() => read('a\n"open\nand on')).toThrow(CsvFault)
    expect(() => read(`a\n"${"x".repeat(csvCaps.record + 1)}`, 1_000_000)).toThrow(/longer than/)
    expect(() => read(`a\n${",".repeat(csvCaps.cells + 1)}`)).toThrow(/more than 400 cells/)
    expect(() => read('a\n"b" c')).toThrow(/after a closing/)
  })
  test("says the same in whatever pieces it comes", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "é", " "), maxLength: 6 })
    const written = (rows: string[][]) =>
      rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(",")).join("\n")
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 7 }),
        (rows, length) => {
          const text = written(rows)
          const filled = rows.filter((row) => row.some((each) => each.trim() !== ""))
          expect(read(text, length).map((row) => row.cells)).toEqual(filled)
        },
      ),
    )
  })
})
