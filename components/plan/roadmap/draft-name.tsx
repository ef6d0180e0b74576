"use client"

import { createContext, use, useRef } from "react"
import { CellInput } from "@/components/table/cell-input"
import type { DraftRow } from "@/lib/plan/roadmap/tree-rows"

type Drafting = {
  /** The title was written; `goOn` when it was finished by Enter, so that the next one can follow. */
  readonly onWritten: (draft: DraftRow, title: string, goOn: boolean) => void
  readonly onLeft: (draft: DraftRow) => void
}

/** What becomes of a draft that stands in the table. */
export const DraftContext = createContext<Drafting | null>(null)

/** The name of work that is being added, where it will stand. */
export function DraftName({ row }: { row: DraftRow }) {
  const drafting = use(DraftContext)
  const written = useRef("")
  if (!drafting) return null
  const commit = (text: string) => {
    const title = text.trim()
    if (title.length > 200) return "Use at most 200 characters."
    written.current = title
    return undefined
  }
  return (
    <CellInput
      label="New work item name"
      initial=""
      placeholder="Work item name. Enter to add, Esc to cancel"
      onCommit={commit}
      done={(focus) => {
        if (written.current) drafting.onWritten(row, written.current, focus !== "elsewhere")
        else drafting.onLeft(row)
      }}
    />
  )
}
