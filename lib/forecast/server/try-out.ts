import { ok, type Result } from "@/lib/kernel/result"
import type { SimulationModel } from "@/lib/simulation/model"
import { simulateInThreads } from "@/lib/simulation/server/simulate-in-threads"
import type { SimulationResult } from "@/lib/simulation/simulate"
import type { ForecastInputs } from "../inputs-shapes"
import { modelOf } from "../network"
import type { NoForecast } from "../views"

/** What a run is made with; a forecast made by another engine may differ for the same inputs. */
export const ENGINE = "lakeward-1"

/** The number of threads changes how long it takes and nothing else. */
export type Draws = {
  readonly seed: number
  readonly trials: number
  readonly threads?: number
  /** 0 leaves out what drives the finish, where only dates are asked for. */
  readonly watched?: 0
}
export type Tried = { readonly model: SimulationModel; readonly result: SimulationResult }

/** Simulates a snapshot, or says why there is no forecast of it. */
export async function tryOut(inputs: ForecastInputs, draws: Draws): Promise<Result<Tried, NoForecast>> {
  const model = modelOf(inputs)
  if (!model.ok) return model
  return ok({ model: model.value, result: await simulateInThreads(model.value, draws) })
}
