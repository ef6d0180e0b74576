"use client"

import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"
import { sayDay } from "@/components/ui/day-text"
import type { Day } from "@/lib/base/kernel/day"
import { type AnswerPiece, forecastAnswer } from "@/lib/plan/forecast/answer"
import type { ForecastView } from "@/lib/plan/forecast/views"
import { moveKindNames, sayChance, sayShift } from "./cause-words"
import type { ForecastGate } from "./use-forecast"

type AnswerLineProps = {
  readonly chosen: ForecastGate
  readonly forecast: ForecastView
  readonly today: Day
  readonly nameOf: (id: string) => string | null
  readonly score: string | null
  /** Null where the reader may not confirm any. */
  readonly onConfirm: (() => void) | null
}

const tones: Record<AnswerPiece["tone"], string> = { plain: "", strong: "font-semibold", "needs-you": "text-needs-you" }

/** "Gate 3: 80% likely by 14 Mar; 9 days later than the previous forecast, due to ...", and what it stands on. */
export function AnswerLine({ chosen, forecast, today, nameOf, score, onConfirm }: AnswerLineProps) {
  const { gate, isPassed } = chosen
  const { percentages, moved } = forecast
  const pieces = forecastAnswer({ gate, days: chosen.forecast, percentages, moved, today, nameOf })
  return (
    <div className="border-line border-b px-5 pt-[18px] pb-3.5 max-md:px-4">
      <p className="mb-1 max-w-[900px] text-pretty text-lede tracking-[-0.01em]">
        {isPassed ? (
          <>
            {gate.name} was passed <span className="font-semibold">on {sayDay(chosen.forecast.p80, today)}</span>.
          </>
        ) : (
          pieces.map(({ text, tone }) => (
            <span key={`${tone} ${text}`} className={tones[tone]}>
              {text}
            </span>
          ))
        )}
      </p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-ink-3 text-meta">
        <p>{joined([isPassed ? null : basisOf(chosen, forecast, today), score])}</p>
        {percentages || isPassed ? null : <Unconfirmed share={forecast.results.confirmedShare} onConfirm={onConfirm} />}
      </div>
    </div>
  )
}

const joined = (sentences: readonly (string | null)[]): string => sentences.filter((each) => each !== null).join(" ")

/** `P50 2 Mar, target 6 Mar, 71% chance. Moved by: progress and delays +6 d, estimates +3 d.` */
function basisOf({ gate, forecast: days, chance }: ForecastGate, forecast: ForecastView, today: Day): string {
  const target = gate.targetDay ? `target ${sayDay(gate.targetDay, today)}` : "no target date"
  const met = forecast.percentages && chance !== null ? `, ${chance === 0 ? "0%" : sayChance(chance)} chance` : ""
  const opening = forecast.percentages ? `P50 ${sayDay(days.p50, today)}, ${target}${met}.` : `${capital(target)}.`
  const move = forecast.moved?.gates.find(({ gateId }) => gateId === gate.id)
  const parts = (move?.parts ?? [])
    .filter((part) => part.days !== 0)
    .toSorted((a, b) => Math.abs(b.days) - Math.abs(a.days))
  if (parts.length === 0) return opening
  return `${opening} Moved by: ${parts.map((part) => `${moveKindNames[part.kind].toLowerCase()} ${sayShift(part.days)}`).join(", ")}.`
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

function Unconfirmed({ share, onConfirm }: { share: number | null; onConfirm: (() => void) | null }): ReactNode {
  return (
    <>
      <p>Estimates confirmed for {Math.floor((share ?? 0) * 100)} of 100 critical days; probabilities show from 50.</p>
      {onConfirm ? (
        <Button size="small" onClick={onConfirm}>
          Confirm estimates
        </Button>
      ) : null}
    </>
  )
}
