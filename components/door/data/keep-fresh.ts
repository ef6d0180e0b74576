"use client"

import { type QueryClient, useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import { knownSeq, recordGrowth, seqOf } from "./freshness"
import { watchProgramme } from "./live"

/** Growths within this time become one round of questions. */
const GATHER_MS = 120

type Watch = { readers: number; stop: () => void }
const watches = new WeakMap<QueryClient, Map<string, Watch>>()

/** Asks again for every answer of a programme that is older than what was heard of; those on screen at once. */
export function refetchStale(client: QueryClient, programmeId: string): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey, state }) =>
      queryKey[0] === programmeId && state.data !== undefined && seqOf(state.data) < knownSeq(programmeId),
  })
}

function startWatch(client: QueryClient, programmeId: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const unwatch = watchProgramme(programmeId, (seq) => {
    recordGrowth(programmeId, seq)
    timer ??= setTimeout(() => {
      timer = undefined
      void refetchStale(client, programmeId)
    }, GATHER_MS)
  })
  return () => {
    clearTimeout(timer)
    unwatch()
  }
}

function join(client: QueryClient, programmeId: string): () => void {
  const known = watches.get(client) ?? new Map<string, Watch>()
  watches.set(client, known)
  const watch = known.get(programmeId) ?? { readers: 0, stop: startWatch(client, programmeId) }
  known.set(programmeId, watch)
  watch.readers += 1
  return () => {
    watch.readers -= 1
    if (watch.readers > 0) return
    known.delete(programmeId)
    watch.stop()
  }
}

/** While mounted, another person's change of the programme reaches this screen within a second. Null: nothing to watch. */
export function useFreshAnswers(programmeId: string | null): void {
  const client = useQueryClient()
  useEffect(() => (programmeId === null ? undefined : join(client, programmeId)), [client, programmeId])
}
