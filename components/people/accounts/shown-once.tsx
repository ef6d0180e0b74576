"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { TextField } from "@/components/ui/text-field"

type ShownOnceProps = { label: string; value: string; sentence: string; onDone: () => void }

/** A secret that is shown this once: to copy, and then gone. */
export function ShownOnce({ label, value, sentence, onDone }: ShownOnceProps) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <InlineNotice kind="good" className="mb-4 max-w-[860px]">
      <p>{sentence}</p>
      <div className="mt-2 flex flex-wrap items-end gap-2 text-ink">
        <TextField
          label={label}
          value={value}
          readOnly
          onFocus={(event) => event.target.select()}
          className="min-w-[220px] flex-1 [&_input]:font-mono"
        />
        <Button icon="copy" onClick={() => void copy()} className="h-8">
          {copied ? "Copied" : "Copy"}
        </Button>
        <Button onClick={onDone} className="h-8">
          Done
        </Button>
      </div>
    </InlineNotice>
  )
}
