import { summaryStatus } from "@/lib/roadmap/tree-figures"
import type { RoadmapView } from "@/lib/roadmap/views"
import type { WorkItemView, WorkStatus } from "@/lib/roadmap/work-item"
import { rollUpClaimed } from "@/lib/schedule/progress"

/** Progress and status of workstreams and phases, by id. */
export type Figures = {
  /** 0 to 100, claimed; null when nothing is planned. */
  readonly percentOf: (id: string) => number | null
  readonly statusOf: (id: string) => WorkStatus
}

/** Sums the work of every workstream, and of the phase that it lies in. O(items). */
export function figuresOf({
  roadmap,
  items,
}: {
  readonly roadmap: Pick<RoadmapView, "workstreams">
  readonly items: readonly WorkItemView[]
}): Figures {
  const phaseOf = new Map(roadmap.workstreams.map(({ id, phaseId }) => [id, phaseId]))
  const groups = new Map(roadmap.workstreams.map(({ id, phaseId }) => [id, [id, phaseId]]))
  const claimed = rollUpClaimed(
    items.map(({ likely, percent, status, workstreamId }) => ({
      ...{ likely, percent, status },
      groupIds: groups.get(workstreamId) ?? [],
    })),
  )
  const inWorkstream = groupedBy(items, ({ workstreamId }) => workstreamId)
  const inPhase = groupedBy(items, ({ workstreamId }) => phaseOf.get(workstreamId) ?? "")
  return {
    percentOf: (id) => {
      const sum = claimed.get(id)
      return sum?.kind === "claimed" ? sum.percent : null
    },
    statusOf: (id) => summaryStatus(inWorkstream.get(id) ?? inPhase.get(id) ?? []),
  }
}

/** The members of a list by a key of theirs, in the list's order. */
export function groupedBy<Each>(
  list: readonly Each[],
  keyOf: (each: Each) => string,
): ReadonlyMap<string, readonly Each[]> {
  const groups = new Map<string, Each[]>()
  for (const each of list) {
    const key = keyOf(each)
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  return groups
}
