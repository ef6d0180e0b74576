"use client"

import { useEffect, useState } from "react"
import { call } from "@/lib/door/call"
import type { PreviewView } from "@/lib/plan/forecast/views"
import { isNoChange } from "@/lib/plan/roadmap/replan"
import type { PlanChange } from "@/lib/plan/roadmap/replan-shapes"
import { previewForecast } from "@/lib/serve/api/generated/addresses"

/** A gesture must rest this long before the server is asked to simulate it. */
const REST_MS = 180

/** What a change would do to the forecast of each gate; null while that is not known. */
export function useForecastPreview(programmeId: string, change: PlanChange | null): PreviewView | null {
  const [known, setKnown] = useState<{ readonly change: PlanChange; readonly preview: PreviewView } | null>(null)
  useEffect(() => {
    if (!change || isNoChange(change)) return
    const asking = new AbortController()
    const ask = async () => {
      const answer = await call(previewForecast, { programmeId, plan: change }, { signal: asking.signal })
      if (answer.ok) setKnown({ change, preview: answer.value })
    }
    const given = () => undefined // given up: another gesture is simulated instead
    const timer = setTimeout(() => void ask().catch(given), REST_MS)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [programmeId, change])
  return known && known.change === change ? known.preview : null
}
