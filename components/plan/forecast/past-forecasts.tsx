"use client"

import { lazy, Suspense } from "react"
import { ChartFrame } from "@/components/chart/chart-frame"
import { sayDay } from "@/components/ui/day-text"
import type { Day } from "@/lib/base/kernel/day"
import { rounded } from "@/lib/base/kernel/rounded"
import type { ForecastRunView } from "@/lib/plan/forecast/views"
import { Part } from "./part"
import type { ForecastAnswers, ForecastGate } from "./use-forecast"

const DayLinesChart = lazy(() =>
  import("@/components/chart/day-lines-chart").then((module) => ({ default: module.DayLinesChart })),
)

type PastForecastsProps = {
  readonly chosen: ForecastGate
  readonly runs: readonly ForecastRunView[]
  readonly score: NonNullable<ForecastAnswers["runs"]["data"]>["score"] | undefined
  readonly today: Day
  readonly asOf: string
}

/** What earlier runs said of a gate, against the day it was reached or is wanted. */
export function PastForecasts({ chosen, runs, score, today, asOf }: PastForecastsProps) {
  const { gate, forecast, isPassed } = chosen
  const said = lastOfEachDay(runs, gate.id).filter(({ on }) => !isPassed || on <= forecast.p80)
  const title = `Forecast history of ${gate.name}`
  if (said.length < 2)
    return (
      <Part title={title}>
        <p className="text-ink-2">Shows a trend after forecasts on two different days.</p>
        <Score score={score} />
      </Part>
    )
  const truth = isPassed
    ? { label: "passed", day: forecast.p80, isReached: true }
    : gate.targetDay
      ? { label: "target", day: gate.targetDay, isReached: false }
      : null
  const [first, last] = [said[0], said.at(-1)]
  const inWords = first && last ? `P80 went from ${sayDay(first.strong, today)} to ${sayDay(last.strong, today)}` : ""
  return (
    <ChartFrame
      title={title}
      unit="forecast date by run"
      asOf={asOf}
      data={{
        columns: ["Forecast from", "P50", "P80"],
        rows: said.map(({ id, on, thin, strong }) => ({
          ...{ id, cells: [sayDay(on, today), sayDay(thin, today), sayDay(strong, today)] },
        })),
      }}
    >
      <Suspense fallback={<div className="h-[210px]" />}>
        <DayLinesChart
          label={truth ? `${inWords}; ${truth.label} ${sayDay(truth.day, today)}` : inWords}
          expectations={said}
          truth={truth}
        />
      </Suspense>
      <Score score={score} />
    </ChartFrame>
  )
}

function Score({ score }: { score: PastForecastsProps["score"] }) {
  if (!score || score.of === 0) return null
  const error = score.meanErrorDays
  const off = error === null ? 0 : rounded(error)
  return (
    <p className="mt-1 text-ink-2">
      {score.sentence}
      {off === 0 ? "" : ` Gates passed ${Math.abs(off)} days ${off > 0 ? "after" : "before"} their P50 on average.`}
    </p>
  )
}

/** Of each day the last run, the oldest first. */
function lastOfEachDay(runs: readonly ForecastRunView[], gateId: string) {
  const byDay = new Map<Day, { id: string; on: Day; thin: Day; strong: Day }>()
  for (const { id, statusDay, gates } of runs.toReversed()) {
    const gate = gates.find((each) => each.gateId === gateId)
    if (gate) byDay.set(statusDay, { id, on: statusDay, thin: gate.p50, strong: gate.p80 })
  }
  return [...byDay.values()].toSorted((a, b) => (a.on < b.on ? -1 : 1))
}
