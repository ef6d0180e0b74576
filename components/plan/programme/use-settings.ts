"use client"

import { useState } from "react"
import { useAct } from "@/components/people/accounts/use-act"
import { call, currentOf } from "@/lib/door/call"
import type { ProgrammeView } from "@/lib/plan/roadmap/programme"
import { changeProgramme } from "@/lib/serve/api/generated/addresses"
import { type FieldErrors, refusedFields } from "./draft"
import { changeTo, faultsOf, type SettingsFields, settingsOf } from "./settings-draft"

/** What was typed, and the programme as it looked when the typing began. */
type Typing = { readonly base: ProgrammeView; readonly touched: Partial<SettingsFields> }

/**
 * A programme's settings while somebody edits them. Fields that were not touched follow what others save; what was
 * typed stays, and is never saved over a change of somebody else that its author did not see.
 */
export function useSettings(programme: ProgrammeView) {
  const [heard, setHeard] = useState(programme)
  const [typing, setTyping] = useState<Typing | null>(null)
  const [faults, setFaults] = useState<FieldErrors>({})
  const [refusal, setRefusal] = useState<string | null>(null)
  const { act, busy } = useAct()
  const current = heard.version > programme.version ? heard : programme
  const base = typing?.base ?? current
  const fields: SettingsFields = { ...settingsOf(current), ...typing?.touched }
  const change = changeTo(fields, current)
  const isChanged = Object.keys(change).length > 0

  const edit = (part: Partial<SettingsFields>) => {
    setFaults({})
    setRefusal(null)
    setTyping((was) => ({ base: was?.base ?? current, touched: { ...was?.touched, ...part } }))
  }
  const forget = () => {
    setTyping(null)
    setFaults({})
    setRefusal(null)
  }
  const send = (version: number, part: typeof change) =>
    call(changeProgramme, { programmeId: programme.id, version, ...part })
  const undo = (saved: ProgrammeView) =>
    void act(() => send(saved.version, changeTo(settingsOf(current), saved)), { text: "Undone" })
  const save = async (version = base.version) => {
    const wrong = faultsOf(fields, change)
    setFaults(wrong)
    if (Object.keys(wrong).length > 0) return
    const result = await act(() => send(version, change), { text: "Saved", undo })
    if (result.ok) {
      setHeard(result.value)
      return forget()
    }
    const theirs = currentOf(changeProgramme, result)
    if (theirs) setHeard(theirs)
    setFaults(refusedFields(fields, result))
    setRefusal(theirs || result.fields ? null : result.detail)
  }
  return {
    ...{ fields, edit, save, forget, faults, refusal, busy, isChanged },
    /** Set while somebody else has changed the programme under what is being typed. */
    theirs: isChanged && current.version !== base.version ? { base, current } : null,
  }
}
