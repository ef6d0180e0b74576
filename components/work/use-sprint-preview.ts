"use client"

import { useEffect, useState } from "react"
import { call } from "@/lib/door/call"
import type { PreviewView } from "@/lib/plan/forecast/views"
import { previewSprint } from "@/lib/serve/api/generated/addresses"

const REST_MS = 220

export type GateMove = {
  readonly gateId: string
  readonly from: PreviewView["gates"][number]["now"]["p80"]
  readonly to: PreviewView["gates"][number]["now"]["p80"]
  /** Calendar days later; earlier is negative. */
  readonly days: number
}
export type SprintPreview = {
  readonly gates: readonly GateMove[]
  readonly refusal: string | null
  readonly isPending: boolean
}

type Asked = {
  readonly programmeId: string
  readonly recordId: string
  readonly put: readonly string[]
  readonly out: readonly string[]
}
type Known = { readonly key: string; readonly gates: readonly GateMove[]; readonly refusal: string | null }

/**
 * How a draft moves each gate's P80 against what is saved. Without a draft: how the sprint as saved moves them against
 * the same plan without it. Nothing is kept.
 * @param saved the items that the sprint holds now
 */
export function useSprintPreview(asked: Asked | null, saved: readonly string[]): SprintPreview {
  const [known, setKnown] = useState<Known | null>(null)
  const isDraft = asked !== null && asked.put.length + asked.out.length > 0
  const key = asked ? JSON.stringify([asked, isDraft ? [] : saved]) : ""
  useEffect(() => {
    if (key === "") return
    const [input, without]: [Asked, string[]] = JSON.parse(key)
    const draft = input.put.length + input.out.length > 0
    if (!draft && without.length === 0) return setKnown({ key, gates: [], refusal: null })
    const asking = new AbortController()
    const ask = async () => {
      const change = draft ? input : { ...input, out: without }
      const answer = await call(
        previewSprint,
        { ...change, put: [...change.put], out: [...change.out] },
        { signal: asking.signal },
      )
      if (!answer.ok) return setKnown({ key, gates: [], refusal: answer.detail })
      const gates = answer.value.gates.map(({ gateId, now, would, days }) =>
        draft
          ? { gateId, from: now.p80, to: would.p80, days }
          : { gateId, from: would.p80, to: now.p80, days: days === 0 ? 0 : -days },
      )
      setKnown({ key, gates, refusal: null })
    }
    const timer = setTimeout(() => void ask().catch(() => undefined), REST_MS)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [key])
  return { gates: known?.gates ?? [], refusal: known?.refusal ?? null, isPending: known?.key !== key }
}
