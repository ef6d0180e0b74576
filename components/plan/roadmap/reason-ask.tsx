"use client"

import { useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { Anchored } from "@/components/ui/popup/anchored"
import { TextField } from "@/components/ui/text-field"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"

export type Asking = {
  readonly items: readonly WorkItemView[]
  readonly status: "blocked" | "dropped"
  /** Where it was asked for. */
  readonly anchor: HTMLElement | null
}

const questions = { blocked: "What is blocking it?", dropped: "Why drop it?" } as const
const verbs = { blocked: "Set to Blocked", dropped: "Drop" } as const

type ReasonAskProps = { asking: Asking /** Null: changed their mind. */; onDone: (reason: string | null) => void }

/** Asks in a few words why work is blocked or dropped, beside the place where that was said. */
export function ReasonAsk({ asking, onDone }: ReasonAskProps) {
  const anchor = useRef(asking.anchor)
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState("")
  const [problem, setProblem] = useState<string>()
  useEffect(() => input.current?.focus(), [])
  const finish = () => {
    const reason = text.trim()
    if (reason === "") setProblem("Enter a short reason.")
    else if (reason.length > 500) setProblem("Use at most 500 characters.")
    else onDone(reason)
  }
  const [only, ...others] = asking.items
  const subject = only && others.length === 0 ? only.title : `${asking.items.length} items`
  return (
    <Anchored
      anchor={anchor}
      className="w-80 p-3"
      onClose={(how) => {
        if (how === "escape" || text.trim() === "") onDone(null)
      }}
    >
      <form
        role="dialog"
        aria-label={`${questions[asking.status]} ${subject}`}
        onSubmit={(event) => {
          event.preventDefault()
          finish()
        }}
      >
        <TextField
          ref={input}
          label={questions[asking.status]}
          hint={subject}
          value={text}
          onChange={setText}
          error={problem}
          maxLength={500}
        />
        <div className="mt-3 flex justify-end gap-2">
          <Button onClick={() => onDone(null)}>Cancel</Button>
          <Button type="submit" variant={asking.status === "dropped" ? "danger" : "primary"}>
            {verbs[asking.status]}
          </Button>
        </div>
      </form>
    </Anchored>
  )
}
