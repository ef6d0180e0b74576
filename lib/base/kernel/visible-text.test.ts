import { describe, expect, test } from "vitest"
import { line, paragraph } from "./shapes"
import { escaped, hiddenIn, visible } from "./visible-text"

const one = { lines: false }
const many = { lines: true }

describe("a name or title", () => {
  test.each([
    ["a direction", "pay\u202Eroll", "U+202E"],
    ["an isolate", "a\u2066b", "U+2066"],
    ["a mark of direction", "a\u200Fb", "U+200F"],
    ["a blank without width", "a\u200Bb", "U+200B"],
    ["a joiner in Latin", "pay\u200Droll", "U+200D"],
    ["a joiner between letter and emoji", "a\u200D\u{1F680}", "U+200D"],
    ["a byte order mark inside", "a\uFEFFb", "U+FEFF"],
    ["a soft hyphen", "a\u00ADb", "U+00AD"],
    ["an escape", "a\u001B[31mb", "U+001B"],
    ["a C1 control", "a\u0085b", "U+0085"],
    ["a tab", "a\tb", "U+0009"],
    ["a line separator", "a\u2028b", "U+2028"],
    ["a filler", "a\u3164b", "U+3164"],
    ["a tag", "a\u{E0041}b", "U+E0041"],
  ])("holds no %s", (_, text, named) => {
    expect(hiddenIn(text, one)).toBe(named)
    expect(line(80).safeParse(text).error?.issues[0]?.message).toContain(named)
    expect(hiddenIn(visible(text, one), one)).toBe(null)
    expect(escaped(text)).toMatch(/^[\x20-\x7e\u{1F680}]+$/u)
  })
  test.each([
    "\u{1F469}\u200D\u{1F4BB} Ines",
    "\u2764\uFE0F\u200D\u{1F525}",
    "می\u200Cخواهم",
    "क्\u200Dष",
    "Łódź – São",
    "日本語",
  ])("keeps what is written with it: %s", (text) => {
    expect(hiddenIn(text, one)).toBe(null)
    expect(line(80).parse(text)).toBe(text.normalize("NFC"))
  })
  test("is composed, so that two spellings of one name are one", () => {
    expect(line(80).parse("Jose\u0301")).toBe("Jos\u00E9")
  })
  test("has one line", () => {
    expect(line(80).safeParse("a\nb").error?.issues[0]?.message).toBe("Use a single line.")
  })
})

describe("a text of several lines", () => {
  test("has line breaks and tabs, and nothing else that cannot be seen", () => {
    expect(paragraph(80).parse("a\r\n\tb\rc")).toBe("a\n\tb\nc")
    expect(paragraph(80).safeParse("a\u202Eb").error?.issues[0]?.message).toContain("U+202E")
    expect(visible("a\n\tb\u200B", many)).toBe("a\n\tb")
  })
})
