"use client"

import { useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { NumberField } from "@/components/ui/number-field"
import { Popover } from "@/components/ui/popover"
import { SegmentedControl } from "@/components/ui/segmented-control"
import type { ForecastSettings } from "@/lib/plan/forecast/views"
import { MOST_TRIALS } from "@/lib/plan/simulation/draws"
import { changeForecastSettings } from "@/lib/serve/api/generated/addresses"

type SettingsButtonProps = { programmeId: string; settings: ForecastSettings | undefined }

/** How forecasts are made: the shape of estimates, their correlation, how many trials. */
export function SettingsButton({ programmeId, settings }: SettingsButtonProps) {
  if (!settings?.may.edit) return null
  return (
    <Popover
      label="Forecast settings"
      align="end"
      className="w-[300px] p-4"
      trigger={(trigger) => <Button {...trigger}>Settings</Button>}
    >
      {() => <SettingsFields programmeId={programmeId} settings={settings} />}
    </Popover>
  )
}

function SettingsFields({ programmeId, settings }: { programmeId: string; settings: ForecastSettings }) {
  const update = useContract(changeForecastSettings)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { version, shape, correlation, trials } = settings
  const change = async (edit: Partial<Pick<ForecastSettings, "shape" | "correlation" | "trials">>) => {
    const answer = await update.mutateAsync({ programmeId, version, ...edit })
    setRefusal(answer.ok ? null : answer.detail)
  }
  return (
    <div className="flex flex-col gap-3">
      <div>
        <span className="mb-1 block font-medium text-ink-2 text-meta">Distribution</span>
        <SegmentedControl
          label="Distribution"
          value={shape}
          options={[
            { value: "beta_pert", label: "Beta-PERT" },
            { value: "triangular", label: "Triangular" },
          ]}
          onChange={(next) => void change({ shape: next })}
        />
      </div>
      <NumberField
        label="Correlation within a workstream"
        hint="0: independent. 1: fully correlated."
        value={correlation}
        min={0}
        max={1}
        step={0.1}
        onCommit={(next) => void change({ correlation: next ?? 0 })}
      />
      <NumberField
        label="Trials"
        value={trials}
        min={100}
        max={MOST_TRIALS}
        whole
        step={1000}
        onCommit={(next) => void change({ trials: next ?? 10_000 })}
      />
      {refusal ? <InlineNotice>{refusal}</InlineNotice> : null}
      <p className="text-ink-3 text-meta">Applied from the next run.</p>
    </div>
  )
}
