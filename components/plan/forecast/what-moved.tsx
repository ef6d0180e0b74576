"use client"

import { StepBars } from "@/components/chart/step-bars"
import { sayDay } from "@/components/ui/day-text"
import { type Day, day } from "@/lib/base/kernel/day"
import type { ForecastView } from "@/lib/plan/forecast/views"
import { moveKindNames, sayCause, sayShift } from "./cause-words"
import { Part } from "./part"
import type { ForecastGate } from "./use-forecast"

type WhatMovedProps = {
  readonly chosen: ForecastGate
  readonly forecast: ForecastView
  readonly today: Day
  readonly nameOf: (id: string) => string | null
}

/** So many causes of a kind are named. */
const NAMED = 3

/** Why the P80 of the chosen gate is another day than at the run before, in parts that add up. */
export function WhatMoved({ chosen, forecast, today, nameOf }: WhatMovedProps) {
  const { moved, percentages } = forecast
  const move = moved?.gates.find(({ gateId }) => gateId === chosen.gate.id)
  const title = "What changed the forecast"
  if (!moved || !move)
    return (
      <Part title={title}>
        <p className="text-ink-2">
          {moved ? "This gate wasn't in the previous run." : "The next run will show what changed."}
        </p>
      </Part>
    )
  const what = percentages ? "P80" : "latest finish"
  const aside = `${what} ${sayDay(day(move.from), today)} to ${sayDay(day(move.to), today)}, calendar days`
  const why = (kind: (typeof move.parts)[number]["kind"]) => {
    const found = moved.causes.find((each) => each.kind === kind)
    if (!found) return null
    const named = found.main.slice(0, NAMED).map((cause) => sayCause(cause, nameOf))
    const others = found.count - named.length
    return `${named.join("; ")}${others > 0 ? `; and ${others} more` : ""}`
  }
  const shown = move.parts.filter(({ kind, days }) => days !== 0 || (kind !== "method" && why(kind) !== null))
  return (
    <Part title={title} aside={aside}>
      {shown.length === 0 ? (
        <p className="text-ink-2">No change for this gate since the previous run.</p>
      ) : (
        <StepBars
          steps={shown.map(({ kind, days, with: under }) => ({
            ...{ id: kind, name: moveKindNames[kind], by: days },
            said: under ? `with ${moveKindNames[under].toLowerCase()}` : sayShift(days),
            why: why(kind),
          }))}
          total={{ name: "Total", said: sayShift(move.days) }}
        />
      )}
    </Part>
  )
}
