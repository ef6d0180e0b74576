"use client"

import { useMemo } from "react"
import { BandChart, BandLegend, type BandRow } from "@/components/chart/band-chart"
import { ChartFrame } from "@/components/chart/chart-frame"
import { dayAxis } from "@/components/chart/day-axis"
import { sayDay } from "@/components/ui/day-text"
import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import type { PreviewView } from "@/lib/plan/forecast/views"
import { sayChance, sayShift } from "./cause-words"
import type { ForecastGate } from "./use-forecast"

type GateBandsProps = {
  readonly gates: readonly ForecastGate[]
  readonly finishGateId: string | null
  readonly percentages: boolean
  readonly preview: PreviewView | null
  readonly today: Day
  readonly asOf: string
  readonly chosenId: string
  readonly onChoose: (gateId: string) => void
}

/** Every gate and the finish on one time axis. */
export function GateBands(props: GateBandsProps) {
  const { gates, percentages, preview, today, asOf, chosenId, onChoose } = props
  const axis = useMemo(() => {
    const ahead = gates.filter(({ isPassed }) => !isPassed)
    const days = ahead.flatMap(({ gate, forecast }) => [forecast.p10, forecast.p90, gate.targetDay ?? forecast.p90])
    const open = new Set(ahead.map(({ gate }) => gate.id))
    const would = preview?.gates.flatMap(({ gateId, would }) => (open.has(gateId) ? [would.p90] : [])) ?? []
    const reached = ahead.length === 0 ? gates.map(({ forecast }) => forecast.p80) : []
    const ordinals = [...days, ...would].map(ordinalOf)
    const before = Math.max(7, Math.round((Math.max(...ordinals, ordinalOf(today)) - ordinalOf(today)) * 0.06))
    return dayAxis([dayOf(ordinalOf(today) - before), ...days, ...would, ...reached])
  }, [gates, preview, today])
  const heads = percentages ? ["P50", "P80", "Target", "Chance"] : ["From", "To", "Target"]
  const withShift = preview ? [...heads, "With changes"] : heads
  const rows = gates.map((each) => rowOf(each, props))
  return (
    <ChartFrame
      title="Gates"
      unit={percentages ? "forecast range" : "likely range"}
      asOf={asOf}
      data={{
        columns: ["Gate", ...withShift],
        rows: rows.map(({ id, name, figures }) => ({ id, cells: [name, ...figures.map(({ text }) => String(text))] })),
      }}
    >
      <BandChart {...{ axis, today, rows, chosenId, onChoose }} heads={withShift} />
      <BandLegend ticks={percentages} would={preview !== null} />
    </ChartFrame>
  )
}

function rowOf(each: ForecastGate, { finishGateId, percentages, preview, today }: GateBandsProps): BandRow {
  const { gate, forecast, chance, isPassed } = each
  const { p10, p50, p80, p90 } = forecast
  const say = (day: Day | null) => (day ? sayDay(day, today) : "none")
  const shift = isPassed ? undefined : preview?.gates.find(({ gateId }) => gateId === gate.id)
  const isLate = !isPassed && gate.targetDay !== null && (percentages ? p80 : p90) > gate.targetDay
  const name = gate.id === finishGateId ? `${gate.name}, finish` : gate.name
  const days = isPassed ? ["passed", say(p80)] : percentages ? [say(p50), say(p80)] : [say(p10), say(p90)]
  const target = { text: say(gate.targetDay) }
  const figures = [
    { text: days[0], plain: isPassed },
    { text: days[1], needsYou: isLate, plain: isPassed },
    target,
    ...(percentages ? [{ text: isPassed || chance === null ? "–" : sayChance(chance) }] : []),
    ...(preview ? [{ text: shift ? sayShift(shift.days) : "–" }] : []),
  ]
  const about = isPassed
    ? `passed on ${say(p80)}`
    : percentages
      ? `P50 ${say(p50)}, P80 ${say(p80)}, between ${say(p10)} and ${say(p90)}`
      : `between ${say(p10)} and ${say(p90)}`
  const wouldEnd = shift && shift.days !== 0 ? (percentages ? shift.would.p80 : shift.would.p90) : null
  return {
    ...{ id: gate.id, name, figures, target: gate.targetDay, would: wouldEnd },
    said: `${name}: ${about}, target ${say(gate.targetDay)}${shift ? `, with your changes ${sayShift(shift.days)}` : ""}`,
    reached: isPassed ? p80 : null,
    band: isPassed ? null : { from: p10, to: p90 },
    ticks: isPassed || !percentages ? null : { thin: p50, strong: p80 },
  }
}
