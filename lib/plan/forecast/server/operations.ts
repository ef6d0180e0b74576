import { knowRecords } from "@/lib/door/server/known-records"
import { answer, dryRun, type Operation, serve } from "@/lib/door/server/serve"
import * as contracts from "../contract"
import * as scenario from "../scenario-contract"
import * as apply from "./apply"
import * as preview from "./preview"
import { findForecast, findRiskEffects, findRun, findRuns } from "./queries"
import * as run from "./run"
import * as scenarios from "./scenarios"
import { findScenarios } from "./scenarios"
import * as settings from "./settings"
import { findSettings } from "./settings"

knowRecords({ type: "scenario", table: "scenario", title: "name", removable: true })

export const forecastOperations: readonly Operation[] = [
  serve(contracts.runForecast, run.runForecast),
  answer(contracts.getForecast, findForecast),
  answer(contracts.getForecastRun, findRun),
  answer(contracts.listForecasts, findRuns),
  answer(contracts.listRiskEffects, findRiskEffects),
  answer(contracts.getForecastSettings, findSettings),
  serve(contracts.changeForecastSettings, settings.changeForecastSettings),
  dryRun(contracts.previewForecast, preview.previewForecast),
  answer(scenario.listScenarios, findScenarios),
  serve(scenario.addScenario, scenarios.addScenario),
  serve(scenario.changeScenario, scenarios.changeScenario),
  serve(scenario.removeScenario, scenarios.removeScenario),
  serve(scenario.restoreScenario, scenarios.restoreScenario),
  serve(scenario.applyScenario, apply.applyScenario),
  dryRun(scenario.compareScenario, scenarios.compareScenario),
]
