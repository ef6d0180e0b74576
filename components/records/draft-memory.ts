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

type TextDraft = { readonly draft: string; readonly base: string }
const textDrafts = new Map<string, TextDraft>()

/** A text that is being written over another one; it outlives its panel and remembers what it was begun on. */
export function useTextDraft(key: string) {
  const [kept, setKept] = useState<TextDraft | null>(() => textDrafts.get(key) ?? null)
  const keep = (next: TextDraft | null) => {
    if (next === null) textDrafts.delete(key)
    else textDrafts.set(key, next)
    setKept(next)
  }
  return {
    draft: kept?.draft ?? null,
    base: kept?.base ?? null,
    /** Begins on a text, with something else in the box if that is given. */
    begin: (base: string, draft: string = base) => keep({ draft, base }),
    write: (draft: string) => keep({ draft, base: kept?.base ?? "" }),
    end: () => keep(null),
  }
}
