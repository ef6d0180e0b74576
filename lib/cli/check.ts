import { command } from "./command"
import { ensureDatabaseClient } from "./generate"
import { formatAndLint, measureAll, types, units } from "./quality"
import { ensureSimulationKernel } from "./simulation-kernel"
import { sumOf } from "./tally"

export const check = command({
  usage: [],
  options: {},
  run: async () => {
    ensureDatabaseClient()
    await ensureSimulationKernel()
    const { passed, failed } = sumOf(await measureAll([formatAndLint, types, units]))
    console.info(`${passed} passed, ${failed} failed`)
    return failed > 0 ? 1 : 0
  },
})
