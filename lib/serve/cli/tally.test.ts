import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { sumOf, tallyOfPlaywright, tallyOfVitest } from "./tally"

const folder = mkdtempSync(path.join(tmpdir(), "lakeward-tally-"))
afterAll(() => rmSync(folder, { recursive: true }))

const report = (content: unknown) => {
  const file = path.join(folder, "report.json")
  writeFileSync(file, JSON.stringify(content))
  return file
}

describe("the count of tests", () => {
  test("is what the runners report, and their sum", () => {
    const units = tallyOfVitest(report({ numPassedTests: 12, numFailedTests: 1 }), 1)
    const journeys = tallyOfPlaywright(report({ stats: { expected: 3, unexpected: 0, flaky: 0 } }), 0)
    expect(sumOf([units, journeys])).toEqual({ passed: 15, failed: 1 })
  })
  test("knows no success of a run that failed as a whole", () => {
    expect(tallyOfVitest(report({ numPassedTests: 12, numFailedTests: 0 }), 1)).toEqual({ passed: 12, failed: 1 })
    expect(tallyOfVitest(path.join(folder, "nothing.json"), 1)).toEqual({ passed: 0, failed: 1 })
  })
  test("takes a test that needed a second try for a failed one", () => {
    const stats = { expected: 3, unexpected: 1, flaky: 2 }
    expect(tallyOfPlaywright(report({ stats }), 1)).toEqual({ passed: 3, failed: 3 })
  })
})
