"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { recordGrowth } from "@/components/door/data/freshness"
import { refetchStale } from "@/components/door/data/keep-fresh"
import type { AnswerAt } from "@/lib/door/call"
import { type CallRefusal, callWithFile } from "@/lib/door/call"
import type { FactFile, FactPreview } from "@/lib/platform/facts/contract"
import { importFactSet, previewFactSet } from "@/lib/serve/api/generated/addresses"
import { guessSource, isSilent } from "./source-names"

/** What is said beside the file. */
export type Told = {
  readonly source: FactFile["source"]
  readonly takenOn: string | null
  readonly region: string
  readonly workspace: string
}
type Imported = AnswerAt<typeof importFactSet>
type State = {
  readonly file: File | null
  readonly busy: "reading" | "importing" | null
  readonly preview: FactPreview | null
  readonly refusal: CallRefusal | null
  readonly imported: Imported | null
}

const nothing: State = { file: null, busy: null, preview: null, refusal: null, imported: null }
/** Of a told day the hour when nearly all the world has that day, and never one that is still to come. */
const withinDay = (day: string): string => {
  const hours = [10, 0].map((hour) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000)
  return new Date(hours.find((at) => at <= Date.now()) ?? Date.now()).toISOString()
}
const query = ({ source, takenOn, region, workspace }: Told, file: File) => ({
  ...{ source, fileName: file.name.slice(-255).toWellFormed() },
  ...(takenOn && isSilent(source) ? { takenAt: withinDay(takenOn) } : {}),
  ...(region.trim() ? { region: region.trim() } : {}),
  ...(workspace.trim() && source !== "sat" ? { workspace: workspace.trim() } : {}),
})

/** A file of facts on its way in: chosen, looked at, imported. It is looked at anew when something said of it changes. */
export function useFactFile(programmeId: string) {
  const client = useQueryClient()
  const [state, setState] = useState<State>(nothing)
  const [told, setTold] = useState<Told>({ source: "bundle", takenOn: null, region: "", workspace: "" })
  const asking = useRef<AbortController>(null)

  const look = async (file: File, said: Told) => {
    asking.current?.abort()
    const mine = new AbortController()
    asking.current = mine
    setState((was) => ({ ...nothing, file, busy: "reading", preview: was.file === file ? was.preview : null }))
    try {
      const answer = await callWithFile(previewFactSet, { programmeId, ...query(said, file) }, file, {
        signal: mine.signal,
      })
      setState({ ...nothing, file, ...(answer.ok ? { preview: answer.value } : { refusal: answer }) })
    } catch {
      // a newer look took over
    }
  }
  const tell = (change: Partial<Told>) => {
    const next = { ...told, ...change }
    setTold(next)
    if (state.file) void look(state.file, next)
  }
  const open = (file: File) => {
    const next = { ...told, source: guessSource(file.name), takenOn: null }
    setTold(next)
    void look(file, next)
  }
  const take = async () => {
    const { file } = state
    if (!file) return
    setState((was) => ({ ...was, busy: "importing", refusal: null }))
    const once = { idempotencyKey: crypto.randomUUID() }
    const answer = await callWithFile(importFactSet, { programmeId, ...query(told, file) }, file, once)
    if (!answer.ok) return setState((was) => ({ ...was, busy: null, refusal: answer }))
    setState({ ...nothing, file, imported: answer.value })
    if (answer.seq !== null) recordGrowth(programmeId, answer.seq)
    void refetchStale(client, programmeId)
  }
  return { ...state, told, tell, open, take: () => void take(), startOver: () => setState(nothing) }
}
export type FactFileActions = ReturnType<typeof useFactFile>
