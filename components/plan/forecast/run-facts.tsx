"use client"

import { grouped } from "@/lib/base/kernel/grouped"
import type { ForecastRunView, ForecastSettings } from "@/lib/plan/forecast/views"
import { estimateShapeNames } from "./shape-names"

type RunFactsProps = { run: ForecastRunView; settings: ForecastSettings | undefined; said: string }

/** What it takes to get the same forecast again, in small. */
export function RunFacts({ run, settings, said }: RunFactsProps) {
  return (
    <p className="border-line border-t px-5 py-3 text-ink-3 text-meta max-md:px-4">
      Forecast from {said} with {grouped(run.trials)} trials
      {settings ? `; now set to ${estimateShapeNames[settings.shape]}, correlation ${settings.correlation}` : ""}. Seed{" "}
      <span className="font-mono text-tiny">{run.seed}</span>, engine{" "}
      <span className="font-mono text-tiny">{run.engine}</span>, inputs{" "}
      <span className="break-all font-mono text-tiny" title={run.inputsHash}>
        {run.inputsHash.slice(0, 12)}
      </span>
      . The same seed and inputs always give the same dates.
    </p>
  )
}
