"use client"

import { useState } from "react"
import { NumberField } from "@/components/ui/number-field"
import { Select } from "@/components/ui/select"
import { clockHours } from "@/lib/base/kernel/number-text"

const rhythms = [
  { value: "never", label: "Manually" },
  { value: "24", label: "Every day" },
  { value: "168", label: "Every week" },
  { value: "hours", label: "Custom interval" },
] as const
type Rhythm = (typeof rhythms)[number]["value"]

const rhythmOf = (hours: number | null): Rhythm =>
  rhythms.find(({ value }) => value === String(hours))?.value ?? (hours === null ? "never" : "hours")

type ScheduleFieldsProps = { hours: number | null; onChange: (hours: number | null) => void }

/** How often facts are fetched. */
export function ScheduleFields({ hours, onChange }: ScheduleFieldsProps) {
  const [rhythm, setRhythm] = useState(() => rhythmOf(hours))
  const choose = (value: Rhythm) => {
    setRhythm(value)
    onChange(value === "never" ? null : value === "hours" ? (hours ?? 12) : Number(value))
  }
  return (
    <div className="grid grid-cols-2 items-start gap-3">
      <Select label="Schedule" options={rhythms} value={rhythm} onChange={choose} />
      {rhythm === "hours" ? (
        <NumberField
          label="Interval in hours"
          value={hours}
          min={1}
          max={8_760}
          unit="h"
          span={clockHours}
          whole
          onCommit={(value) => onChange(value ?? 12)}
        />
      ) : null}
    </div>
  )
}
