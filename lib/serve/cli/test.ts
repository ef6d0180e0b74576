import { findBrowser } from "./browser"
import { build, isBuilt } from "./build"
import { command } from "./command"
import { ensureGenerated } from "./generate"
import { formatAndLint, integration, journeys, measureAll, type Quality, types, units } from "./quality"
import { FAILED, PASSED, sumOf } from "./tally"

export const test = command({
  usage: [],
  options: {},
  run: async () => {
    await ensureGenerated()
    const inner = await measureAll([formatAndLint, types, units, pages, integration])
    const outer = isBuilt() ? await inBrowser() : [FAILED]
    const { passed, failed } = sumOf([...inner, ...outer])
    console.info(`${passed} passed, ${failed} failed`)
    return failed > 0 ? 1 : 0
  },
})

const pages: Quality = {
  name: "Pages",
  measure: async () => {
    try {
      if (!isBuilt()) await build()
      return PASSED
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
      return FAILED
    }
  },
}

async function inBrowser() {
  const browser = await findBrowser()
  if (browser) return measureAll([journeys(browser)])
  console.error(
    "There is no browser for the journeys, and none could be installed. Set CHROMIUM_PATH to a Chromium or Chrome.",
  )
  return [FAILED]
}
