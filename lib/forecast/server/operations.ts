import { answer, type Operation, serve } from "@/lib/audit/server/serve"
import * as promised from "../contract"
import { findForecast, findRun, findRuns } from "./queries"
import { makeForecast } from "./run"
import { editSettings, findSettings } from "./settings"

export const forecastOperations: readonly Operation[] = [
  serve(promised.runForecast, "forecast.run", makeForecast),
  answer(promised.getForecast, "programme.read", findForecast),
  answer(promised.getForecastRun, "programme.read", findRun),
  answer(promised.listForecasts, "programme.read", findRuns),
  answer(promised.getForecastSettings, "programme.read", findSettings),
  serve(promised.updateForecastSettings, "forecast.run", editSettings),
]
