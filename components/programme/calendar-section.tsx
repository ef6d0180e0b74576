"use client"

import { useState } from "react"
import { Section } from "@/components/accounts/section"
import { useAct } from "@/components/accounts/use-act"
import { Button } from "@/components/ui/button"
import { call } from "@/lib/access/call"
import { type Day, isDay } from "@/lib/kernel/day"
import { updateProgramme } from "@/lib/roadmap/contract"
import type { ProgrammeView } from "@/lib/roadmap/programme"
import { type CalendarDraft, CalendarFields } from "./calendar-fields"
import { type FieldErrors, filled, refusedFields } from "./draft"

const draftOf = ({ startDay, timeZone, weekend, holidays }: ProgrammeView): CalendarDraft => ({
  ...{ startDay, timeZone, weekend },
  holidays: holidays.map(({ day, name }) => ({ id: day, day, name })),
})

type CalendarSectionProps = { programme: ProgrammeView; today: Day }

/** When the programme starts and works. The plan is computed anew from what is saved here. */
export function CalendarSection({ programme, today }: CalendarSectionProps) {
  const { id: programmeId, version } = programme
  const [draft, setDraft] = useState<CalendarDraft | null>(null)
  const [errors, setErrors] = useState<FieldErrors>({})
  const { act, busy } = useAct()
  const shown = draft ?? draftOf(programme)
  const timeZone = shown.timeZone ?? programme.timeZone
  const save = async () => {
    if (!isDay(shown.startDay)) return setErrors({ startDay: "Say on which day the programme starts." })
    const holidays = filled(shown).map(({ day, name }) => ({ day, name }))
    const change = { startDay: shown.startDay, timeZone, weekend: [...shown.weekend], holidays }
    const saved = await act(() => call(updateProgramme, { programmeId, version, ...change }), { text: "Saved" })
    setErrors(saved.ok ? {} : refusedFields(shown, saved))
    if (saved.ok) setDraft(null)
  }
  return (
    <Section title="Calendar" note="All planned dates follow from it.">
      <form
        className="flex max-w-[480px] flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <CalendarFields
          draft={shown}
          edit={(part) => setDraft({ ...shown, ...part })}
          errors={errors}
          today={today}
          timeZone={timeZone}
        />
        <div>
          <Button type="submit" variant="primary" busy={busy} disabled={draft === null} className="h-8">
            Save the calendar
          </Button>
        </div>
      </form>
    </Section>
  )
}
