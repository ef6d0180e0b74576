"use client"

import { useMemo } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import type { Day } from "@/lib/base/kernel/day"
import type { ForecastView } from "@/lib/plan/forecast/views"
import { baselineSpans } from "@/lib/plan/roadmap/baseline"
import type { BaselineView } from "@/lib/plan/roadmap/timeline-contract"
import { getBaseline, getForecast, listBaselines } from "@/lib/serve/api/generated/addresses"
import type { Over } from "./use-timeline-model"

/** What is laid over the plan, and what is known of it. */
export type Overlay = {
  readonly over: Over
  readonly baselines: readonly BaselineView[]
  /** The one that is compared with. */
  readonly baseline: BaselineView | null
  readonly p50: ReadonlyMap<string, Day>
  /** `p80`, or `p90` while estimates are too uncertain for a percentage: then the tail is a range. */
  readonly tail: "p80" | "p90"
}

/** The soft tails behind the bars of unfinished work. */
const tailsOf = (forecast: ForecastView | null, tail: "p80" | "p90") =>
  (forecast?.results.tails ?? []).map((part) => [part.id, part[tail]] as const)

const noDays: ReadonlyMap<string, Day> = new Map()

/**
 * The baseline that the address names (the newest where it names none) and the newest forecast.
 * @param chosen the id of a baseline, `none`, or null for the newest
 */
export function useOver(programmeId: string, chosen: string | null): Overlay {
  const list = useAnswer(listBaselines, { programmeId })
  const baselines = useMemo(() => list.data?.items ?? [], [list.data])
  const baseline = chosen === "none" ? null : (baselines.find(({ id }) => id === chosen) ?? baselines[0] ?? null)
  const kept = useAnswer(getBaseline, baseline ? { programmeId, baselineId: baseline.id } : null)
  const { data } = useAnswer(getForecast, { programmeId })
  const spans = useMemo(() => (baseline && kept.data ? baselineSpans(kept.data.lines) : null), [baseline, kept.data])
  const forecast = data?.forecast ?? null
  const tail = forecast && !forecast.percentages ? "p90" : "p80"
  const days = useMemo(() => {
    const gates = forecast?.results.gates ?? []
    return {
      tail:
        gates.length > 0
          ? new Map([...gates.map((gate) => [gate.gateId, gate[tail]] as const), ...tailsOf(forecast, tail)])
          : null,
      p50: gates.length > 0 && tail === "p80" ? new Map(gates.map(({ gateId, p50 }) => [gateId, p50])) : noDays,
    }
  }, [forecast, tail])
  const over = useMemo(
    (): Over => ({ ...(spans && { baseline: spans }), ...(days.tail && { p80: days.tail }) }),
    [spans, days.tail],
  )
  return { over, baselines, baseline, p50: days.p50, tail }
}
