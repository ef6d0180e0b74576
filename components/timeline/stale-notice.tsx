"use client"

import { sayAgo } from "@/components/roadmap/unsaved-notices"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import type { CallRefusal } from "@/lib/access/call"

type StaleNoticeProps = {
  readonly refusal: CallRefusal
  /** What was meant to be done, in words. */
  readonly said: string
  /** Looks at the same again, on the plan as it is now. */
  readonly onAgain: () => void
  readonly onLeave: () => void
}

/** Somebody else changed a bar while this member moved it: who, what of it, and a choice. */
export function StaleNotice({ refusal, said, onAgain, onLeave }: StaleNoticeProps) {
  const { current, changedBy, changedAt } = refusal
  const title = typeof current === "object" && current && "title" in current ? String(current.title) : "A part of it"
  const who = typeof changedBy === "string" ? changedBy : "somebody else"
  const when = typeof changedAt === "string" ? ` ${sayAgo(changedAt, Date.now())}` : ""
  return (
    <InlineNotice
      kind="refused"
      className="rounded-none! px-5!"
      action={
        <div className="flex flex-none flex-wrap justify-end gap-2">
          <Button size="small" onClick={onAgain}>
            Look again
          </Button>
          <Button size="small" onClick={onLeave}>
            Keep theirs
          </Button>
        </div>
      }
    >
      <span className="font-medium">{title}</span> was changed by {who}
      {when}, so nothing was moved. Yours: {said}. The plan is shown as it is now.
    </InlineNotice>
  )
}
