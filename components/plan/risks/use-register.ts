"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useCallback, useMemo, useRef, useState } from "react"
import { recordGrowth, recordSeq, seqOf } from "@/components/door/data/freshness"
import { refetchStale } from "@/components/door/data/keep-fresh"
import { answerKey, useAnswer } from "@/components/door/data/use-contract"
import { useToasts } from "@/components/ui/toasts"
import { type Day, day } from "@/lib/base/kernel/day"
import { type AnswerAt, call, currentOf } from "@/lib/door/call"
import type { RegisterEntryView, RegisterLine } from "@/lib/plan/risks/register-shapes"
import {
  listRegister,
  materialiseRisk,
  removeEntry,
  restoreEntry,
  updateEntry,
} from "@/lib/serve/api/generated/addresses"
import { changedLine, type EntryChange, putBack, sayEntryChange } from "./entry-change"

/** Stands in until the programme's day is known; nothing is overdue by it. */
const unknownDay = day("1970-01-01")

type Register = AnswerAt<typeof listRegister>
/** A change that came too late: what somebody else said meanwhile, and what was wanted. */
export type Contested = { readonly theirs: RegisterEntryView; readonly mine: EntryChange }

/** The register: a change shows at once, and is taken back with a sentence when refused. */
export function useRegister(programmeId: string, today: Day | undefined) {
  const answer = useAnswer(listRegister, { programmeId })
  const [pending, setPending] = useState<ReadonlyMap<string, EntryChange>>(new Map())
  const [contested, setContested] = useState<ReadonlyMap<string, Contested>>(new Map())
  const { kept, put } = useKeptEntries(programmeId, today)
  const tails = useRef(new Map<string, Promise<unknown>>())
  const { show } = useToasts()
  const { data } = answer
  const entries = useMemo(
    () =>
      (data?.items ?? []).map((line) => {
        const change = pending.get(line.id)
        return change ? changedLine(line, change, today ?? unknownDay) : line
      }),
    [data, pending, today],
  )
  const refuse = useCallback((text: string) => show({ kind: "refused", text }), [show])

  const send = useCallback(
    async (id: string, change: EntryChange, silent: boolean): Promise<boolean> => {
      const before = kept(id)
      if (!before) return false
      const result = await call(updateEntry, { programmeId, entryId: before.id, version: before.version, ...change })
      if (result.ok) put(result.value, result.seq)
      setPending((was) => without(was, id))
      if (!result.ok) {
        const theirs = currentOf(updateEntry, result)
        if (theirs) {
          put(theirs, null)
          setContested((was) => new Map(was).set(id, { theirs, mine: change }))
        } else refuse(`${before.title}: ${result.detail}`)
        return false
      }
      const undo = () => void send(id, putBack(before, change), true)
      if (!silent) show({ text: `${before.title}: ${sayEntryChange(change)}`, undo })
      return true
    },
    [programmeId, kept, put, show, refuse],
  )
  /** One change of an entry after the other, each on the version that the one before it made. */
  const change = useCallback(
    (id: string, next: EntryChange): Promise<boolean> => {
      setPending((was) => new Map(was).set(id, { ...was.get(id), ...next }))
      setContested((was) => without(was, id))
      const run = (tails.current.get(id) ?? Promise.resolve()).then(() => send(id, next, false))
      tails.current.set(id, run)
      return run
    },
    [send],
  )
  const remove = useCallback(
    async ({ id, version, title }: RegisterLine): Promise<boolean> => {
      const result = await call(removeEntry, { programmeId, entryId: id, version })
      if (!result.ok) {
        refuse(`${title}: ${result.detail}`)
        return false
      }
      put(null, result.seq)
      const undo = async () => {
        const back = await call(restoreEntry, { programmeId, entryId: id })
        if (back.ok) put(null, back.seq)
        else refuse(`${title}: ${back.detail}`)
      }
      show({ text: `Took "${title}" out of the register`, undo: () => void undo() })
      return true
    },
    [programmeId, put, show, refuse],
  )
  /** Says that it came true; gives back the issue that was made of it. */
  const happen = useCallback(
    async ({ id, version, title }: RegisterLine): Promise<RegisterEntryView | null> => {
      const result = await call(materialiseRisk, { programmeId, entryId: id, version })
      if (result.ok) {
        put(result.value.risk, result.seq)
        return result.value.issue
      }
      refuse(`${title}: ${result.detail}`)
      return null
    },
    [programmeId, put, refuse],
  )
  const letGo = useCallback((id: string) => setContested((was) => without(was, id)), [])
  return { answer, entries, contested, change, remove, happen, letGo, mayEdit: data?.may.edit ?? false }
}
export type RegisterHand = ReturnType<typeof useRegister>

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const next = new Map(map)
  next.delete(key)
  return next
}

/** The entries as this browser keeps them, and a way to put one in; what else happened meanwhile is asked for. */
function useKeptEntries(programmeId: string, today: Day = unknownDay) {
  const client = useQueryClient()
  return useMemo(() => {
    const key = answerKey(listRegister, { programmeId })
    const list = () => client.getQueryData<Register>(key)
    return {
      kept: (id: string) => list()?.items.find((entry) => entry.id === id),
      put: (entry: RegisterEntryView | null, seq: number | null) => {
        const before = list()
        if (before && entry) {
          const items = before.items.map((each) =>
            each.id === entry.id ? changedLine({ ...each, ...entry }, {}, today) : each,
          )
          const next = { ...before, items }
          recordSeq(next, seqOf(before))
          client.setQueryData(key, next)
        }
        if (seq === null) return
        recordGrowth(programmeId, seq)
        void refetchStale(client, programmeId)
      },
    }
  }, [client, programmeId, today])
}
