import { type Day, ordinalOf } from "@/lib/base/kernel/day"
import { rounded } from "@/lib/base/kernel/rounded"
import { durationOf, hasBegun, remainderOf } from "@/lib/plan/schedule/item-timing"
import { TICKS_PER_DAY } from "@/lib/plan/schedule/work-time"
import { countsOf } from "./chance"
import type { ForecastGateInput, ForecastInputs } from "./inputs-shapes"
import type { P80s } from "./moved"
import { finishGateOf } from "./network"
import { type PercentileDays, percentileOf } from "./percentile"
import type { Tried } from "./tried"
import type { ForecastResults, GateForecast, ItemForecast, PartTail } from "./views"

/**
 * What a simulation of a snapshot says: the percentiles and the histogram of each gate, and how much each unfinished
 * item decides the finish, the strongest driver first.
 */
export function forecastOf(inputs: ForecastInputs, result: Tried, tails: readonly PartTail[] = []): ForecastResults {
  const items = influences(result)
  return {
    gates: inputs.gates.toSorted((a, b) => a.number - b.number).flatMap((gate) => gateForecast(gate, result)),
    gatesWithoutWork: inputs.gates.flatMap(({ id, passedOn }) => (passedOn || result.days.has(id) ? [] : [id])),
    finishGateId: finishGateOf(inputs),
    items,
    tails: [...tails],
    confirmedShare: confirmedShareOf(inputs, items),
  }
}

/** The P80 day of each gate, when nothing else is asked. */
export const p80sOf = (inputs: ForecastInputs, result: Tried): P80s =>
  new Map(inputs.gates.flatMap((gate) => gateForecast(gate, result).map(({ gateId, p80 }) => [gateId, p80])))

/** A gate that has passed stays where it was passed, whatever a trial says. */
export function gateForecast({ id, passedOn }: ForecastGateInput, { days, trials }: Tried): GateForecast[] {
  if (passedOn) return [{ gateId: id, ...allOn(passedOn), histogram: [{ day: passedOn, count: trials }] }]
  const bars = days.get(id)
  return bars && bars.length > 0 ? [{ gateId: id, ...percentileDays(bars), histogram: [...bars] }] : []
}

type Bar = GateForecast["histogram"][number]
const allOn = (day: Day): PercentileDays => ({ p10: day, p50: day, p80: day, p90: day })

/** @throws RangeError for a histogram without a trial */
export function percentileDays(bars: readonly Bar[]): PercentileDays {
  const counts = countsOf({ histogram: [...bars] })
  const at = (share: number): Day => {
    const ordinal = percentileOf(counts, share)
    const bar = bars.find(({ day }) => ordinalOf(day) === ordinal)
    if (!bar) throw new RangeError("a percentile between the days of a histogram")
    return bar.day
  }
  return { p10: at(0.1), p50: at(0.5), p80: at(0.8), p90: at(0.9) }
}

const influence = (value: number): number => rounded(value, 4)

function influences({ items }: Tried): ItemForecast[] {
  return Array.from(items, ([id, { criticality, correlation }]) => ({
    ...{ id, criticality: influence(criticality), correlation: influence(correlation) },
  })).toSorted(
    (a, b) =>
      Math.abs(b.correlation) - Math.abs(a.correlation) || b.criticality - a.criticality || (a.id < b.id ? -1 : 1),
  )
}

/**
 * How much of the remaining critical work has an estimate that somebody confirmed, 0 to 1: working days that are left as
 * the forecast takes them, each piece of work weighted with its criticality. An estimate counts where it is used. Of work
 * under way whose remaining days were given, that figure is used, and somebody gave it. Work without an estimate is drawn
 * as one day, which nobody confirmed. The own estimate of a workstream counts while it has no items; no template sets
 * one, so somebody did. Null when nothing critical is left.
 */
export function confirmedShareOf(inputs: ForecastInputs, items: readonly ItemForecast[]): number | null {
  const known = new Map([...inputs.items, ...inputs.workstreams].map((work) => [work.id, usedOf(work)]))
  let all = 0
  let confirmed = 0
  for (const { id, criticality } of items) {
    const used = known.get(id)
    if (!used) continue
    all += criticality * used.days
    if (used.isConfirmed) confirmed += criticality * used.days
  }
  return all > 0 ? confirmed / all : null
}

/** The working days that the forecast counts with, and whether somebody stands behind them. */
function usedOf(work: ForecastInputs["items"][number] | ForecastInputs["workstreams"][number]) {
  if (!("status" in work)) return { days: work.likely ?? 1, isConfirmed: work.likely !== null }
  const isGiven = hasBegun(work) && work.remainingDays != null
  const days = (hasBegun(work) ? remainderOf(work) : durationOf(work)) / TICKS_PER_DAY
  return { days, isConfirmed: isGiven || (work.confirmed && work.likely !== null) }
}
