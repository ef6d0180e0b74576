import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"
import { MOST_TRIALS } from "@/lib/plan/simulation/draws"
import { EstimateShape } from "./inputs-shapes"
import { noForecastRefusals } from "./no-forecast"
import { ForecastRunView, ForecastSettings, ForecastView, NoForecast, PreviewView, ScoreView } from "./views"
import { WhatIf } from "./what-if-shape"

export const runForecast = contract({
  name: "runForecast",
  audience: "programme",
  permission: "forecast.run",
  method: "POST",
  path: "/programmes/{programmeId}/forecasts",
  summary: "Simulate the plan as it stands and keep the forecast; a plan that did not change keeps its newest one",
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
  summary: "The newest forecast that was kept, and whether the plan has changed since",
  input: z.strictObject({}),
  output: z.strictObject({
    forecast: ForecastView.nullable().meta({ description: "Null before the first run." }),
    outOfDate: z.boolean().meta({ description: "The plan, the register, the settings or the day changed since." }),
    noForecast: NoForecast.nullable().meta({ description: "Why it could not be made now; null when it could." }),
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
  summary: "One forecast that was kept",
  input: z.strictObject({ runId: Id }),
  output: ForecastView,
  refusals: { ...notFound },
})

export const listForecasts = contract({
  name: "listForecasts",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/forecasts",
  summary: "All forecasts that were kept, the newest first, and how they did against the gates that have passed",
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
  summary: "How the programme's forecasts are made",
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
  summary: "Change how the programme's forecasts are made",
  input: z.strictObject({
    version: z.int().min(0),
    shape: EstimateShape.optional(),
    correlation: z
      .number()
      .min(0, "A correlation lies between 0 and 1.")
      .max(1, "A correlation lies between 0 and 1.")
      .optional(),
    trials: z
      .int()
      .min(100, "Draw at least 100 trials.")
      .max(MOST_TRIALS, "Trials are numbered by 31 bits, so there are at most 2,147,483,647.")
      .optional(),
  }),
  output: ForecastSettings,
  refusals: { ...changedMeanwhile },
})

const whatIfRefusals = {
  ...noForecastRefusals,
  "no-such-part": {
    status: 422,
    sentence: "Something that this changes is not part of the programme any more; look again.",
  },
} as const

export const previewForecast = contract({
  name: "previewForecast",
  audience: "programme",
  permission: "programme.read",
  method: "POST",
  path: "/programmes/{programmeId}/forecast-previews",
  summary: "What a change would do to the forecast of each gate; nothing is kept",
  input: WhatIf,
  output: PreviewView,
  refusals: whatIfRefusals,
})
