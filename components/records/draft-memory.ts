"use client"

import { useState } from "react"

/** What was typed and not sent yet, for as long as the tab stands. */
const drafts = new Map<string, string>()

/** A text that is being written; it outlives its panel. Null: nobody is writing. */
export function useDraft(key: string): readonly [string | null, (text: string | null) => void] {
  const [text, setText] = useState(() => drafts.get(key) ?? null)
  const keep = (next: string | null) => {
    if (next === null) drafts.delete(key)
    else drafts.set(key, next)
    setText(next)
  }
  return [text, keep]
}
