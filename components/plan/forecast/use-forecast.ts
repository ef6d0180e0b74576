"use client"

import { useMemo } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import type { Work } from "@/components/plan/roadmap/use-work"
import type { Day } from "@/lib/base/kernel/day"
import type { ForecastView } from "@/lib/plan/forecast/views"
import { registerAddresses } from "@/lib/plan/risks/register"
import { endNames } from "@/lib/plan/roadmap/links-of"
import type { GateView } from "@/lib/plan/roadmap/views"
import {
  getForecast,
  getForecastSettings,
  getSchedule,
  listForecasts,
  listRiskEffects,
  listScenarios,
} from "@/lib/serve/api/generated/addresses"

/** Everything that the page reads besides the work itself; lists are empty until they came. */
export function useForecastAnswers(programmeId: string) {
  const newest = useAnswer(getForecast, { programmeId })
  const runs = useAnswer(listForecasts, { programmeId })
  const settings = useAnswer(getForecastSettings, { programmeId })
  const register = useAnswer(registerAddresses.list, { programmeId })
  const scenarios = useAnswer(listScenarios, { programmeId })
  const schedule = useAnswer(getSchedule, { programmeId })
  const effects = useAnswer(listRiskEffects, { programmeId })
  return { newest, runs, settings, register, scenarios, schedule, effects }
}
export type ForecastAnswers = ReturnType<typeof useForecastAnswers>

/** A gate with what the newest forecast says of it. */
export type ForecastGate = {
  readonly gate: GateView
  readonly forecast: ForecastView["results"]["gates"][number]
  readonly chance: number | null
  /** Passed, or all that it waits for is done: nothing is left to forecast. */
  readonly isPassed: boolean
}

/** The gates of a forecast in their order; those that went since are left out. */
export function gatesOf(forecast: ForecastView, gates: readonly GateView[], today: Day): readonly ForecastGate[] {
  const known = new Map(forecast.results.gates.map((each) => [each.gateId, each]))
  return gates
    .toSorted((a, b) => a.number - b.number)
    .flatMap((gate) => {
      const found = known.get(gate.id)
      if (!found) return []
      const chance = forecast.targets.find(({ gateId }) => gateId === gate.id)?.chance ?? null
      const isPassed = gate.passedAt !== null || (found.p10 === found.p90 && found.p90 <= today)
      return [{ gate, forecast: found, chance, isPassed }]
    })
}

/** The gates that are still to be reached. */
export const gatesAhead = (forecast: ForecastView, gates: readonly GateView[], today: Day): readonly GateView[] =>
  gatesOf(forecast, gates, today).flatMap(({ gate, isPassed }) => (isPassed ? [] : [gate]))

/** What a record is called: work, places, links by their ends, risks. */
export function useNames(work: Work, register: ForecastAnswers["register"]["data"]): (id: string) => string | null {
  const { roadmap, items } = work
  return useMemo(() => {
    const names = endNames({ roadmap, items })
    const links = new Map(roadmap.links.map(({ id, from, to }) => [id, `${names.get(from.id)} → ${names.get(to.id)}`]))
    const risks = new Map(register?.items.map(({ id, title }) => [id, title]))
    return (id) => names.get(id) ?? links.get(id) ?? risks.get(id) ?? null
  }, [roadmap, items, register])
}
