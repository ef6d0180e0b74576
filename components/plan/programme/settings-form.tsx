"use client"

import { useEffect, useRef } from "react"
import { OvertakenNotice } from "@/components/shell/overtaken-notice"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { TextField } from "@/components/ui/text-field"
import type { Day } from "@/lib/base/kernel/day"
import type { ProgrammeView } from "@/lib/plan/roadmap/programme"
import { CalendarFields } from "./calendar-fields"
import { CloudsField } from "./clouds-field"
import { sayDifference } from "./settings-draft"
import { useSettings } from "./use-settings"

type SettingsFormProps = { programme: ProgrammeView; today: Day }

/** A programme's settings with one button to save them; nothing typed is lost when it is refused. */
export function SettingsForm({ programme, today }: SettingsFormProps) {
  const settings = useSettings(programme)
  const { fields, edit, faults, isChanged, busy, theirs } = settings
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (Object.keys(faults).length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus()
  }, [faults])
  const line = (label: string, key: "name" | "organisation" | "sponsor") => (
    <TextField
      label={label}
      value={fields[key]}
      onChange={(text) => edit({ [key]: text })}
      error={faults[key]}
      maxLength={80}
    />
  )
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged && !busy && !theirs) void settings.save()
      }}
    >
      <div className="grid max-w-[960px] grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)] gap-x-12 gap-y-4 max-lg:grid-cols-1 max-lg:max-w-[480px]">
        <div className="flex flex-col gap-4">
          {line("Name", "name")}
          {line("Organisation", "organisation")}
          {line("Sponsor (optional)", "sponsor")}
          <CloudsField
            chosen={fields.clouds}
            onChange={(clouds) => edit({ clouds })}
            error={faults.clouds}
            hint="Existing work is not affected."
          />
          <TextField
            className="w-24"
            label="Currency"
            value={fields.currency}
            onChange={(currency) => edit({ currency })}
            error={faults.currency}
            maxLength={3}
          />
        </div>
        <CalendarFields
          draft={fields}
          edit={edit}
          errors={faults}
          today={today}
          timeZone={fields.timeZone ?? ""}
          holidayHint="Non-working days for everyone. Saving recalculates the schedule."
        />
      </div>
      <SaveBar settings={settings} theirs={theirs} />
    </form>
  )
}

type SaveBarProps = {
  settings: ReturnType<typeof useSettings>
  theirs: { base: ProgrammeView; current: ProgrammeView } | null
}

function SaveBar({ settings, theirs }: SaveBarProps) {
  const { busy, isChanged, refusal, save, forget } = settings
  return (
    <div className="sticky bottom-0 mt-4 flex max-w-[960px] flex-col gap-2 bg-surface py-3">
      {theirs ? (
        <OvertakenNotice busy={busy} onMine={() => void save(theirs.current.version)} onTheirs={forget}>
          {`Someone else changed ${sayDifference(theirs.base, theirs.current)} in the meantime. Your changes are kept.`}
        </OvertakenNotice>
      ) : null}
      {refusal ? <InlineNotice>{refusal}</InlineNotice> : null}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={busy} disabled={!isChanged || theirs !== null}>
          Save
        </Button>
        {isChanged && !theirs ? (
          <Button variant="quiet" onClick={forget}>
            Discard
          </Button>
        ) : null}
      </div>
    </div>
  )
}
