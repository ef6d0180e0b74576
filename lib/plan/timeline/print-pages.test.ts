import { describe, expect, test } from "vitest"
import { printPages, wordsIn } from "./print-pages"
import type { Sheet, SheetWords } from "./sheet"

const words = (text: string, x: number, y: number): SheetWords => ({ text, x, y, size: 12, colour: "ink" })
const sheet = (width: number, height: number, more: readonly SheetWords[] = []): Sheet => ({
  ...{ width, height, paths: [], words: more, frame: { title: "", subtitle: "", legend: "" } },
})
const paper = { width: 1_000, height: 600 }

describe("a sheet over pages", () => {
  test("that fits is one page of its own size", () => {
    expect(printPages(sheet(900, 500), paper)).toMatchObject([{ width: 900, height: 500 }])
  })
  test("shows every pixel of the chart once, and names and axis on each page", () => {
    // 320 pixels of names, 86 of head and axis, 40 of foot; rows of 34.
    const pages = printPages(sheet(320 + 1_500, 86 + 34 * 30 + 40), paper)
    const bodies = pages.map(({ pieces }) => pieces[2]?.from)
    expect(bodies.map((body) => [body?.x, body?.width])).toEqual([
      ...[
        [320, 680],
        [1_000, 680],
        [1_680, 140],
      ],
      ...[
        [320, 680],
        [1_000, 680],
        [1_680, 140],
      ],
      ...[
        [320, 680],
        [1_000, 680],
        [1_680, 140],
      ],
    ])
    expect(bodies.map((body) => body?.height)).toEqual([442, 442, 442, 442, 442, 442, 136, 136, 136])
    expect(new Set(bodies.map((body) => (((body?.y ?? 0) - 86) / 34) % 13))).toEqual(new Set([0]))
    for (const { pieces } of pages) {
      const [names, axis, body] = pieces
      expect([names?.from.width, axis?.from.height, names?.from.y, axis?.from.x]).toEqual([
        ...[320, 30, body?.from.y, body?.from.x],
      ])
      for (const { from, x, y } of pieces) {
        expect(x + from.width).toBeLessThanOrEqual(paper.width)
        expect(y + from.height).toBeLessThanOrEqual(paper.height - 40)
      }
    }
  })
  test("has its words where they are, also those that reach in from the left", () => {
    const some = [words("name", 20, 120), words("late", 900, 120), words("next", 1_100, 120), words("below", 20, 700)]
    const large = sheet(2_000, 2_000, some)
    const texts = (x: number, y: number, width: number, height: number) =>
      wordsIn(large, { x, y, width, height }).map(({ text }) => text)
    expect(texts(0, 86, 320, 442)).toEqual(["name"])
    expect(texts(320, 86, 680, 442)).toEqual(["late"])
    expect(texts(1_000, 86, 680, 442)).toEqual(["late", "next"])
    expect(texts(0, 528, 320, 442)).toEqual(["below"])
  })
})
