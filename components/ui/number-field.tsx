"use client"

import { type KeyboardEvent, useState } from "react"
import { grouped } from "@/lib/base/kernel/grouped"
import { readNumber, readPercent, readSpan, type SpanUnits } from "@/lib/base/kernel/number-text"
import { rounded } from "@/lib/base/kernel/rounded"
import { cn } from "./class-names"
import { FieldFrame, type FieldText, fieldBox, useFieldWiring } from "./field"
import { frameOf } from "./select"

type NumberFieldProps = FieldText & {
  value: number | null
  /** Called when the text is left or Enter is pressed: a number within bounds, or null when emptied. What lies beyond is said. */
  onCommit: (value: number | null) => void
  min?: number
  max?: number
  /** One press of an arrow key; ten with Shift. */
  step?: number
  /** Stands after the number: "d", "%". */
  unit?: string
  /** What a span of time is counted in, so that it may be typed as "2w". */
  span?: SpanUnits
  /** Only whole numbers. */
  whole?: boolean
  disabled?: boolean
  name?: string
  autoFocus?: boolean
}

type Bounds = {
  readonly min: number
  readonly max: number
  readonly unit: string | undefined
  readonly span: SpanUnits | undefined
  readonly whole: boolean
}

/** What is typed as a number within bounds, or what is wrong with it. */
function readWithin(text: string, { min, max, unit, span, whole }: Bounds): { value: number } | { problem: string } {
  const value = span ? readSpan(text, span) : unit === "%" ? readPercent(text) : readNumber(text)
  if (value === null) return { problem: span ? "Enter a number, such as 4 or 2w." : "Enter a number." }
  if (whole && !Number.isInteger(value)) return { problem: "Enter a whole number." }
  if (value >= min && value <= max) return { value }
  if (Number.isFinite(min) && Number.isFinite(max)) return { problem: `Enter ${grouped(min)} to ${grouped(max)}.` }
  return { problem: value < min ? `Enter at least ${grouped(min)}.` : `Enter at most ${grouped(max)}.` }
}

/** A number typed or stepped with the arrows; what cannot be read stays on screen and is said to be wrong. */
export function NumberField(props: NumberFieldProps) {
  const { value, onCommit, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, step = 1, unit } = props
  const bounds = { min, max, unit, span: props.span, whole: props.whole ?? false }
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? (value === null ? "" : String(value))
  const read = draft === null || draft.trim() === "" ? null : readWithin(draft, bounds)
  const error = props.error ?? (read && "problem" in read ? read.problem : undefined)
  const { id, control } = useFieldWiring({ hint: props.hint, error })
  const within = (number: number) => Math.min(max, Math.max(min, number))
  const commit = () => {
    if (draft === null || (read && "problem" in read)) return
    setDraft(null)
    const next = read === null ? null : read.value
    if (next !== value) onCommit(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") commit()
    if (event.key === "Escape" && draft !== null) {
      event.preventDefault()
      setDraft(null)
    }
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return
    event.preventDefault()
    const by = step * (event.shiftKey ? 10 : 1) * (event.key === "ArrowUp" ? 1 : -1)
    const from = readWithin(text, { ...bounds, min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY })
    setDraft(String(rounded(within(("value" in from ? from.value : 0) + by), 6)))
  }
  return (
    <FieldFrame {...frameOf({ ...props, error })} id={id}>
      <span className="relative block">
        <input
          {...control}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          name={props.name}
          disabled={props.disabled}
          // biome-ignore lint/a11y/noAutofocus: only for an editor that was asked for
          autoFocus={props.autoFocus}
          value={text}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={commit}
          onKeyDown={onKeyDown}
          className={cn(fieldBox, "h-8 text-right tabular-nums", unit && "pr-8")}
        />
        {unit ? (
          <span className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-ink-3 text-meta">
            {unit}
          </span>
        ) : null}
      </span>
    </FieldFrame>
  )
}
