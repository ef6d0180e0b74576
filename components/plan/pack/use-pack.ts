"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { recordGrowth } from "@/components/door/data/freshness"
import { refetchStale } from "@/components/door/data/keep-fresh"
import { answerKey, useAnswer } from "@/components/door/data/use-contract"
import { useToasts } from "@/components/ui/toasts"
import { call } from "@/lib/door/call"
import { applyRelease, getPackOffers, revokeRelease } from "@/lib/serve/api/generated/addresses"

/** The release that a programme follows and what it can take over, with the acts of taking over and undoing. */
export function usePack(programmeId: string) {
  const client = useQueryClient()
  const toasts = useToasts()
  const answer = useAnswer(getPackOffers, { programmeId })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const settled = async (seq: number | null) => {
    if (seq !== null) recordGrowth(programmeId, seq)
    await client.invalidateQueries({ queryKey: answerKey(getPackOffers, { programmeId }) })
    void refetchStale(client, programmeId)
  }
  const revoke = async (adoptionId: string) => {
    setBusy(true)
    const done = await call(revokeRelease, { programmeId, adoptionId })
    setProblem(done.ok ? null : done.detail)
    await settled(done.ok ? done.seq : null)
    setBusy(false)
    if (done.ok) toasts.show({ text: `The programme follows release ${done.value.release} again` })
  }
  const take = async (release: { from: string; to: string }, chosen: "all" | readonly string[]) => {
    setBusy(true)
    const ids = chosen === "all" ? chosen : [...chosen]
    const done = await call(applyRelease, { programmeId, ...release, take: ids })
    setProblem(done.ok ? null : done.detail)
    await settled(done.ok ? done.seq : null)
    setBusy(false)
    if (!done.ok) return
    const { id, taken } = done.value
    const text = `Took ${taken === 1 ? "1 change" : `${taken} changes`} of release ${release.to} over`
    toasts.show({ text, undo: () => void revoke(id) })
  }
  return { answer, busy, problem, take, revoke }
}
