import * as z from "zod"
import { Day, Id } from "@/lib/base/kernel/shapes"
import { EstimateShape } from "./inputs-shapes"
import { WhatMoved } from "./moved"
import { PercentileDays } from "./percentile"

const share = z.number().min(0).max(1)
const instant = z.iso.datetime({ offset: true })

/** How one gate stands in a run. */
export const GateForecast = z
  .strictObject({
    gateId: Id,
    ...PercentileDays.shape,
    histogram: z
      .array(z.strictObject({ day: Day, count: z.int() }))
      .meta({ description: "Trials in which the gate was reached on each day; days with none are omitted." }),
  })
  .meta({ id: "GateForecast" })
export type GateForecast = z.output<typeof GateForecast>

/** How much an item decides the finish. */
export const ItemForecast = z
  .strictObject({
    id: Id,
    criticality: share.meta({ description: "The share of trials in which it lay on the longest path to the finish." }),
    correlation: z.number().nullable().meta({
      description: "Spearman's rank correlation of its duration with the finish; null when it does not vary.",
    }),
  })
  .meta({ id: "ItemForecast" })
export type ItemForecast = z.output<typeof ItemForecast>

/** When an unfinished part of the plan ends in eight and in nine of ten trials. */
export const PartTail = z
  .strictObject({ part: z.enum(["item", "workstream"]), id: Id, p80: Day, p90: Day })
  .meta({ id: "PartTail" })
export type PartTail = z.output<typeof PartTail>

/** What a simulation says of a plan, without who ran it when. */
export const ForecastResults = z
  .strictObject({
    gates: z.array(GateForecast).meta({ description: "Gates that no work leads to are left out." }),
    gatesWithoutWork: z.array(Id).default([]).meta({
      description:
        "Gates that no work leads to, by links or as the work of their phase: nothing can be forecast of them.",
    }),
    finishGateId: Id.nullable().meta({ description: "The gate whose day is the finish of the plan: the last one." }),
    items: z.array(ItemForecast).meta({ description: "Unfinished work, the strongest drivers first." }),
    tails: z.array(PartTail).default([]).meta({ description: "Of unfinished work; drawn behind its bars." }),
    confirmedShare: share.nullable().meta({
      description: "Share of the remaining critical work whose estimate someone confirmed; null without any.",
    }),
  })
  .meta({ id: "ForecastResults" })
export type ForecastResults = z.output<typeof ForecastResults>

/** A run as it is listed. */
export const ForecastRunView = z
  .strictObject({
    id: Id,
    at: instant,
    byId: Id.nullable().meta({ description: "Null when the product ran it by itself." }),
    reason: z.string().nullable().meta({ description: "Why it ran by itself; null when someone ran it." }),
    statusDay: Day,
    seed: z.string().meta({ description: "A whole number as text." }),
    trials: z.int(),
    engine: z.string(),
    inputsHash: z.string().meta({ description: "SHA-256 of the canonical inputs, in hex." }),
    gates: z.array(z.strictObject({ gateId: Id, ...PercentileDays.shape })),
  })
  .meta({ id: "ForecastRun" })
export type ForecastRunView = z.output<typeof ForecastRunView>

/** A run with all that it said. */
export const ForecastView = z
  .strictObject({
    run: ForecastRunView,
    results: ForecastResults,
    percentages: z.boolean().meta({
      description: "False while less than half of the remaining critical work is confirmed: then show a range only.",
    }),
    moved: WhatMoved.nullable().meta({ description: "Null for the first run." }),
    targets: z.array(
      z.strictObject({
        gateId: Id,
        targetDay: Day,
        chance: share.meta({ description: "Of reaching the gate by its target day of now." }),
      }),
    ),
  })
  .meta({ id: "Forecast" })
export type ForecastView = z.output<typeof ForecastView>

/** Why there is no forecast: as for the planned dates. */
export const NoForecast = z.enum(["cycle", "beyond-calendar", "no-working-weekday", "nothing-to-forecast"])
export type NoForecast = z.output<typeof NoForecast>

const Scored = z.strictObject({
  ...{ runId: Id, gateId: Id, madeOn: Day, passedOn: Day, daysAhead: z.int() },
  ...PercentileDays.shape,
  daysAfter: z.strictObject({ p10: z.int(), p50: z.int(), p80: z.int(), p90: z.int() }),
})
export const ScoreView = z
  .strictObject({
    scored: z.array(Scored),
    cameTrue: z.array(z.strictObject({ name: z.enum(["p10", "p50", "p80", "p90"]), promised: share, times: z.int() })),
    of: z.int(),
    meanErrorDays: z
      .number()
      .nullable()
      .meta({ description: "Passed less P50, calendar days; positive: too hopeful." }),
    sentence: z.string().nullable(),
  })
  .meta({ id: "ForecastScore" })

export const ForecastSettings = z
  .strictObject({
    shape: EstimateShape,
    correlation: share.meta({ description: "Rank correlation of the estimates within a workstream." }),
    trials: z.int(),
    seed: z.int().nullable().meta({ description: "What the draws begin with; null takes the programme's own." }),
    automatic: z.boolean().meta({ description: "Whether a changed plan is forecast by itself within minutes." }),
    version: z.int().meta({ description: "0 while they are the defaults." }),
    may: z.strictObject({ edit: z.boolean() }),
  })
  .meta({ id: "ForecastSettings" })
export type ForecastSettings = z.output<typeof ForecastSettings>

/** One gate now and as it would be. */
const GateShift = z
  .strictObject({
    gateId: Id,
    now: PercentileDays,
    would: PercentileDays,
    days: z.int().meta({ description: "Calendar days that P80 moves; positive is later." }),
  })
  .meta({ id: "GateShift" })
export type GateShift = z.output<typeof GateShift>

export const PreviewView = z
  .strictObject({
    trials: z.int(),
    gates: z.array(GateShift),
    percentages: z.boolean(),
    startsFrom: z.enum(["kept-forecast", "plan-of-now"]).meta({
      description:
        "Where `now` comes from: the latest forecast while it is up to date, else a short simulation of the plan as it stands.",
    }),
  })
  .meta({ id: "ForecastPreview" })
export type PreviewView = z.output<typeof PreviewView>
