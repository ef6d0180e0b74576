import { type Day, ordinalOf } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import { sayRange } from "@/lib/plan/forecast/answer"
import type { GateFigures } from "./views"

/** The day of a gate in a few words, and how far it lies after its target. */
export type GateWords = { readonly day: string; readonly shift: string | null; readonly isLate: boolean }

/** By the forecast where there is one (`P80 14 Mar`, `2 Mar to 20 Mar`), else by the plan; `+9 d` after the target. */
export function gateWords(
  { forecast, plannedDay, targetDay, workingDaysLate, state }: GateFigures,
  today: Day,
): GateWords {
  if (!forecast) {
    const isLate = state === "ahead" && workingDaysLate !== null && workingDaysLate > 0
    const day = plannedDay ? sayDay(plannedDay, today) : "no date"
    return { day, shift: isLate ? `+${workingDaysLate} d` : null, isLate }
  }
  const { p10, p80, p90, percentages } = forecast
  if (!percentages) {
    const day = p10 === p90 ? sayDay(p10, today) : `${sayDay(p10, today)} to ${sayDay(p90, today)}`
    return { day, shift: null, isLate: targetDay !== null && p10 > targetDay }
  }
  const late = targetDay === null ? 0 : ordinalOf(p80) - ordinalOf(targetDay)
  return { day: `P80 ${sayDay(p80, today)}`, shift: late > 0 ? `+${late} d` : null, isLate: late > 0 }
}

/** Everything that is known of a gate's day, in one sentence. */
export function gateSentence({ name, state, forecast, plannedDay, targetDay }: GateFigures, today: Day): string {
  const parts = [
    `${name}: ${stateWords[state]}`,
    plannedDay ? `planned for ${sayDay(plannedDay, today)}` : "no date, because no work leads to it",
    forecast ? foreseen(forecast, today) : null,
    targetDay ? `target ${sayDay(targetDay, today)}` : "no target date",
  ]
  return parts.filter((part) => part !== null).join(", ")
}

function foreseen(
  { p10, p50, p80, p90, percentages, current }: NonNullable<GateFigures["forecast"]>,
  today: Day,
): string {
  const days = percentages
    ? `50% likely by ${sayDay(p50, today)}, 80% likely by ${sayDay(p80, today)}`
    : `forecast ${sayRange(p10, p90, today)}, estimates unconfirmed`
  return current ? days : `${days} (out of date)`
}

const stateWords: Record<GateFigures["state"], string> = {
  passed: "passed",
  contradicted: "passed, contradicted since",
  reported: "all work before it is reported done",
  ahead: "ahead",
}
