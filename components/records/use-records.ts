"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useEffectEvent, useMemo, useRef, useSyncExternalStore } from "react"
import { seqOf } from "@/components/door/data/freshness"
import { answerKey, useAnswer } from "@/components/door/data/use-contract"
import { useToasts } from "@/components/ui/toasts"
import type { Result } from "@/lib/base/kernel/result"
import type { CallResult } from "@/lib/door/call"
import { addressesOf } from "@/lib/records/addresses"
import type { Words } from "@/lib/records/kind"
import { idsUnderWay, withChanges } from "@/lib/records/pending-changes"
import type { Change, Draft, Fields, RecordType, View } from "@/lib/records/record"
import { sayChange } from "@/lib/records/say-change"
import { slotsOf, titleOf, withChange } from "@/lib/records/slot"
import { mergeAnswer } from "./merge-answer"
import { type Judged, newKey, RecordEditor } from "./record-editor"
import { senderOf } from "./record-sender"
import { type RecordStore, storeOf } from "./record-store"

/** What the screen knows of a type of record beside its fields. */
export type RecordSetting<F extends Fields, Code extends string, More extends object> = {
  readonly programmeId: string
  readonly of: RecordType<F, Code>
  /** How ids are said and names found. */
  readonly words: Words
  /** The type's own rule, asked before the server is. */
  readonly rule?: (before: View<F> | null, change: Change<F>) => Result<Change<F>, Code>
  /** What the list computes for each record, computed again for one that was changed here. */
  readonly complete?: (record: View<F>) => View<F> & More
}

/** The records of a type as this member sees and changes them. */
export function useRecords<F extends Fields, Code extends string, More extends object = object>(
  setting: RecordSetting<F, Code, More>,
) {
  type Line = View<F> & More
  const { programmeId, of, words } = setting
  const client = useQueryClient()
  const addresses = useMemo(() => addressesOf<F, Code, More>(of), [of])
  const answer = useAnswer(addresses.list, { programmeId })
  const store: RecordStore<Line, Change<F>> = storeOf(client, `${programmeId} ${of.type}`)
  const { changes, unsaved } = useSyncExternalStore(store.subscribe, store.read, store.read)
  const { data } = answer
  useEffect(() => {
    if (data) store.retire(data.items, seqOf(data))
  }, [data, store])
  const records = useMemo(() => (data ? withChanges(data.items, changes) : []), [data, changes])
  const slots = useMemo(() => slotsOf(of, data?.ownFields, new Set(data?.hidden)), [of, data])
  const saving = useMemo(() => idsUnderWay(changes), [changes])
  const contested = useMemo(
    () => new Set(unsaved.flatMap(({ theirs, records: kept }) => (theirs ? kept.map(({ id }) => id) : []))),
    [unsaved],
  )
  const sender = useMemo(() => senderOf(of, programmeId), [of, programmeId])
  const toasts = useToasts()
  const now = useRef({ ...setting, records, slots })
  useEffect(() => {
    now.current = { ...setting, records, slots }
  })
  const say = useEffectEvent(toasts.show)
  const editor = useRef<RecordEditor<Line, Change<F>>>(null)
  editor.current ??= makeEditor()
  const add = (draft: Draft<F>) => {
    const shown: Line = completed(draftView<F>(of, draft, records.length))
    return present(editor.current).add(shown, async (key) => one(await sender.add(draft, key)))
  }
  return {
    ...{ answer, records, slots, saving, contested, unsaved, words, of, programmeId, add },
    editor: present(editor.current),
    mayEdit: data?.may.edit ?? false,
  }

  function one(result: CallResult<View<F>>): CallResult<Line> {
    return result.ok ? { ...result, value: completed(result.value) } : result
  }
  function listed(result: CallResult<readonly View<F>[]>): CallResult<readonly Line[]> {
    return result.ok ? { ...result, value: result.value.map(completed) } : result
  }
  /** A record as a line of the list. */
  function completed(record: View<F>): Line
  function completed(record: View<F>): View<F> {
    const { complete } = now.current
    return complete ? complete(record) : record
  }
  function makeEditor() {
    const key = answerKey(addresses.list, { programmeId })
    return new RecordEditor<Line, Change<F>>({
      store,
      many: of.names.many,
      records: () => now.current.records,
      nameOf: (record) => titleOf(of, record),
      say: (toast) => say(toast),
      sayChange: (change, record) => sayChange(now.current.slots, record, change, now.current.words),
      judge: (record, change): Judged<Line, Change<F>> | string => {
        const ruled = now.current.rule?.(record, change)
        if (ruled && !ruled.ok) return of.refusals?.[ruled.refusal]?.sentence ?? "This cannot be changed."
        const given = ruled?.ok ? ruled.value : change
        return { after: completed(withChange(record, given)), back: backOf<F>(record, given) }
      },
      send: {
        change: async (...asked) => listed(await sender.change(...asked)),
        remove: sender.remove,
        restore: async (...asked) => one(await sender.restore(...asked)),
      },
      merge: (change, before) => mergeAnswer({ client, programmeId, key, store, complete: completed }, change, before),
      refetch: () => client.refetchQueries({ queryKey: key }),
      currentIn: (refusal) => {
        const current = sender.currentIn(refusal)
        return current ? completed(current) : null
      },
    })
  }
}
/** The records of a type with the hand to change them, whatever its fields are. */
export type Records = ReturnType<typeof useRecords>

function present<Value>(value: Value | null): Value {
  if (value === null) throw new Error("nothing is changed before it was read")
  return value
}

/** What brings a record back to how it was before a change. */
function backOf<F extends Fields>(record: object, change: Change<F>): Change<F>
function backOf(record: object, change: object): object {
  return Object.fromEntries(
    Object.entries(change).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, name === "own" ? ownBefore(record, value) : Reflect.get(record, name)]],
    ),
  )
}
const ownBefore = (record: object, change: unknown) => {
  const own: object = Reflect.get(record, "own") ?? {}
  const names = typeof change === "object" && change !== null ? Object.keys(change) : []
  return Object.fromEntries(names.map((name) => [name, Reflect.get(own, name) ?? null]))
}

/** A record as it is shown until it is made. */
function draftView<F extends Fields>(of: RecordType<F, string>, draft: object, count: number): View<F>
function draftView(of: RecordType, draft: object, count: number): object {
  const initial = Object.fromEntries(Object.entries(of.fields).map(([name, field]) => [name, field.initial ?? null]))
  const at = new Date().toISOString()
  const head = { id: newKey(), number: count + 1, version: 0, createdAt: at, updatedAt: at, own: {} }
  return { ...head, ...initial, ...draft }
}
