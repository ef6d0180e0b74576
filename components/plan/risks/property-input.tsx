"use client"

import { useState } from "react"

type PropertyInputProps = {
  label: string
  text: string
  placeholder: string
  /** Called on Enter and on leaving when the text is another one. Return a sentence to refuse it. */
  onCommit: (text: string) => string | undefined
}

/** A property that is written where it stands: Enter or leaving keeps it, Escape gives back what was there. */
export function PropertyInput({ label, text, placeholder, onCommit }: PropertyInputProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string>()
  const commit = () => {
    if (draft === null) return
    const refusal = draft === text ? undefined : onCommit(draft)
    setProblem(refusal ?? undefined)
    if (!refusal) setDraft(null)
  }
  return (
    <span className="min-w-0 flex-1">
      <input
        type="text"
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        autoComplete="off"
        placeholder={placeholder}
        value={draft ?? text}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit()
          if (event.key !== "Escape" || draft === null) return
          event.preventDefault()
          setDraft(null)
          setProblem(undefined)
        }}
        className="-mx-1.5 h-7 w-[calc(100%+12px)] rounded-md bg-transparent px-1.5 placeholder:text-ink-3 hover:bg-hover aria-invalid:text-needs-you"
      />
      {problem ? (
        <span role="alert" className="block text-meta text-needs-you">
          {problem}
        </span>
      ) : null}
    </span>
  )
}
