"use client"

import { useEffect, useState } from "react"
import { call } from "@/lib/door/call"
import type { PreviewView } from "@/lib/plan/forecast/views"
import type { WhatIf } from "@/lib/plan/forecast/what-if-shape"
import { previewForecast } from "@/lib/serve/api/generated/addresses"
import { isNoWhatIf } from "./what-if/draft"

/** A change must rest this long before the server is asked to simulate it. */
const REST_MS = 220

type Known = { readonly changes: WhatIf; readonly preview: PreviewView | null; readonly refusal: string | null }

export type Preview = {
  /** The newest that is known; while another one is on its way, the one before it. Null without changes. */
  readonly preview: PreviewView | null
  readonly refusal: string | null
  readonly isPending: boolean
}

/** What some changes would do to the forecast of each gate. Nothing is kept. */
export function usePreview(programmeId: string, changes: WhatIf): Preview {
  const [known, setKnown] = useState<Known | null>(null)
  const nothing = isNoWhatIf(changes)
  useEffect(() => {
    if (nothing) return setKnown(null)
    const asking = new AbortController()
    const ask = async () => {
      const answer = await call(previewForecast, { programmeId, ...changes }, { signal: asking.signal })
      setKnown((was) =>
        answer.ok
          ? { changes, preview: answer.value, refusal: null }
          : { changes, preview: was?.preview ?? null, refusal: answer.detail },
      )
    }
    const timer = setTimeout(() => void ask().catch(() => undefined), REST_MS)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [programmeId, changes, nothing])
  if (nothing) return { preview: null, refusal: null, isPending: false }
  return { preview: known?.preview ?? null, refusal: known?.refusal ?? null, isPending: known?.changes !== changes }
}
