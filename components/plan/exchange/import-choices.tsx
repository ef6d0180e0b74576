"use client"

import { Checkbox } from "@/components/ui/checkbox"
import { Select } from "@/components/ui/select"
import type { ProjectFilePreview } from "@/lib/plan/exchange/contract"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import type { Choices } from "./use-project-file"

type ImportChoicesProps = {
  readonly roadmap: RoadmapView
  readonly preview: ProjectFilePreview
  readonly choices: Choices
  readonly disabled: boolean
  readonly onChange: (change: Partial<Choices>) => void
}

/** What is decided before an import; only what the file gives a reason for. */
export function ImportChoices({ roadmap, preview, choices, disabled, onChange }: ImportChoicesProps) {
  const nobody = preview.newPeople.length > 0 || preview.leftOut.some(({ why }) => why.startsWith("No matching person"))
  return (
    <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
      {preview.newWorkstreams.length > 0 ? (
        <>
          <Select
            label={preview.newWorkstreams.length === 1 ? "Stage of the new workstream" : "Stage of the new workstreams"}
            className="w-64 max-w-full"
            disabled={disabled}
            placeholder="Choose a stage"
            value={choices.stageId}
            options={roadmap.stages.map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` }))}
            onChange={(stageId) => onChange({ stageId })}
          />
          <Select
            label="Phase"
            className="w-64 max-w-full"
            disabled={disabled}
            value={choices.phaseId}
            options={roadmap.phases.map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` }))}
            onChange={(phaseId) => onChange({ phaseId })}
          />
        </>
      ) : null}
      <div className="flex flex-wrap gap-x-5 gap-y-2 pb-1.5">
        {nobody ? (
          <Checkbox
            label="Add people who aren't in the programme yet"
            checked={choices.addPeople}
            disabled={disabled}
            onChange={(addPeople) => onChange({ addPeople })}
          />
        ) : null}
        {preview.calendar ? (
          <Checkbox
            label={`Import calendar (${preview.calendar.holidays.length} holidays)`}
            checked={choices.takeCalendar}
            disabled={disabled}
            onChange={(takeCalendar) => onChange({ takeCalendar })}
          />
        ) : null}
        {preview.baselines.length > 0 || !choices.takeBaselines ? (
          <Checkbox
            label="Import baselines"
            checked={choices.takeBaselines}
            disabled={disabled}
            onChange={(takeBaselines) => onChange({ takeBaselines })}
          />
        ) : null}
      </div>
    </div>
  )
}
