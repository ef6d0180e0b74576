"use client"

import { useAnswer } from "@/components/door/data/use-contract"
import { LaterPanel } from "@/components/plan/roadmap/lazy-panel"
import { RoadmapTabs } from "@/components/plan/roadmap/roadmap-tabs"
import { useOpenRecord } from "@/components/plan/roadmap/use-open-record"
import type { Work } from "@/components/plan/roadmap/use-work"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useShortcut } from "@/components/shell/shortcuts"
import { useQueryOfPage } from "@/components/shell/use-query"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { noForecastRefusals } from "@/lib/plan/forecast/no-forecast"
import type { NoForecast } from "@/lib/plan/forecast/views"
import { noTree } from "@/lib/plan/roadmap/tree"
import { getForecastRun } from "@/lib/serve/api/generated/addresses"
import { ConfirmPanel } from "./confirm-panel"
import { ForecastParts } from "./forecast-parts"
import { sayMoment } from "./moments"
import { SettingsButton } from "./settings-button"
import { type ForecastAnswers, gatesAhead, useNames } from "./use-forecast"
import { usePreview } from "./use-preview"
import { useRun } from "./use-run"
import { useWhatIf } from "./what-if/use-what-if"
import { WhatIfPanel } from "./what-if/what-if-panel"

type Newest = NonNullable<ForecastAnswers["newest"]["data"]>
type ForecastViewProps = { work: Work; answers: ForecastAnswers; newest: Newest }

/** The page once its answers are there. */
export function ForecastView({ work, answers, newest }: ForecastViewProps) {
  const { programmeId, roadmap } = work
  const { may, noForecast } = newest
  const shown = useShownRun(programmeId, newest.forecast)
  const { forecast } = shown
  const run = useRun(programmeId)
  const actions = useWhatIf(work)
  const preview = usePreview(programmeId, actions.changes)
  const nameOf = useNames(work, answers.register.data)
  const panel = useOpenPanel()
  const record = useOpenRecord()
  useShortcut("r", "Run the forecast", run.make, { enabled: may.run && !run.isRunning })
  useShortcut("w", "What-if", () => panel.open("what-if"), { enabled: forecast !== null })
  const asOf = forecast ? sayMoment(forecast.run.at, roadmap.programme.timeZone, roadmap.today) : null
  const runButton = may.run ? (
    <Button variant="primary" kbd="R" busy={run.isRunning} onClick={run.make}>
      {run.isRunning ? "Running…" : "Run forecast"}
    </Button>
  ) : null
  return (
    <>
      <PageBar
        title="Roadmap: Forecast"
        tabs={<RoadmapTabs programmeId={programmeId} page="forecast" />}
        asOf={asOf ? `forecast of ${asOf}` : null}
        actions={
          <>
            <SettingsButton programmeId={programmeId} settings={answers.settings.data} />
            {forecast ? (
              <Button kbd="W" onClick={() => panel.open("what-if")}>
                What-if
              </Button>
            ) : null}
            {forecast ? runButton : null}
          </>
        }
      />
      <PageBody
        panel={
          record.id !== null ? (
            <LaterPanel work={work} tree={noTree} record={record} />
          ) : forecast && panel.name === "what-if" ? (
            <WhatIfPanel
              {...{ work, actions, preview, nameOf }}
              gates={gatesAhead(forecast, roadmap.gates, roadmap.today)}
              percentages={forecast.percentages}
              drivers={forecast.results.items.map(({ id }) => id)}
              register={answers.register.data?.items ?? []}
              scenarios={answers.scenarios.data?.items ?? []}
              may={answers.scenarios.data?.may ?? { edit: false, apply: false }}
              onClose={panel.close}
            />
          ) : forecast && panel.name === "confirm" ? (
            <ConfirmPanel work={work} forecast={forecast} onClose={panel.close} />
          ) : null
        }
      >
        {forecast ? (
          <ForecastParts
            {...{ work, answers, forecast, nameOf, actions, run, noForecast }}
            preview={preview}
            isNewest={shown.isNewest}
            onRun={shown.show}
            outOfDate={newest.outOfDate}
            mayRun={may.run}
            onOpenItem={(id) => {
              panel.close()
              record.open("item", id)
            }}
            onPanel={panel.open}
          />
        ) : (
          <EmptyState action={noForecast ? null : runButton}>{emptySentence(noForecast, may.run)}</EmptyState>
        )}
      </PageBody>
    </>
  )
}

/** The newest forecast, or the earlier one that the address names once it came. */
function useShownRun(programmeId: string, newest: Newest["forecast"]) {
  const [query, change] = useQueryOfPage()
  const named = query.get("run")
  const runId = named && named !== newest?.run.id ? named : null
  const earlier = useAnswer(getForecastRun, runId === null ? null : { programmeId, runId })
  const forecast = (runId === null ? null : earlier.data) ?? newest
  const show = (next: string) => change({ run: next && next !== newest?.run.id ? next : null }, "push")
  return { forecast, isNewest: forecast === newest, show }
}

function emptySentence(noForecast: NoForecast | null, mayRun: boolean): string {
  if (noForecast) return noForecastRefusals[noForecast].sentence
  return mayRun
    ? "No forecast yet. Run one to see when each gate is likely to be passed."
    : "No forecast yet. A lead or an architect can run one."
}

type PanelName = "what-if" | "confirm"

/** Which panel of the page is open, kept in the address. */
function useOpenPanel() {
  const [query, change] = useQueryOfPage()
  const name = query.get("panel")
  const none = { item: null, workstream: null, "about-stage": null }
  return {
    name: name === "what-if" || name === "confirm" ? name : null,
    open: (next: PanelName) => change({ ...none, panel: next }, name === null ? "push" : "replace"),
    close: () => change({ panel: null }, "replace"),
  } as const
}
