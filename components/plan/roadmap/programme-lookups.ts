import { useMemo } from "react"
import type { Choice, Lookups } from "@/components/records/lookups"
import type { RoadmapView } from "@/lib/plan/roadmap/views"

/** What records of a programme can point at that stands in its roadmap: people, stages, phases, gates, workstreams. */
export function useProgrammeLookups(
  { today, programme, people, stages, phases, gates, workstreams }: RoadmapView,
  more: Readonly<Record<string, readonly Choice[]>> = none,
): Lookups {
  return useMemo(
    () => ({
      ...{ today, timeZone: programme.timeZone },
      targets: {
        person: people.map(({ id, name, removed }) => ({ value: id, label: name, removed })),
        stage: stages.map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` })),
        phase: phases.map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` })),
        gate: gates.map(({ id, name }) => ({ value: id, label: name })),
        workstream: workstreams.map(({ id, name }) => ({ value: id, label: name })),
        ...more,
      },
    }),
    [today, programme.timeZone, people, stages, phases, gates, workstreams, more],
  )
}
const none = {}
