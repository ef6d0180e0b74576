"use client"

import { lazy, Suspense } from "react"
import { ChartFrame } from "@/components/chart/chart-frame"
import { sayDay } from "@/components/ui/day-text"
import { type Day, dayOf } from "@/lib/base/kernel/day"
import { grouped } from "@/lib/base/kernel/grouped"
import { fixed, rounded } from "@/lib/base/kernel/rounded"
import { binsOf } from "./bins"
import { sayChance } from "./cause-words"
import type { ForecastGate } from "./use-forecast"

const DistributionChart = lazy(() =>
  import("@/components/chart/distribution-chart").then((module) => ({ default: module.DistributionChart })),
)

type GateDistributionProps = { chosen: ForecastGate; percentages: boolean; trials: number; today: Day; asOf: string }

/** How the trials of one gate are spread, and how many of them meet its target. */
export function GateDistribution({ chosen, percentages, trials, today, asOf }: GateDistributionProps) {
  const { gate, forecast, chance, isPassed } = chosen
  const bins = binsOf(forecast)
  const { targetDay } = gate
  const say = (day: Day) => sayDay(day, today)
  const share = (value: number) => `${rounded(value * 100)}%`
  const inWords = percentages
    ? `50% likely by ${say(forecast.p50)}, 80% likely by ${say(forecast.p80)}.`
    : `Forecast range: ${say(forecast.p10)} to ${say(forecast.p90)}.`
  const spread = sayTrials(forecast, say)
  return (
    <ChartFrame
      title={`${gate.name} forecast`}
      unit={`share of ${grouped(trials)} trials`}
      asOf={asOf}
      data={{
        columns: percentages ? ["Days", "Trials", "Cumulative"] : ["Days", "Trials"],
        rows: bins.map(({ first, last, share: part, by }) => ({
          id: String(first),
          cells: [
            first === last ? say(dayOf(first)) : `${say(dayOf(first))} to ${say(dayOf(last))}`,
            `${fixed(part * 100, 1)}%`,
            ...(percentages ? [share(by)] : []),
          ],
        })),
      }}
    >
      {isPassed ? (
        <p className="text-ink-2">This gate was passed on {say(forecast.p80)}. Nothing left to forecast.</p>
      ) : (
        <Suspense fallback={<div className="h-[210px]" />}>
          <DistributionChart
            label={`${inWords} ${spread}`}
            bins={bins}
            until={targetDay}
            withShares={percentages}
            marks={[
              ...(percentages
                ? [
                    { id: "p50", label: "P50", day: forecast.p50, look: "tick" as const },
                    { id: "p80", label: "P80", day: forecast.p80, look: "strong" as const },
                  ]
                : []),
              ...(targetDay && isWithin(targetDay, bins)
                ? [{ id: "target", label: "target", day: targetDay, look: "target" as const }]
                : []),
            ]}
          />
        </Suspense>
      )}
      {isPassed ? null : (
        <p className="mt-1 text-ink-2">
          {inWords} {spread} {sayTarget(targetDay && say(targetDay), percentages ? chance : null, chance)}
        </p>
      )}
    </ChartFrame>
  )
}

/** All trials, as the chart draws them: wider than the forecast range, which leaves out a tenth at either end. */
function sayTrials({ histogram }: ForecastGate["forecast"], say: (day: Day) => string): string {
  const [first, last] = [histogram[0]?.day, histogram.at(-1)?.day]
  if (!first || !last) return ""
  return first === last ? `All trials end on ${say(first)}.` : `All trials lie between ${say(first)} and ${say(last)}.`
}

const isWithin = (day: Day, bins: ReturnType<typeof binsOf>): boolean => {
  const [from, to] = [bins[0]?.first, bins.at(-1)?.last]
  return from !== undefined && to !== undefined && day >= dayOf(from) && day <= dayOf(to)
}

function sayTarget(target: string | null, chance: number | null, known: number | null): string {
  if (target === null) return "No target date."
  if (known === 0) return `0% chance of meeting the target of ${target}.`
  if (known === 1) return `100% chance of meeting the target of ${target}.`
  return chance === null ? "" : `${sayChance(chance)} chance of meeting the target of ${target}.`
}
