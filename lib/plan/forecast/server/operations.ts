import { answer, consult, type Operation, serve } from "@/lib/door/server/serve"
import * as promised from "../contract"
import * as scenario from "../scenario-contract"
import { makeTrue } from "./apply"
import { previewWhatIf } from "./preview"
import { findForecast, findRun, findRuns } from "./queries"
import { makeForecast } from "./run"
import { bringBackScenario, compareKept, dropScenario, editScenario, findScenarios, keepScenario } from "./scenarios"
import { editSettings, findSettings } from "./settings"

export const forecastOperations: readonly Operation[] = [
  serve(promised.runForecast, makeForecast),
  answer(promised.getForecast, findForecast),
  answer(promised.getForecastRun, findRun),
  answer(promised.listForecasts, findRuns),
  answer(promised.getForecastSettings, findSettings),
  serve(promised.updateForecastSettings, editSettings),
  consult(promised.previewForecast, previewWhatIf),
  answer(scenario.listScenarios, findScenarios),
  serve(scenario.addScenario, keepScenario),
  serve(scenario.updateScenario, editScenario),
  serve(scenario.removeScenario, dropScenario),
  serve(scenario.restoreScenario, bringBackScenario),
  serve(scenario.applyScenario, makeTrue),
  consult(scenario.compareScenario, compareKept),
]
