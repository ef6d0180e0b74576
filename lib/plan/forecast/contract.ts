import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"
import { MOST_TRIALS } from "@/lib/plan/simulation/draws"
import { EstimateShape } from "./inputs-shapes"
import { noForecastRefusals } from "./no-forecast"
import { MOST_SEED } from "./usual"
import { ForecastRunView, ForecastSettings, ForecastView, NoForecast, PreviewView, ScoreView } from "./views"
import { WhatIf } from "./what-if-shape"

export const runForecast = contract({
  name: "runForecast",
  audience: "programme",
  permission: "forecast.run",
  method: "POST",
  path: "/programmes/{programmeId}/forecasts",
  summary: "Run a forecast of the current plan; an unchanged plan keeps its latest forecast",
  input: z.strictObject({}),
  output: ForecastView,
  refusals: noForecastRefusals,
})

export const getForecast = contract({
  name: "getForecast",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/forecast",
  summary: "The latest forecast, and whether the plan has changed since",
  input: z.strictObject({}),
  output: z.strictObject({
    forecast: ForecastView.nullable().meta({ description: "Null before the first run." }),
    outOfDate: z.boolean().meta({ description: "The plan, register, settings or date changed since." }),
    noForecast: NoForecast.nullable().meta({ description: "Why a forecast can't be run now; null when it can." }),
    may: z.strictObject({ run: z.boolean() }),
  }),
  refusals: {},
  etag: "version",
})

export const getForecastRun = contract({
  name: "getForecastRun",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/forecasts/{runId}",
  summary: "One saved forecast",
  input: z.strictObject({ runId: Id }),
  output: ForecastView,
  refusals: { ...notFound },
})

export const listRiskEffects = contract({
  name: "listRiskEffects",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/forecast/risk-effects",
  summary: "By how much each risk would move the finish with its likely delay, and what absorbs the rest",
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        riskId: Id,
        gateId: Id.meta({ description: "The last gate, the finish of the plan." }),
        delayDays: z.number(),
        movesDays: z.number().meta({ description: "Working days, with all else as long as is likely." }),
        absorbedBy: z.enum(["nothing", "slack", "aside", "no-work"]),
      }),
    ),
  }),
  refusals: {},
  etag: "version",
})

export const listForecasts = contract({
  name: "listForecasts",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/forecasts",
  summary: "All forecasts, newest first, and their accuracy for passed gates",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(ForecastRunView), score: ScoreView }),
  refusals: {},
  etag: "version",
})

export const getForecastSettings = contract({
  name: "getForecastSettings",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/forecast-settings",
  summary: "The programme's forecast settings",
  input: z.strictObject({}),
  output: ForecastSettings,
  refusals: {},
  etag: "version",
})

export const changeForecastSettings = contract({
  name: "changeForecastSettings",
  audience: "programme",
  permission: "forecast.run",
  method: "PATCH",
  path: "/programmes/{programmeId}/forecast-settings",
  summary: "Change the programme's forecast settings",
  input: z.strictObject({
    version: z.int().min(0),
    shape: EstimateShape.optional(),
    correlation: z
      .number()
      .min(0, "Enter a correlation between 0 and 1.")
      .max(1, "Enter a correlation between 0 and 1.")
      .optional(),
    trials: z
      .int()
      .min(100, "Use at least 100 trials.")
      .max(MOST_TRIALS, "Use at most 2,147,483,647 trials.")
      .optional(),
    seed: z
      .int("Enter a whole number.")
      .min(0, "Enter a seed of 0 or more.")
      .max(MOST_SEED, "Enter a seed of at most 4,294,967,295.")
      .nullable()
      .optional(),
    automatic: z.boolean().optional(),
  }),
  output: ForecastSettings,
  refusals: { ...changedMeanwhile },
})

/** What a preview of a change may be refused with. */
export const whatIfRefusals = {
  ...noForecastRefusals,
  "no-such-part": {
    status: 422,
    sentence: "Something this changes was removed from the programme. Refresh and try again.",
  },
} as const

export const previewForecast = contract({
  name: "previewForecast",
  audience: "programme",
  permission: "programme.read",
  method: "POST",
  path: "/programmes/{programmeId}/forecast-previews",
  summary: "Preview a change's effect on each gate's forecast; nothing is saved",
  input: WhatIf,
  output: PreviewView,
  refusals: whatIfRefusals,
})
