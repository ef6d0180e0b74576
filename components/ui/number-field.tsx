"use client"

import { type KeyboardEvent, useState } from "react"
import { cn } from "./class-names"
import { FieldFrame, type FieldText, fieldBox, useFieldWiring } from "./field"
import { frameOf } from "./select"

type NumberFieldProps = FieldText & {
  value: number | null
  /** Called when the text is left or Enter is pressed: a number within bounds, or null when emptied. */
  onCommit: (value: number | null) => void
  min?: number
  max?: number
  /** One press of an arrow key; ten with Shift. */
  step?: number
  /** Stands after the number: "d", "%". */
  unit?: string
  disabled?: boolean
  name?: string
  autoFocus?: boolean
}

/** A number as people write it: "1 200", "12,5" and "12.5" are read; anything else is null. */
export function readNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".")
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** A number typed or stepped with the arrows; what cannot be read stays on screen and is said to be wrong. */
export function NumberField(props: NumberFieldProps) {
  const { value, onCommit, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, step = 1, unit } = props
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? (value === null ? "" : String(value))
  const wrong = draft !== null && draft.trim() !== "" && readNumber(draft) === null
  const error = props.error ?? (wrong ? "Write a number." : undefined)
  const { id, control } = useFieldWiring({ hint: props.hint, error })
  const within = (number: number) => Math.min(max, Math.max(min, number))
  const commit = () => {
    if (draft === null || wrong) return
    const read = readNumber(draft)
    setDraft(null)
    const next = read === null ? null : within(read)
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
    setDraft(String(Number(within((readNumber(text) ?? 0) + by).toFixed(6))))
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
