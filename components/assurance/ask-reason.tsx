"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { TextArea } from "@/components/ui/text-field"
import type { CallRefusal } from "@/lib/door/call"

type AskReasonProps = {
  label: string
  verb: string
  busy: boolean
  refusal: CallRefusal | null
  hint?: string
  onSay: (reason: string) => void
  onCancel: () => void
}

/** Asks why, in place, before something is taken back or not accepted. */
export function AskReason({ label, verb, busy, refusal, hint, onSay, onCancel }: AskReasonProps) {
  const [text, setText] = useState("")
  const wrong = refusal?.fields?.[0]?.message
  return (
    <form
      aria-label={verb}
      className="mt-2 flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        onSay(text.trim())
      }}
    >
      <TextArea
        label={label}
        value={text}
        onChange={setText}
        maxLength={2000}
        autoFocus
        error={wrong}
        {...(hint ? { hint } : {})}
      />
      {refusal && !wrong ? <InlineNotice>{refusal.detail}</InlineNotice> : null}
      <div className="flex gap-2">
        <Button type="submit" variant="danger" busy={busy} disabled={text.trim() === ""}>
          {verb}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  )
}
