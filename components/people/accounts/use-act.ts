"use client"

import { useRouter } from "next/navigation"
import { useCallback, useState } from "react"
import { useToasts } from "@/components/ui/toasts"
import type { CallResult } from "@/lib/door/call"

type Act = <Value>(
  calling: () => Promise<CallResult<Value>>,
  done?: { text: string; undo?: (value: Value) => void },
) => Promise<CallResult<Value>>

/**
 * Carries out one act of a page at a time: says what happened or why not, and draws the page anew. What is wrong with
 * single fields is left to the form, which gets the result.
 */
export function useAct(): { act: Act; busy: boolean } {
  const router = useRouter()
  const toasts = useToasts()
  const [busy, setBusy] = useState(false)
  const act: Act = useCallback(
    async (calling, done) => {
      setBusy(true)
      const result = await calling()
      setBusy(false)
      if (!result.ok && !result.fields) toasts.show({ text: result.detail, kind: "refused" })
      if (result.ok && done) {
        const { undo } = done
        toasts.show({ text: done.text, ...(undo ? { undo: () => undo(result.value) } : {}) })
      }
      router.refresh()
      return result
    },
    [router, toasts],
  )
  return { act, busy }
}
