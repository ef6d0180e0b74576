"use client"

import type { KeyboardEvent } from "react"
import { Button } from "@/components/ui/button"
import { TextArea } from "@/components/ui/text-field"

type TextFormProps = {
  label: string
  text: string
  onText: (text: string) => void
  /** The words on the button that keeps it: "Comment", "Save". */
  keep: string
  onKeep: () => void
  onCancel?: () => void
  busy?: boolean
  placeholder?: string
  autoFocus?: boolean
}

/** Several lines of text with a button to keep them; Ctrl+Enter does the same. */
export function TextForm({ label, text, onText, keep, onKeep, onCancel, busy, placeholder, autoFocus }: TextFormProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    if (!busy) onKeep()
  }
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        onKeep()
      }}
    >
      <TextArea
        label={label}
        hideLabel
        value={text}
        onChange={onText}
        onKeyDown={onKeyDown}
        {...(placeholder ? { placeholder } : {})}
        {...(autoFocus ? { autoFocus } : {})}
      />
      <div className="flex justify-end gap-2">
        {onCancel ? <Button onClick={onCancel}>Cancel</Button> : null}
        <Button type="submit" kbd="Ctrl ↵" busy={busy ?? false}>
          {keep}
        </Button>
      </div>
    </form>
  )
}
