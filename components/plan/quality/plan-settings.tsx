"use client"

import { useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { NumberField } from "@/components/ui/number-field"
import { Popover } from "@/components/ui/popover"
import { SegmentedControl } from "@/components/ui/segmented-control"
import type { ProgrammeView } from "@/lib/plan/roadmap/programme"
import { changeProgramme } from "@/lib/serve/api/generated/addresses"

/** How the plan is calculated: what is near-critical, and how out-of-sequence work counts. */
export function PlanSettings({ programme }: { programme: ProgrammeView }) {
  return (
    <Popover
      label="Schedule settings"
      align="end"
      className="w-[320px] p-4"
      trigger={(trigger) => <Button {...trigger}>Settings</Button>}
    >
      {() => <Fields programme={programme} />}
    </Popover>
  )
}

function Fields({ programme }: { programme: ProgrammeView }) {
  const update = useContract(changeProgramme)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { id: programmeId, version, nearCriticalDays, progressOverride } = programme
  const change = async (edit: { nearCriticalDays?: number; progressOverride?: boolean }) => {
    const answer = await update.mutateAsync({ programmeId, version, ...edit })
    setRefusal(answer.ok ? null : answer.detail)
  }
  return (
    <div className="flex flex-col gap-3">
      <NumberField
        label="Near-critical up to"
        hint="Working days of total slack."
        value={nearCriticalDays}
        min={0}
        max={100}
        whole
        onCommit={(next) => void change({ nearCriticalDays: next ?? 5 })}
      />
      <div>
        <span className="mb-1 block font-medium text-ink-2 text-meta">Out-of-sequence work</span>
        <SegmentedControl
          label="Out-of-sequence work"
          value={progressOverride ? "override" : "retained"}
          options={[
            { value: "retained", label: "Retained logic" },
            { value: "override", label: "Progress override" },
          ]}
          onChange={(next) => void change({ progressOverride: next === "override" })}
        />
        <p className="mt-1.5 text-pretty text-ink-3 text-meta">
          {progressOverride
            ? "Work under way continues, whatever its predecessors do."
            : "Remaining work starts after its predecessors."}
        </p>
      </div>
      {refusal ? <InlineNotice>{refusal}</InlineNotice> : null}
      <p className="text-ink-3 text-meta">Recalculates the schedule for everyone.</p>
    </div>
  )
}
