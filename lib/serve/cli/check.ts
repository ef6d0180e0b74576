import { command } from "./command"
import { ensureGenerated } from "./generate"
import { formatAndLint, measureAll, types, units } from "./quality"
import { sumOf } from "./tally"

export const check = command({
  usage: [],
  options: {},
  run: async () => {
    await ensureGenerated()
    const { passed, failed } = sumOf(await measureAll([formatAndLint, types, units]))
    console.info(`${passed} passed, ${failed} failed`)
    return failed > 0 ? 1 : 0
  },
})
