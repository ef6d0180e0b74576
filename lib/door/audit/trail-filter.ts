import { type Day, isDay } from "@/lib/base/kernel/day"
import { asId, type Id } from "@/lib/base/kernel/id"
import type { EventQuery } from "./contract"

/** Which events to show; null lets everything through. Days are whole, on the programme's clocks. */
export type TrailFilter = {
  readonly actor: Id | null
  /** A type or its beginning, such as `work-item.` */
  readonly type: string | null
  readonly from: Day | null
  readonly until: Day | null
}
export const wholeTrail: TrailFilter = { actor: null, type: null, from: null, until: null }

export const isWholeTrail = (filter: TrailFilter): boolean => Object.values(filter).every((value) => value === null)

/** Reads a filter from the query of an address, such as `actor=…&type=gate.&from=2026-03-01`; what it does not know is left out. */
export function readTrailFilter(query: URLSearchParams): TrailFilter {
  const type = query.get("type")
  const dayOf = (name: string) => {
    const text = query.get(name) ?? ""
    return isDay(text) ? text : null
  }
  return {
    actor: asId(query.get("actor")),
    type: type !== null && /^[a-z-]+\.[a-z-]*$/.test(type) ? type : null,
    ...{ from: dayOf("from"), until: dayOf("until") },
  }
}

/** The filter as members of an address; null takes a member away. */
export const writeTrailFilter = ({ actor, type, from, until }: TrailFilter): Record<string, string | null> => ({
  ...{ actor, type, from, until },
})

/** The filter as the operation asks for it. */
export const queryOf = ({ actor, type, from, until }: TrailFilter): Partial<EventQuery> => ({
  ...(actor ? { actor } : {}),
  ...(type ? { type } : {}),
  ...(from ? { from } : {}),
  ...(until ? { until } : {}),
})
