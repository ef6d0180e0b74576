"use client"

import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { once } from "@/lib/base/kernel/once"
import { IconButton } from "./button"
import { cn } from "./class-names"
import { addDays, addMonths, type DayText, weeksOf } from "./day-text"

type MonthGridProps = {
  label: string
  value: DayText | null
  today: DayText
  min?: DayText | undefined
  max?: DayText | undefined
  onPick: (day: DayText) => void
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
const monthName = once(() => new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }))
const fullName = once(() => new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: "UTC" }))
const dateOf = (day: DayText) => new Date(`${day}T00:00:00Z`)

const moves: Record<string, (day: DayText) => DayText> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  PageUp: (day) => addMonths(day, -1),
  PageDown: (day) => addMonths(day, 1),
}

/** One month to pick a day from; arrows move by day and week, Page keys by month. */
export function MonthGrid({ label, value, today, min, max, onPick }: MonthGridProps) {
  const [cursor, setCursor] = useState(value ?? today)
  const grid = useRef<HTMLTableElement>(null)
  const keepFocus = useRef(true)
  useEffect(() => {
    if (keepFocus.current) grid.current?.querySelector<HTMLElement>(`[data-day="${cursor}"]`)?.focus()
  }, [cursor])
  const turn = (months: number) => {
    keepFocus.current = false
    setCursor((was) => addMonths(was, months))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    keepFocus.current = true
    setCursor(move)
  }
  return (
    <div role="dialog" aria-label={label} className="w-56">
      <div className="mb-1 flex items-center justify-between">
        <IconButton icon="chevron-left" label="Previous month" size="small" onClick={() => turn(-1)} />
        <span aria-live="polite" className="font-semibold">
          {monthName().format(dateOf(cursor))}
        </span>
        <IconButton icon="chevron-right" label="Next month" size="small" onClick={() => turn(1)} />
      </div>
      <table ref={grid} aria-label={label} onKeyDown={onKeyDown} className="w-full table-fixed border-collapse">
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} abbr={weekday} scope="col" className="h-6 font-normal text-ink-3 text-tiny">
                {weekday.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(cursor).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} className="p-0 text-center">
                  <button
                    type="button"
                    data-day={day}
                    tabIndex={day === cursor ? 0 : -1}
                    aria-label={fullName().format(dateOf(day))}
                    aria-pressed={day === value}
                    aria-current={day === today ? "date" : undefined}
                    disabled={Boolean((min && day < min) || (max && day > max))}
                    onClick={() => onPick(day)}
                    className={cn(
                      "size-7 rounded-md text-meta hover:bg-hover disabled:opacity-40",
                      day === value
                        ? "bg-accent font-semibold text-accent-ink hover:bg-accent-hover"
                        : day.startsWith(cursor.slice(0, 7))
                          ? "text-ink"
                          : "text-ink-3",
                      day === today && day !== value && "inset-ring inset-ring-line-field font-semibold",
                    )}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
