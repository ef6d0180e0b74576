"use client"

import { type QueryClient, useInfiniteQuery, useQueryClient } from "@tanstack/react-query"
import { useMemo } from "react"
import { knownSeq, recordSeq } from "@/components/door/data/freshness"
import { useFreshAnswers } from "@/components/door/data/keep-fresh"
import { answerKey, RefusedRead, useAnswer } from "@/components/door/data/use-contract"
import { sayDay } from "@/lib/base/kernel/day-words"
import { queryOf, type TrailFilter } from "@/lib/door/audit/trail-filter"
import type { Naming } from "@/lib/door/audit/wording"
import type { AnswerAt } from "@/lib/door/call"
import { call } from "@/lib/door/call"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { listComponents, listEvents } from "@/lib/serve/api/generated/addresses"

const PAGE = 200

/** The trail of a programme, newest first, 200 events at a time, kept fresh. */
export function useTrail(programmeId: string, filter: TrailFilter) {
  useFreshAnswers(programmeId)
  const client = useQueryClient()
  const answer = useInfiniteQuery({
    queryKey: [programmeId, "trail", filter],
    initialPageParam: null,
    initialData: () => newestPreloaded(client, programmeId, filter),
    queryFn: async ({ pageParam, signal }: { pageParam: number | null; signal: AbortSignal }) => {
      const before = pageParam === null ? {} : { before: pageParam }
      const known = knownSeq(programmeId)
      const result = await call(listEvents, { programmeId, ...queryOf(filter), ...before, limit: PAGE }, { signal })
      if (!result.ok) throw new RefusedRead(result)
      recordSeq(result.value, Math.max(known, result.seq ?? 0))
      return result.value
    },
    getNextPageParam: ({ items }): number | null => (items.length < PAGE ? null : (items.at(-1)?.seq ?? null)),
  })
  const pages = answer.data?.pages
  return useMemo(
    () => ({
      answer,
      events: pages?.flatMap(({ items }) => items) ?? [],
      names: Object.assign({}, ...(pages ?? []).map((page) => page.names)) satisfies Record<string, string>,
    }),
    [answer, pages],
  )
}

/** The newest events, where the page came with them. */
function newestPreloaded(client: QueryClient, programmeId: string, filter: TrailFilter) {
  const input = { programmeId, ...queryOf(filter), limit: PAGE }
  const newest = client.getQueryData<AnswerAt<typeof listEvents>>(answerKey(listEvents, input))
  return newest && { pages: [newest], pageParams: [null] }
}

/** One event, also when it is not among those that are shown; undefined until it came, null when there is none. */
export function useEvent(programmeId: string, seq: number | null) {
  const answer = useAnswer(
    listEvents,
    seq === null ? null : { programmeId, before: seq + 1, ...(seq > 1 ? { after: seq - 1 } : {}), limit: 1 },
  )
  const [event = null] = answer.data?.items ?? []
  return { event: answer.data ? event : undefined, names: answer.data?.names ?? {}, error: answer.error }
}

/** How ids, keys and days are said in this programme. */
export function useNaming(
  programmeId: string,
  names: Readonly<Record<string, string>>,
  roadmap: RoadmapView | undefined,
): Naming {
  const components = useAnswer(listComponents, { programmeId }).data?.items
  return useMemo(() => {
    const roles = new Map(roadmap?.deliveryRoles.map(({ key, name }) => [key, name]))
    const keys = new Map(components?.map(({ key, name }) => [key, name]))
    return {
      name: (id) => names[id] ?? keys.get(id) ?? null,
      role: (key) => roles.get(key) ?? key,
      day: (day) => sayDay(day, roadmap?.today ?? day),
    }
  }, [names, components, roadmap])
}
