import { ok, type Result } from "@/lib/base/kernel/result"
import { simulateInThreads } from "@/lib/plan/simulation/server/simulate-in-threads"
import type { ForecastInputs } from "../inputs-shapes"
import { modelOf } from "../network"
import { countedOf, type Tried, together } from "../tried"
import type { NoForecast } from "../views"

/** What a run is made with; a forecast made by another engine may differ for the same inputs. */
export const ENGINE = "lakeward-3"

/** The number of threads changes how long it takes and nothing else. */
export type Draws = {
  readonly seed: number
  readonly trials: number
  readonly threads?: number
  /** 0 leaves out what drives the finish, where only dates are asked for. */
  readonly watched?: 0
  /** False leaves out how items correlate with the finish. */
  readonly ranked?: false
}

/** So many trials are kept one by one before they are counted; a multiple of what a kernel takes at once. */
const ROUND = 2 ** 20

/** Simulates a snapshot, or says why there is no forecast of it. */
export async function tryOut(inputs: ForecastInputs, draws: Draws): Promise<Result<Tried, NoForecast>> {
  const model = modelOf(inputs)
  if (!model.ok) return model
  const round = async (from: number) => {
    const trials = Math.min(ROUND, draws.trials - from)
    return countedOf(model.value, await simulateInThreads(model.value, { ...draws, from, trials }))
  }
  let tried = await round(0)
  for (let from = ROUND; from < draws.trials; from += ROUND) tried = together(tried, await round(from))
  return ok(tried)
}
