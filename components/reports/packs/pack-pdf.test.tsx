// @vitest-environment node
import { PDFDocument } from "pdf-lib"
import { expect, test } from "vitest"
import type { PackContent } from "@/lib/reports/pack-contract"
import { lettersOn, printFonts } from "@/tests/support/pdf-letters"
import { packPdf, wrapped } from "./pack-pdf"

const letters = { widthOf: (text: string, size: number) => [...text].length * size }

test("lines lose no letter, whatever is too long", () => {
  const text = `one two ${"x".repeat(97)} three`
  expect(wrapped(text, letters, 10, 100).join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""))
  expect(Math.max(...wrapped(text, letters, 10, 100).map(({ length }) => length))).toBe(10)
  expect(wrapped("", letters, 10, 100)).toEqual([""])
})

const risk = (number: number, response: string) => ({
  ...{ number, kind: "Risk", title: `Entry-${number}-end`, exposure: 1, owner: "Łukasz Żółć", response, dueDay: null },
})
const content = {
  ...{ format: "lakeward-steering-pack-1", number: 3, asOf: "2026-11-30T08:40:00.000Z", today: "2026-11-30" },
  programme: { name: "Ελλάδα & Киев", organisation: "Bank", currency: "EUR" },
  ...{ frozenBy: "Helen", note: "", position: "", answer: "Gate 2 is late.", basis: "P50.", since: ["A.", "B."] },
  rag: { overall: "amber", dimensions: [] },
  ...{ phases: [], stages: [], checklist: [], kpis: [], asks: [], actions: [], changes: [], topRisks: [] },
  risks: Array.from({ length: 40 }, (_, at) => risk(at + 1, at === 7 ? "long ".repeat(600).trim() : "Mitigate")),
} as unknown as PackContent

test("a register of 40 with one text of 3,000 letters keeps every row once, on A4 landscape pages", async () => {
  const { bytes, pages, missing } = await packPdf(content, null, printFonts)
  const read = await PDFDocument.load(bytes)
  expect([read.getPageCount(), missing]).toEqual([pages, []])
  expect(read.getPages().map((page) => [page.getWidth(), page.getHeight()])[1]).toEqual([841.89, 595.28])
  const all = read.getPages().map(lettersOn).join("\n")
  for (let number = 1; number <= 40; number++) expect(all.split(`Entry-${number}-end`).length - 1).toBe(1)
  expect(all.split("long").length - 1).toBe(600)
  for (const text of ["Ελλάδα & Киев", "Łukasz Żółć", `1 of ${pages}`, `${pages} of ${pages}`])
    expect(all).toContain(text)
})
