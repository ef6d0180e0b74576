"use client"

import { useState } from "react"
import { CellInput } from "@/components/table/cell-input"

type PropertyTextProps = {
  /** Names the property: "Estimate". */
  label: string
  /** As it is shown and as it is typed. */
  shown: string
  typed: string
  placeholder?: string
  /** Returns a sentence to refuse what was typed. */
  onCommit: (text: string) => string | undefined
  mayEdit: boolean
}

/** A property that is text until it is pressed, and a text box then. */
export function PropertyText({ label, shown, typed, placeholder = "none", onCommit, mayEdit }: PropertyTextProps) {
  const [editing, setEditing] = useState(false)
  const quiet = <span className="text-ink-3">{placeholder}</span>
  if (!mayEdit) return <span className="min-w-0 break-words">{shown || quiet}</span>
  if (editing) return <CellInput label={label} initial={typed} onCommit={onCommit} done={() => setEditing(false)} />
  return (
    <button
      type="button"
      aria-label={`${label}: ${shown || placeholder}. Change`}
      onClick={() => setEditing(true)}
      className="-mx-1.5 min-h-7 min-w-0 max-w-full break-words rounded-md px-1.5 text-left hover:bg-hover"
    >
      {shown || quiet}
    </button>
  )
}
