import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { runTool } from "./run-tool"
import { FAILED, PASSED, type Tally, tallyOfPlaywright, tallyOfVitest } from "./tally"

/** One thing that guards the product, and how it went. */
export type Quality = { readonly name: string; readonly measure: () => Promise<Tally> }

const reports = mkdtempSync(path.join(tmpdir(), "lakeward-reports-"))
process.once("exit", () => rmSync(reports, { recursive: true, force: true }))

const asOne = async (code: Promise<number>): Promise<Tally> => ((await code) === 0 ? PASSED : FAILED)

async function vitest(...projects: readonly string[]): Promise<Tally> {
  const file = path.join(reports, `${projects.join("-")}.json`)
  const chosen = projects.flatMap((project) => ["--project", project])
  const reporting = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`]
  return tallyOfVitest(file, await runTool("vitest", ["run", ...chosen, ...reporting]))
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
  measure: async () => {
    const file = path.join(reports, "journeys.json")
    const environment = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
    const words = ["test", "--reporter=list,json"]
    return tallyOfPlaywright(file, await runTool("@playwright/test", words, environment))
  },
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
