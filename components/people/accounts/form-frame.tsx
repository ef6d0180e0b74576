"use client"

import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"

type FormFrameProps = {
  onSubmit: () => void
  busy: boolean
  /** The verb on the button. */
  action: string
  refusal?: string | undefined
  children: ReactNode
}

/** A form of the sign-in pages: fields in a column, the refusal above the one button. */
export function FormFrame({ onSubmit, busy, action, refusal, children }: FormFrameProps) {
  return (
    <form
      className="flex flex-col gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) onSubmit()
      }}
    >
      {children}
      {refusal ? <InlineNotice>{refusal}</InlineNotice> : null}
      <Button type="submit" variant="primary" size="large" busy={busy} className="w-full">
        {action}
      </Button>
    </form>
  )
}
