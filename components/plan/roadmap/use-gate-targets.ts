"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { recordGrowth, recordSeq, seqOf } from "@/components/door/data/freshness"
import { refetchStale } from "@/components/door/data/keep-fresh"
import { answerKey } from "@/components/door/data/use-contract"
import { type DayText, sayDay } from "@/components/ui/day-text"
import { useToasts } from "@/components/ui/toasts"
import { call } from "@/lib/door/call"
import type { Proposal } from "@/lib/plan/roadmap/gate-lines"
import type { GateView, RoadmapView } from "@/lib/plan/roadmap/views"
import { changeGate, getRoadmap } from "@/lib/serve/api/generated/addresses"

/** A target that the server does not have yet; with a sentence when it refused it. */
export type Attempt = { readonly day: DayText | null; readonly refusal: { status: number; sentence: string } | null }

/** Sets the target days of a programme's gates, each undoable; what was refused is kept until its author decides. */
export function useGateTargets(programmeId: string) {
  const client = useQueryClient()
  const toasts = useToasts()
  const [attempts, setAttempts] = useState<Readonly<Record<string, Attempt>>>({})
  const put = (gateId: string, attempt: Attempt) => setAttempts((was) => ({ ...was, [gateId]: attempt }))
  const forget = (gateId: string) =>
    setAttempts((was) => Object.fromEntries(Object.entries(was).filter(([id]) => id !== gateId)))
  const key = answerKey(getRoadmap, { programmeId })
  const show = (gate: GateView) =>
    client.setQueryData<RoadmapView>(key, (roadmap) => {
      if (!roadmap) return roadmap
      const shown = { ...roadmap, gates: roadmap.gates.map((each) => (each.id === gate.id ? gate : each)) }
      recordSeq(shown, seqOf(roadmap))
      return shown
    })

  const send = async ({ id, version }: GateView, targetDay: DayText | null): Promise<GateView | null> => {
    put(id, { day: targetDay, refusal: null })
    const answer = await call(changeGate, { programmeId, gateId: id, version, targetDay })
    if (!answer.ok) {
      await client.invalidateQueries({ queryKey: key })
      put(id, { day: targetDay, refusal: { status: answer.status, sentence: answer.detail } })
      return null
    }
    show(answer.value)
    forget(id)
    if (answer.seq !== null) recordGrowth(programmeId, answer.seq)
    void refetchStale(client, programmeId)
    return answer.value
  }
  const set = async (gate: GateView, day: DayText | null) => {
    const saved = await send(gate, day)
    if (!saved) return
    const text = day ? `The target of ${gate.name} is ${sayDay(day)}` : `${gate.name} has no target date`
    toasts.show({ text, undo: () => void send(saved, gate.targetDay) })
  }
  const take = async (proposals: readonly Proposal[]) => {
    const saved: GateView[] = []
    for (const { gate, day } of proposals) saved.push(...[await send(gate, day)].filter((each) => each !== null))
    if (saved.length === 0) return
    const undo = async () => {
      for (const gate of saved) await send(gate, null)
    }
    const count = saved.length === 1 ? "1 gate" : `${saved.length} gates`
    toasts.show({ text: `Set the target of ${count}`, undo: () => void undo() })
  }
  return { attempts, set, take, forget }
}
