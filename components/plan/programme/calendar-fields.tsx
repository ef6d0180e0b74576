"use client"

import { useMemo } from "react"
import { Checkbox } from "@/components/ui/checkbox"
import { Combobox } from "@/components/ui/combobox"
import { DateField } from "@/components/ui/date-field"
import type { Day } from "@/lib/base/kernel/day"
import type { CalendarDraft, FieldErrors } from "./draft"
import { FieldGroup } from "./field-group"
import { HolidayRows } from "./holiday-rows"

type CalendarFieldsProps = {
  draft: Omit<CalendarDraft, "timeZone">
  edit: (part: Partial<CalendarDraft>) => void
  errors: FieldErrors
  today: Day
  timeZone: string
  holidayHint: string
}

export const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

/** When the programme starts and on which days it works. */
export function CalendarFields({ draft, edit, errors, today, timeZone, holidayHint }: CalendarFieldsProps) {
  const zones = useMemo(() => {
    const known = new Set(["UTC", timeZone, ...Intl.supportedValuesOf("timeZone")])
    return [...known].sort().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))
  }, [timeZone])
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-[150px_1fr] gap-3 max-sm:grid-cols-1">
        <DateField
          label="Start"
          value={draft.startDay || null}
          today={today}
          onCommit={(day) => edit({ startDay: day ?? "" })}
          {...(errors.startDay ? { error: errors.startDay } : {})}
        />
        <Combobox
          label="Time zone"
          options={zones}
          value={timeZone}
          onChange={(zone) => edit({ timeZone: zone })}
          error={errors.timeZone}
        />
      </div>
      <FieldGroup label="Non-working days" error={errors.weekend}>
        <div className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1">
          {weekdays.map((name, index) => (
            <Checkbox
              key={name}
              label={name.slice(0, 2)}
              aria-label={name}
              checked={draft.weekend.includes(index + 1)}
              aria-invalid={errors.weekend && index === 0 ? true : undefined}
              onChange={(on) =>
                edit({
                  weekend: [1, 2, 3, 4, 5, 6, 7].filter((day) =>
                    day === index + 1 ? on : draft.weekend.includes(day),
                  ),
                })
              }
            />
          ))}
        </div>
      </FieldGroup>
      <HolidayRows
        rows={draft.holidays}
        onChange={(holidays) => edit({ holidays })}
        errors={errors}
        today={today}
        startDay={draft.startDay}
        hint={holidayHint}
      />
    </div>
  )
}
