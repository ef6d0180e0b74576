"use client"

import { useState } from "react"
import { Button, IconButton } from "@/components/ui/button"
import { DateField } from "@/components/ui/date-field"
import { InlineNotice } from "@/components/ui/inline-notice"
import { Menu } from "@/components/ui/menu"
import { SegmentedControl } from "@/components/ui/segmented-control"
import { TextArea, TextField } from "@/components/ui/text-field"
import type { Day } from "@/lib/base/kernel/day"
import type { DayOrder } from "@/lib/plan/roadmap/calendars/pasted-days"
import { readHolidays } from "@/lib/plan/roadmap/calendars/pasted-holidays"
import {
  type HolidayRegion,
  holidayRegions,
  publicHolidays,
  regionNames,
} from "@/lib/plan/roadmap/calendars/public-holidays"
import type { FieldErrors, HolidayRow } from "./draft"
import { FieldGroup } from "./field-group"

type HolidayRowsProps = {
  rows: readonly HolidayRow[]
  onChange: (rows: readonly HolidayRow[]) => void
  errors: FieldErrors
  today: Day
  /** Holidays are proposed from here on. */
  startDay: string
  hint: string
}

const newRow = (day = "", name = ""): HolidayRow => ({ id: crypto.randomUUID(), day, name })

/** Holidays one by one, or many from a pasted list. */
export function HolidayRows({ rows, onChange, errors, today, startDay, hint }: HolidayRowsProps) {
  const [pasting, setPasting] = useState(false)
  const take = (more: readonly { day: string; name: string }[]) => {
    const known = new Set(rows.map(({ day }) => day))
    const fresh = more.filter(({ day }) => !known.has(day)).map(({ day, name }) => newRow(day, name))
    const kept = rows.filter(({ day, name }) => day !== "" || name !== "")
    onChange([...kept, ...fresh].sort((a, b) => (a.day < b.day ? -1 : 1)))
  }
  const change = (id: string, part: Partial<HolidayRow>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, ...part } : row)))
  return (
    <FieldGroup label={rows.length > 0 ? `Holidays (${rows.length})` : "Holidays"} error={errors.holidays} hint={hint}>
      <ul className="flex flex-col gap-2">
        {rows.map((row) => (
          <li key={row.id} className="grid grid-cols-[150px_1fr_28px] items-start gap-2">
            <DateField
              label={`Date of ${row.name || "the holiday"}`}
              hideLabel
              value={row.day || null}
              today={today}
              onCommit={(day) => change(row.id, { day: day ?? "" })}
              {...(errors[`holidays.${row.id}`] ? { error: errors[`holidays.${row.id}`] } : {})}
            />
            <TextField
              label="Holiday name"
              hideLabel
              placeholder="Name"
              value={row.name}
              maxLength={80}
              onChange={(name) => change(row.id, { name })}
            />
            <IconButton
              icon="close"
              label={`Remove ${row.name || "the holiday"}`}
              className="mt-0.5"
              onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}
            />
          </li>
        ))}
      </ul>
      <div className="mt-2 flex gap-2">
        <Button icon="plus" onClick={() => onChange([...rows, newRow()])}>
          Add a holiday
        </Button>
        <Menu
          label="Public holidays of"
          entries={holidayRegions.map((region) => ({
            id: region,
            label: regionNames[region],
            onSelect: () => take(proposed(region, startDay || today)),
          }))}
          trigger={(trigger) => (
            <Button variant="quiet" {...trigger}>
              Public holidays
            </Button>
          )}
        />
        <Button variant="quiet" aria-expanded={pasting} onClick={() => setPasting((was) => !was)}>
          Paste list
        </Button>
      </div>
      {pasting ? (
        <PasteBox
          onTake={(pasted) => {
            take(pasted)
            setPasting(false)
          }}
        />
      ) : null}
    </FieldGroup>
  )
}

/** The public holidays of two years from a day on. */
function proposed(region: HolidayRegion, from: string) {
  const year = Number(from.slice(0, 4))
  const days = [year, year + 1, year + 2].flatMap((each) => publicHolidays(region, each))
  return days.filter(({ day }) => day >= from && day < `${year + 2}${from.slice(4)}`)
}

const orders: readonly { value: DayOrder | "open"; label: string }[] = [
  { value: "day-first", label: "Day" },
  { value: "month-first", label: "Month" },
]

type PasteBoxProps = { onTake: (holidays: readonly { day: string; name: string }[]) => void }

function PasteBox({ onTake }: PasteBoxProps) {
  const [text, setText] = useState("")
  const [order, setOrder] = useState<DayOrder | null>(null)
  const { holidays, unread } = readHolidays(text, order)
  const { open } = readHolidays(text)
  return (
    <div className="mt-2 flex flex-col items-start gap-2">
      <TextArea
        className="w-full"
        label="One holiday per line: date with year, then name"
        hint="A range such as 24.12.2026 - 31.12.2026 is all of its days."
        placeholder="e.g. 25 Dec 2026, Christmas Day"
        value={text}
        onChange={setText}
      />
      {open.length > 0 ? (
        <div className="flex flex-wrap items-center gap-2 text-ink-2 text-meta">
          <span>Which comes first in "{open[0]}"?</span>
          <SegmentedControl
            label="Order of day and month"
            value={order ?? "open"}
            options={orders}
            onChange={(next) => setOrder(next === "open" ? null : next)}
          />
        </div>
      ) : null}
      {unread.length > 0 ? (
        <InlineNotice kind="warn">No date with a year found in: {unread.slice(0, 3).join("; ")}</InlineNotice>
      ) : null}
      <Button disabled={holidays.length === 0 || (open.length > 0 && order === null)} onClick={() => onTake(holidays)}>
        {holidays.length === 1 ? "Take 1 holiday" : `Take ${holidays.length} holidays`}
      </Button>
    </div>
  )
}
