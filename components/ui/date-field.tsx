"use client"

import { type KeyboardEvent, useRef, useState } from "react"
import { IconButton } from "./button"
import { cn } from "./class-names"
import { addDays, type DayText, readDay, sayDay } from "./day-text"
import { FieldFrame, type FieldText, fieldBox, useFieldWiring } from "./field"
import { MonthGrid } from "./month-grid"
import { Anchored } from "./popup/anchored"
import { frameOf } from "./select"

type DateFieldProps = FieldText & {
  /** `YYYY-MM-DD` or null. */
  value: DayText | null
  /** The programme's day, for `14 mar`, `today` and the ring in the month. */
  today: DayText
  /** Called on Enter, on leaving, on a pick: a day that exists, or null when emptied. */
  onCommit: (day: DayText | null) => void
  min?: DayText
  max?: DayText
  disabled?: boolean
  name?: string
  autoFocus?: boolean
}

/** A day typed as `2026-03-14` or `14 mar`, moved a day by the up and down arrows (a week with Shift), or picked from a month. */
export function DateField(props: DateFieldProps) {
  const { value, today, onCommit, min, max } = props
  const [draft, setDraft] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLSpanElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const read = draft === null ? value : readDay(draft, today)
  const wrong = problemOf({ draft, read, min, max })
  const error = props.error ?? wrong
  const { id, control } = useFieldWiring({ hint: props.hint, error })

  const take = (day: DayText | null) => {
    setDraft(null)
    if (day !== value) onCommit(day)
  }
  const commit = () => {
    if (draft === null || wrong) return
    take(draft.trim() === "" ? null : read)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") return commit()
    if (event.key === "Escape" && draft !== null) {
      event.preventDefault()
      return setDraft(null)
    }
    const way = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0
    if (way === 0) return
    event.preventDefault()
    if (event.altKey) return setOpen(true)
    setDraft(addDays(read ?? value ?? today, way * (event.shiftKey ? 7 : 1)))
  }
  const shut = () => {
    setOpen(false)
    input.current?.focus()
  }
  return (
    <FieldFrame {...frameOf({ ...props, error })} id={id}>
      <span ref={box} className="relative block">
        <input
          {...control}
          ref={input}
          type="text"
          autoComplete="off"
          name={props.name}
          disabled={props.disabled}
          // biome-ignore lint/a11y/noAutofocus: only for an editor that was asked for
          autoFocus={props.autoFocus}
          placeholder="Day, e.g. 14 Mar"
          value={draft ?? value ?? ""}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={commit}
          onKeyDown={onKeyDown}
          className={cn(fieldBox, "h-8 pr-9")}
        />
        <IconButton
          icon="calendar"
          size="small"
          label={`Choose date: ${props.label}`}
          aria-haspopup="dialog"
          aria-expanded={open}
          disabled={props.disabled}
          onClick={() => setOpen((was) => !was)}
          className="absolute top-1 right-1"
        />
      </span>
      {open ? (
        <Anchored
          anchor={box}
          align="end"
          onClose={(how) => (how === "escape" ? shut() : setOpen(false))}
          className="p-2"
        >
          <MonthGrid
            label={props.label}
            value={read ?? value}
            today={today}
            min={min}
            max={max}
            onPick={(day) => {
              take(day)
              shut()
            }}
          />
        </Anchored>
      ) : null}
    </FieldFrame>
  )
}

type Draft = { draft: string | null; read: DayText | null; min: DayText | undefined; max: DayText | undefined }

function problemOf({ draft, read, min, max }: Draft): string | undefined {
  if (draft === null || draft.trim() === "") return undefined
  if (read === null) return "Enter a valid date, such as 14 Mar or 2026-03-14."
  if (min && read < min) return `Choose ${sayDay(min)} or later.`
  if (max && read > max) return `Choose ${sayDay(max)} or earlier.`
  return undefined
}
