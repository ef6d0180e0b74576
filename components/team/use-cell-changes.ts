"use client"

import { useRef, useState } from "react"
import { useToasts } from "@/components/ui/toasts"
import type { CallResult } from "@/lib/door/call"

/** Changes of a grid's cells: each shows at once, is sent after those before it, and is taken back where it is refused. */
export function useCellChanges<Change>(
  keyOf: (change: Change) => string,
  send: (changes: readonly Change[]) => Promise<CallResult<unknown>>,
  refresh: () => Promise<unknown>,
) {
  const toasts = useToasts()
  const [pending, setPending] = useState<ReadonlyMap<string, Change>>(new Map())
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const sent = async (changes: readonly Change[], text?: string, undo?: () => void) => {
    try {
      const result = await send(changes)
      await refresh()
      if (!result.ok) toasts.show({ kind: "refused", text: result.detail })
      else if (text) toasts.show({ text, ...(undo ? { undo } : {}) })
    } catch {
      toasts.show({ kind: "refused", text: "This couldn't be saved. Check the connection and try again." })
    }
    setPending((was) => new Map([...was].filter(([, each]) => !changes.includes(each))))
  }
  /** Writes cells. With a text, says it and offers to undo it. */
  const change = (changes: readonly Change[], text?: string, undo?: () => void): void => {
    setPending((was) => new Map([...was, ...changes.map((each) => [keyOf(each), each] as const)]))
    last.current = last.current.then(() => sent(changes, text, undo))
  }
  return { pending, change }
}
