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
  serve(promised.runForecast, "forecast.run", makeForecast),
  answer(promised.getForecast, "programme.read", findForecast),
  answer(promised.getForecastRun, "programme.read", findRun),
  answer(promised.listForecasts, "programme.read", findRuns),
  answer(promised.getForecastSettings, "programme.read", findSettings),
  serve(promised.updateForecastSettings, "forecast.run", editSettings),
  consult(promised.previewForecast, "programme.read", previewWhatIf),
  answer(scenario.listScenarios, "programme.read", findScenarios),
  serve(scenario.addScenario, "forecast.run", keepScenario),
  serve(scenario.updateScenario, "forecast.run", editScenario),
  serve(scenario.removeScenario, "forecast.run", dropScenario),
  serve(scenario.restoreScenario, "forecast.run", bringBackScenario),
  serve(scenario.applyScenario, "plan.edit", makeTrue),
  consult(scenario.compareScenario, "programme.read", compareKept),
]
