import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { runTool } from "./run-tool"
import { FAILED, PASSED, type Tally, tallyOfPlaywright, tallyOfVitest } from "./tally"

/** One thing that guards the product, and how it went. */
export type Quality = { readonly name: string; readonly measure: () => Promise<Tally> }

/** Runs a runner with a file for its report, and counts what the report says. */
async function withReport(
  run: (file: string) => Promise<number>,
  count: (file: string, code: number) => Tally,
): Promise<Tally> {
  const folder = mkdtempSync(path.join(tmpdir(), "lakeward-reports-"))
  const file = path.join(folder, "report.json")
  try {
    return count(file, await run(file))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const asOne = async (code: Promise<number>): Promise<Tally> => ((await code) === 0 ? PASSED : FAILED)

function vitest(...projects: readonly string[]): Promise<Tally> {
  const chosen = projects.flatMap((project) => ["--project", project])
  const reporting = ["--reporter=default", "--reporter=json"]
  return withReport(
    (file) => runTool("vitest", ["run", ...chosen, ...reporting, `--outputFile.json=${file}`]),
    tallyOfVitest,
  )
}

export const formatAndLint: Quality = {
  name: "Format and lint",
  measure: () =>
    asOne(runTool("@biomejs/biome", ["ci", "--error-on-warnings", ...(process.stdout.isTTY ? [] : ["--colors=off"])])),
}

export const types: Quality = {
  name: "Types",
  measure: async () => {
    const generated = await runTool("next", ["typegen"])
    return generated === 0 ? asOne(runTool("typescript", ["--noEmit", "-p", "."])) : FAILED
  },
}

export const units: Quality = { name: "Units, components, architecture", measure: () => vitest("unit", "component") }

export const integration: Quality = { name: "Integration", measure: () => vitest("integration") }

/** In a browser, on the built product. */
export const journeys = (browser: string): Quality => ({
  name: "Journeys",
  measure: () =>
    withReport((file) => {
      const environment = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
      return runTool("@playwright/test", ["test", "--reporter=list,json"], environment)
    }, tallyOfPlaywright),
})

/** Measures one after the other and goes on after a failure, so that the sum says everything. */
export async function measureAll(qualities: readonly Quality[]): Promise<readonly Tally[]> {
  const tallies: Tally[] = []
  for (const { name, measure } of qualities) {
    console.info(`\n== ${name}`)
    const started = performance.now()
    const tally = await measure()
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.info(
      `== ${name}: ${tally.failed > 0 ? `${tally.failed} failed, ` : ""}${tally.passed} passed (${seconds} s)`,
    )
    tallies.push(tally)
  }
  return tallies
}
