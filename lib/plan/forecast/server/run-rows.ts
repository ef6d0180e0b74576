import { fromDayColumn } from "@/lib/base/db/day-column"
import type { ForecastGate, ForecastRun } from "@/lib/base/db/generated/client"
import type { GateView } from "@/lib/plan/roadmap/views"
import { arePercentagesSaid, chanceOf } from "../chance"
import { ForecastInputs } from "../inputs-shapes"
import { WhatMoved } from "../moved"
import { ForecastResults, type ForecastRunView, type ForecastView } from "../views"

type Row = ForecastRun & { readonly gates: readonly ForecastGate[] }

/** The columns of a run that a list shows; the large ones stay behind. */
export const listedColumns = {
  ...{
    id: true,
    at: true,
    byId: true,
    reason: true,
    statusDay: true,
    seed: true,
    trials: true,
    engine: true,
    inputsHash: true,
  },
  gates: { orderBy: { gateId: "asc" } },
} as const

export function runView(row: Omit<Row, "programmeId" | "inputs" | "results" | "moved">): ForecastRunView {
  const { id, byId, reason, trials, engine } = row
  return {
    ...{ id, at: row.at.toISOString(), byId, reason, statusDay: fromDayColumn(row.statusDay) },
    ...{ seed: String(row.seed), trials, engine, inputsHash: Buffer.from(row.inputsHash).toString("hex") },
    gates: row.gates.map(({ gateId, p10, p50, p80, p90 }) => ({
      ...{ gateId, p10: fromDayColumn(p10), p50: fromDayColumn(p50), p80: fromDayColumn(p80), p90: fromDayColumn(p90) },
    })),
  }
}

/** A run with the chances of the target days as they are now. JSON columns are parsed at this edge. */
export function forecastView(row: Row, gates: readonly Pick<GateView, "id" | "targetDay">[]): ForecastView {
  const results = ForecastResults.parse(row.results)
  return {
    run: runView(row),
    results,
    percentages: arePercentagesSaid(results.confirmedShare),
    moved: row.moved === null ? null : WhatMoved.parse(row.moved),
    targets: gates.flatMap(({ id, targetDay }) => {
      const gate = results.gates.find(({ gateId }) => gateId === id)
      return gate && targetDay ? [{ gateId: id, targetDay, chance: chanceOf(gate, targetDay) }] : []
    }),
  }
}

export const inputsOfRun = (row: Pick<ForecastRun, "inputs">): ForecastInputs => ForecastInputs.parse(row.inputs)
