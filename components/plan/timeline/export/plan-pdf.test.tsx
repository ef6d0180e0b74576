// @vitest-environment node
import { PDFDocument } from "pdf-lib"
import { expect, test } from "vitest"
import type { Sheet, SheetWords } from "@/lib/plan/timeline/sheet"
import { printFonts as files, lettersOn } from "@/tests/support/pdf-letters"
import { planPdf } from "./plan-pdf"

const words = (said: string, x: number, y: number, bold = false): SheetWords => ({
  ...{ text: said, x, y, size: 13, colour: "ink", bold },
})
const sheet = (width: number, height: number, some: readonly SheetWords[]): Sheet => ({
  ...{ width, height, words: some },
  paths: [{ d: "M0 0h100v20h-100z", x: 320, y: 90, fill: "accent" }],
  frame: { title: "Πλάνο Łódź", subtitle: "Plan as of 30 Nov", legend: "Solid: done." },
})
async function printed(plan: Sheet) {
  const pdf = await planPdf(plan, files, "30 Nov 2026")
  const pages = (await PDFDocument.load(pdf.bytes)).getPages()
  return { ...pdf, texts: pages.map(lettersOn) }
}

test("a plan is printed in Latin, Greek and Cyrillic, as text that can be found", async () => {
  const names = ["Zürich – naïve ﬁ", "Αθήνα και Πάτρα", "Київ і Москва", "Český Žďár"]
  const { texts, missing } = await printed(
    sheet(
      900,
      400,
      names.map((name, at) => words(name, 20, 120 + at * 34, at % 2 === 0)),
    ),
  )
  expect(texts.length).toBe(1)
  for (const name of names.slice(1)) expect(texts[0]).toContain(name)
  for (const said of ["Zürich – naïve", "Πλάνο Łódź", "Plan as of 30 Nov", "Solid: done.", "Printed 30 Nov 2026"])
    expect(texts[0]).toContain(said)
  expect(missing.filter((letter) => letter !== "ﬁ")).toEqual([])
})
test("letters of other scripts are said, and never a question mark", async () => {
  const { texts, missing } = await printed(sheet(900, 400, [words("数据 plan 🚀", 20, 120)]))
  expect(missing).toEqual(["数", "据", "🚀"])
  expect(texts[0]).toContain("… plan …")
  expect(texts[0]).not.toContain("?")
  expect(texts[0]).toContain("Letters of other scripts than Latin, Greek and Cyrillic are not printed")
})
test("a large plan comes on pages, each with title, day, number and legend", async () => {
  const names = Array.from({ length: 60 }, (_, at) => words(`Row ${at + 1}.`, 20, 86 + at * 34 + 21))
  const { texts, pages } = await printed(sheet(320 + 2_000, 86 + 34 * 60 + 40, names))
  expect([pages, texts.length]).toEqual([6, 6])
  for (const [at, each] of texts.entries())
    for (const said of ["Πλάνο Łódź", `Printed 30 Nov 2026, page ${at + 1} of 6`, "Solid: done."])
      expect(each).toContain(said)
  for (let row = 1; row <= 60; row++) expect(texts.filter((each) => each.includes(`Row ${row}.`)).length).toBe(2)
})
