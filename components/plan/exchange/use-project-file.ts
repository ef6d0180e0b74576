"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { recordGrowth } from "@/components/door/data/freshness"
import { refetchStale } from "@/components/door/data/keep-fresh"
import { type CallRefusal, callWithFile } from "@/lib/door/call"
import type { ProjectFileImported, ProjectFilePreview } from "@/lib/plan/exchange/contract"
import { importProjectFile, previewProjectFile } from "@/lib/serve/api/generated/addresses"

/** What is chosen besides the file. */
export type Choices = {
  readonly stageId: string | null
  readonly phaseId: string | null
  readonly addPeople: boolean
  readonly takeCalendar: boolean
  readonly takeBaselines: boolean
}
export type ProjectFileState = {
  readonly file: File | null
  readonly busy: "reading" | "importing" | null
  readonly preview: ProjectFilePreview | null
  readonly refusal: CallRefusal | null
  readonly imported: ProjectFileImported | null
}

const nothing: ProjectFileState = { file: null, busy: null, preview: null, refusal: null, imported: null }
const yesNo = (value: boolean) => (value ? "yes" : "no")
const query = ({ stageId, phaseId, addPeople, takeCalendar, takeBaselines }: Choices, file: File) => ({
  ...(stageId ? { stageId } : {}),
  ...(phaseId ? { phaseId } : {}),
  ...({ addPeople: yesNo(addPeople), takeCalendar: yesNo(takeCalendar), takeBaselines: yesNo(takeBaselines) } as const),
  fileName: file.name,
})

/** A file on its way into the plan: chosen, looked at, taken. The preview is asked for anew when a choice changes. */
export function useProjectFile(programmeId: string, first: Choices) {
  const client = useQueryClient()
  const [state, setState] = useState<ProjectFileState>(nothing)
  const [choices, setChoices] = useState(first)
  const asking = useRef<AbortController>(null)

  const look = async (file: File, chosen: Choices) => {
    asking.current?.abort()
    const mine = new AbortController()
    asking.current = mine
    setState((was) => ({ ...nothing, file, busy: "reading", preview: was.file === file ? was.preview : null }))
    try {
      const answer = await callWithFile(previewProjectFile, { programmeId, ...query(chosen, file) }, file, {
        signal: mine.signal,
      })
      setState({ ...nothing, file, ...(answer.ok ? { preview: answer.value } : { refusal: answer }) })
    } catch {
      // a newer look took over
    }
  }
  const choose = (change: Partial<Choices>) => {
    const next = { ...choices, ...change }
    setChoices(next)
    if (state.file) void look(state.file, next)
  }
  const take = async () => {
    const { file, preview } = state
    if (!file || !preview) return
    setState({ ...state, busy: "importing", refusal: null })
    const { sha256, planSeq } = preview
    const input = { programmeId, ...query(choices, file), sha256, planSeq }
    const answer = await callWithFile(importProjectFile, input, file, { idempotencyKey: crypto.randomUUID() })
    if (!answer.ok) return setState({ ...state, busy: null, refusal: answer })
    setState({ ...nothing, file, imported: answer.value })
    if (answer.seq !== null) recordGrowth(programmeId, answer.seq)
    void refetchStale(client, programmeId)
  }
  return {
    ...state,
    choices,
    choose,
    take,
    open: (file: File) => void look(file, choices),
    lookAgain: () => (state.file ? void look(state.file, choices) : undefined),
    startOver: () => setState(nothing),
  }
}
