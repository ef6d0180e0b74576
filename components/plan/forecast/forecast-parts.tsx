"use client"

import type { Work } from "@/components/plan/roadmap/use-work"
import { useQueryOfPage } from "@/components/shell/use-query"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { noForecastRefusals } from "@/lib/plan/forecast/no-forecast"
import type { ForecastView, NoForecast } from "@/lib/plan/forecast/views"
import { gateNotes } from "@/lib/plan/roadmap/gate-notes"
import type { PlannedDatesView } from "@/lib/plan/roadmap/plan-contract"
import { AnswerLine } from "./answer-line"
import { Drivers } from "./drivers"
import { GateBands } from "./gate-bands"
import { GateDistribution } from "./gate-distribution"
import { sayMoment } from "./moments"
import { PastForecasts } from "./past-forecasts"
import { RiskSwitches } from "./risk-switches"
import { RunFacts } from "./run-facts"
import { RunHistory } from "./run-history"
import { type ForecastAnswers, type ForecastGate, gatesOf } from "./use-forecast"
import type { Preview } from "./use-preview"
import type { useRun } from "./use-run"
import { withRisk } from "./what-if/draft"
import { sayShifts } from "./what-if/gate-shifts"
import type { WhatIfActions } from "./what-if/use-what-if"
import { WhatMoved } from "./what-moved"

type ForecastPartsProps = {
  readonly work: Work
  readonly answers: ForecastAnswers
  readonly forecast: ForecastView
  readonly outOfDate: boolean
  readonly noForecast: NoForecast | null
  readonly mayRun: boolean
  readonly run: ReturnType<typeof useRun>
  readonly actions: WhatIfActions
  readonly preview: Preview
  readonly nameOf: (id: string) => string | null
  readonly onOpenItem: (id: string) => void
  /** Shows a run that was made before. */
  readonly onRun: (runId: string) => void
  /** Whether the newest run is shown, not one made before. */
  readonly isNewest: boolean
  readonly onPanel: (name: "what-if" | "confirm") => void
}

/** All that a forecast says, about one chosen gate where it is about one. */
export function ForecastParts(props: ForecastPartsProps) {
  const { work, answers, forecast, actions, preview, nameOf } = props
  const { roadmap, programmeId } = work
  const { today, programme } = roadmap
  const gates = gatesOf(forecast, roadmap.gates, today)
  const [chosen, choose] = useChosenGate(gates)
  const notes = <GateNotes {...{ forecast, nameOf }} plan={answers.schedule.data ?? null} />
  if (!chosen)
    return (
      <>
        <Notices {...props} />
        {notes}
      </>
    )
  const say = (instant: string) => sayMoment(instant, programme.timeZone, today)
  const asOf = say(forecast.run.at)
  const people = new Map(roadmap.people.map(({ id, name }) => [String(id), name]))
  const runs = answers.runs.data
  const { percentages, results } = forecast
  const mayConfirm = roadmap.me.may.editPlan
  return (
    <>
      <Notices {...props} />
      {notes}
      <AnswerLine
        {...{ chosen, forecast, today, nameOf }}
        score={runs?.score.sentence ?? null}
        onConfirm={mayConfirm ? () => props.onPanel("confirm") : null}
      />
      <div className="px-5 pt-4 pb-5 max-md:px-4">
        <GateBands
          {...{ gates, percentages, today, asOf }}
          finishGateId={results.finishGateId}
          preview={preview.preview}
          chosenId={chosen.gate.id}
          onChoose={choose}
        />
        <WouldLine {...props} />
      </div>
      <div className="@container border-line border-t">
        <div className="grid grid-cols-2 @max-[760px]:grid-cols-1 [&>*]:border-line [&>*]:px-5 [&>*]:py-4 max-md:[&>*]:px-4 @max-[760px]:[&>*+*]:border-t @min-[760px]:[&>*:nth-child(even)]:border-l @min-[760px]:[&>*:nth-child(n+3)]:border-t">
          <GateDistribution {...{ chosen, percentages, today, asOf }} trials={forecast.run.trials} />
          <WhatMoved {...{ chosen, forecast, today, nameOf }} />
          <Drivers {...{ programmeId, forecast }} items={work.items} onOpen={props.onOpenItem} />
          <RiskSwitches
            programmeId={programmeId}
            register={answers.register.data?.items ?? []}
            risks={actions.changes.risks}
            effects={answers.effects.data?.items ?? []}
            nameOf={nameOf}
            onSwitch={(id, on) => actions.change(withRisk(actions.changes, id, on))}
          />
          <PastForecasts {...{ chosen, today, asOf }} runs={runs?.items ?? []} score={runs?.score} />
          <RunHistory
            {...{ chosen, percentages, today }}
            runs={runs?.items ?? []}
            openId={forecast.run.id}
            onOpen={props.onRun}
            sayMoment={say}
            sayPerson={(id) => (id === null ? "Lakeward" : (people.get(id) ?? "someone"))}
          />
        </div>
      </div>
      <RunFacts run={forecast.run} settings={answers.settings.data} said={asOf} />
    </>
  )
}

/** The gate in the address; at first the next one ahead. */
function useChosenGate(gates: readonly ForecastGate[]) {
  const [query, change] = useQueryOfPage()
  const wanted = query.get("gate")
  const chosen =
    gates.find(({ gate }) => gate.key === wanted || gate.id === wanted) ??
    gates.find(({ isPassed }) => !isPassed) ??
    gates.at(-1) ??
    null
  const choose = (gateId: string) => {
    const key = gates.find(({ gate }) => gate.id === gateId)?.gate.key ?? null
    change({ gate: key })
  }
  return [chosen, choose] as const
}

type GateNotesProps = Pick<ForecastPartsProps, "forecast" | "nameOf"> & { readonly plan: PlannedDatesView | null }

/** Gates of which nothing can be forecast, and work that a gate does not wait for. */
function GateNotes({ forecast, nameOf, plan }: GateNotesProps) {
  const { gatesWithoutWork } = forecast.results
  return gateNotes({ gatesWithoutWork, notWaitedFor: plan?.notWaitedFor ?? [] }, nameOf).map((note) => (
    <InlineNotice key={note} kind="warn" className="rounded-none! px-5!">
      {note}
    </InlineNotice>
  ))
}

function Notices({ outOfDate, noForecast, mayRun, run, isNewest, forecast, work, onRun }: ForecastPartsProps) {
  if (!isNewest) {
    const { today, programme } = work.roadmap
    return (
      <InlineNotice
        kind="info"
        className="rounded-none! items-center! px-5!"
        action={
          <Button size="small" onClick={() => onRun("")}>
            Show the latest
          </Button>
        }
      >
        An earlier forecast, of {sayMoment(forecast.run.at, programme.timeZone, today)}
        {forecast.run.reason ? `. ${forecast.run.reason}.` : "."}
      </InlineNotice>
    )
  }
  if (!outOfDate) return null
  if (noForecast)
    return (
      <InlineNotice kind="warn" className="rounded-none! px-5!">
        Showing the latest forecast. {noForecastRefusals[noForecast].sentence}
      </InlineNotice>
    )
  return (
    <InlineNotice
      kind="info"
      className="rounded-none! items-center! px-5!"
      action={
        mayRun ? (
          <Button size="small" busy={run.isRunning} onClick={run.make}>
            Run again
          </Button>
        ) : null
      }
    >
      The plan, risks or date changed since this forecast.
    </InlineNotice>
  )
}

/** What the changes that are being tried do, in words, with the way to keep or put them back. */
function WouldLine({ actions, preview, work, onPanel }: ForecastPartsProps) {
  if (actions.isEmpty) return null
  const said =
    preview.refusal ??
    (preview.preview ? `With your changes: ${sayShifts(preview.preview, work.roadmap.gates)}.` : "Simulating gates…")
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2 rounded-md bg-warn-wash px-3 py-2">
      <p role="status" className="min-w-0 flex-1 text-pretty">
        {said} <span className="text-ink-2">Preview only; nothing is saved.</span>
      </p>
      <Button size="small" onClick={() => onPanel("what-if")}>
        Increase precision
      </Button>
      <Button size="small" variant="quiet" onClick={actions.clear}>
        Reset
      </Button>
    </div>
  )
}
