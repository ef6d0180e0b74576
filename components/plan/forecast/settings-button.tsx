"use client"

import { useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { NumberField } from "@/components/ui/number-field"
import { Popover } from "@/components/ui/popover"
import { SegmentedControl } from "@/components/ui/segmented-control"
import { Switch } from "@/components/ui/switch"
import { MOST_SEED, USUAL_CORRELATION } from "@/lib/plan/forecast/usual"
import type { ForecastSettings } from "@/lib/plan/forecast/views"
import { MOST_TRIALS } from "@/lib/plan/simulation/draws"
import { changeForecastSettings } from "@/lib/serve/api/generated/addresses"

type SettingsButtonProps = { programmeId: string; settings: ForecastSettings | undefined }

/** How forecasts are made: the shape of estimates, their correlation, how many trials, the seed, and whether by themselves. */
export function SettingsButton({ programmeId, settings }: SettingsButtonProps) {
  if (!settings?.may.edit) return null
  return (
    <Popover
      label="Forecast settings"
      align="end"
      className="w-[380px] p-4"
      trigger={(trigger) => <Button {...trigger}>Settings</Button>}
    >
      {() => <SettingsFields programmeId={programmeId} settings={settings} />}
    </Popover>
  )
}

function SettingsFields({ programmeId, settings }: { programmeId: string; settings: ForecastSettings }) {
  const update = useContract(changeForecastSettings)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { version, shape, correlation, trials, seed, automatic } = settings
  const change = async (edit: Partial<Omit<ForecastSettings, "version" | "may">>) => {
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
      <div>
        <Switch
          label="Correlation within a workstream"
          checked={correlation > 0}
          onChange={(on) => void change({ correlation: on ? USUAL_CORRELATION : 0 })}
        />
        <p className="mt-1 text-pretty text-ink-3 text-meta">
          One team's durations run over together; drawn independently, the range is too narrow. {USUAL_CORRELATION} is
          usual, 1 is fully correlated.
        </p>
        {correlation > 0 ? (
          <NumberField
            className="mt-2"
            label="Correlation within a workstream, 0 to 1"
            hideLabel
            value={correlation}
            min={0}
            max={1}
            step={0.1}
            onCommit={(next) => void change({ correlation: next ?? 0 })}
          />
        ) : null}
      </div>
      <NumberField
        label="Trials"
        value={trials}
        min={100}
        max={MOST_TRIALS}
        whole
        step={1000}
        onCommit={(next) => void change({ trials: next ?? 10_000 })}
      />
      <NumberField
        label="Seed"
        hint="Empty: the programme's own."
        value={seed}
        min={0}
        max={MOST_SEED}
        whole
        onCommit={(next) => void change({ seed: next })}
      />
      <div>
        <Switch label="Run after changes" checked={automatic} onChange={(on) => void change({ automatic: on })} />
        <p className="mt-1 text-pretty text-ink-3 text-meta">At most every five minutes.</p>
      </div>
      {refusal ? <InlineNotice>{refusal}</InlineNotice> : null}
      <p className="text-ink-3 text-meta">Applied from the next run.</p>
    </div>
  )
}
