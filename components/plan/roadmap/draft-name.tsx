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
    if (title.length > 200) return "Keep it to 200 characters."
    written.current = title
    return undefined
  }
  return (
    <CellInput
      label="Name of the new work"
      initial=""
      placeholder="What is to be done? Enter adds it, Escape leaves"
      onCommit={commit}
      done={(focus) => {
        if (written.current) drafting.onWritten(row, written.current, focus !== "elsewhere")
        else drafting.onLeft(row)
      }}
    />
  )
}
