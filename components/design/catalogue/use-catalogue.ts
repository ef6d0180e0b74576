"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useCallback, useMemo, useRef, useState } from "react"
import { recordGrowth, recordSeq, seqOf } from "@/components/door/data/freshness"
import { refetchStale } from "@/components/door/data/keep-fresh"
import { answerKey, useAnswer } from "@/components/door/data/use-contract"
import { useToasts } from "@/components/ui/toasts"
import type { AdoptionState } from "@/lib/design/catalogue/adoption"
import type { ComponentView } from "@/lib/design/catalogue/contract"
import { adoptionNames } from "@/lib/design/catalogue/event-words"
import { type AnswerAt, call, currentOf } from "@/lib/door/call"
import { changeAdoption, listComponents } from "@/lib/serve/api/generated/addresses"

type Catalogue = AnswerAt<typeof listComponents>
export type AdoptionChange = { readonly state?: AdoptionState; readonly note?: string | null }
/** A change that came too late: what somebody else said meanwhile, and what was wanted. */
export type Contested = { readonly theirs: ComponentView; readonly mine: AdoptionChange }

/** A component with a change on it, as it will be. */
const changed = (component: ComponentView, { state, note }: AdoptionChange): ComponentView => ({
  ...component,
  adoption: state ?? component.adoption,
  adoptionNote: note === undefined ? component.adoptionNote : note,
})

/** `Planned`, `the note`: what a change wants, in words. */
export const sayWanted = ({ state, note }: AdoptionChange): string =>
  [
    ...(state ? [adoptionNames[state]] : []),
    ...(note === undefined ? [] : [note ? `the note "${note}"` : "no note"]),
  ].join(", ")

/** The catalogue with this programme's adoptions: a change shows at once, and is taken back with a sentence when refused. */
export function useCatalogue(programmeId: string) {
  const answer = useAnswer(listComponents, { programmeId })
  const [pending, setPending] = useState<ReadonlyMap<string, AdoptionChange>>(new Map())
  const [contested, setContested] = useState<ReadonlyMap<string, Contested>>(new Map())
  const { kept, put } = useKeptComponents(programmeId)
  const tails = useRef(new Map<string, Promise<unknown>>())
  const { show } = useToasts()
  const data = answer.data
  const components = useMemo(
    () =>
      (data?.items ?? []).map((component) => {
        const change = pending.get(component.key)
        return change ? changed(component, change) : component
      }),
    [data, pending],
  )

  const send = useCallback(
    async (key: string, change: AdoptionChange, silent: boolean): Promise<boolean> => {
      const before = kept(key)
      if (!before) return false
      const state = change.state ?? before.adoption
      const note = change.note === undefined ? {} : { note: change.note }
      const result = await call(changeAdoption, {
        programmeId,
        componentKey: key,
        version: before.version,
        state,
        ...note,
      })
      if (result.ok) put(result.value, result.seq)
      setPending((was) => without(was, key))
      if (!result.ok) {
        const theirs = currentOf(changeAdoption, result)
        if (theirs) {
          put(theirs, null)
          setContested((was) => new Map(was).set(key, { theirs, mine: change }))
        } else show({ kind: "refused", text: `${before.name}: ${result.detail}` })
        return false
      }
      if (silent) return true
      const back = {
        ...(change.state ? { state: before.adoption } : {}),
        ...(change.note === undefined ? {} : { note: before.adoptionNote }),
      }
      const text = change.state ? `${before.name}: ${adoptionNames[change.state]}` : `${before.name}: note saved`
      show({ text, undo: () => void send(key, back, true) })
      return true
    },
    [programmeId, kept, put, show],
  )
  /** One change of a component after the other, each on the version that the one before it made. */
  const adopt = useCallback(
    (key: string, change: AdoptionChange): Promise<boolean> => {
      setPending((was) => new Map(was).set(key, change))
      setContested((was) => without(was, key))
      const run = (tails.current.get(key) ?? Promise.resolve()).then(() => send(key, change, false))
      tails.current.set(key, run)
      return run
    },
    [send],
  )
  const letGo = useCallback((key: string) => setContested((was) => without(was, key)), [])
  return { answer, data, components, contested, adopt, letGo }
}
export type CatalogueActions = ReturnType<typeof useCatalogue>

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const next = new Map(map)
  next.delete(key)
  return next
}

/** The components as this browser keeps them, and a way to put one in; what else happened meanwhile is asked for. */
function useKeptComponents(programmeId: string) {
  const client = useQueryClient()
  return useMemo(() => {
    const key = answerKey(listComponents, { programmeId })
    const list = () => client.getQueryData<Catalogue>(key)
    return {
      kept: (componentKey: string) => list()?.items.find((component) => component.key === componentKey),
      put: (component: ComponentView, seq: number | null) => {
        const before = list()
        if (before) {
          const next = { ...before, items: before.items.map((each) => (each.key === component.key ? component : each)) }
          recordSeq(next, seq !== null && seqOf(before) === seq - 1 ? seq : seqOf(before))
          client.setQueryData(key, next)
        }
        if (seq === null) return
        recordGrowth(programmeId, seq)
        void refetchStale(client, programmeId)
      },
    }
  }, [client, programmeId])
}
