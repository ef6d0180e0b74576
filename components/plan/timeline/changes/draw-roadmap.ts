import type { QueryClient } from "@tanstack/react-query"
import { recordSeq, seqOf } from "@/components/door/data/freshness"
import { answerKey } from "@/components/door/data/use-contract"
import { withChange } from "@/lib/plan/roadmap/replan"
import type { PlanChange, PlanChanged } from "@/lib/plan/roadmap/replan-shapes"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { getRoadmap } from "@/lib/serve/api/generated/addresses"

const redraw = (client: QueryClient, programmeId: string, next: (roadmap: RoadmapView) => RoadmapView) =>
  client.setQueryData<RoadmapView>(answerKey(getRoadmap, { programmeId }), (roadmap) => {
    if (!roadmap) return roadmap
    const drawn = next(roadmap)
    recordSeq(drawn, seqOf(roadmap))
    return drawn
  })

/**
 * Shows workstreams and links as a change will make them.
 * @returns takes it off the screen again, where nothing else was shown meanwhile
 */
export function drawChange(client: QueryClient, programmeId: string, change: PlanChange): () => void {
  const key = answerKey(getRoadmap, { programmeId })
  const before = client.getQueryData<RoadmapView>(key)
  if (change.workstreams.length + change.links.length === 0) return () => {}
  const drawn = redraw(client, programmeId, (roadmap) => {
    const { items: _, ...next } = withChange({ ...roadmap, items: [] }, { ...change, items: [] }, roadmap.today)
    return next
  })
  return () => {
    if (client.getQueryData(key) === drawn) client.setQueryData(key, before)
  }
}

/** Shows workstreams and links as the server answered them. */
export function drawAnswer(
  client: QueryClient,
  programmeId: string,
  change: PlanChange,
  { workstreams, links }: PlanChanged,
): void {
  if (change.workstreams.length + change.links.length === 0) return
  const gone = new Set(change.links.flatMap((each) => ("remove" in each ? [each.remove.id] : [])))
  const answered = new Map(workstreams.map((each) => [each.id, each]))
  redraw(client, programmeId, (roadmap) => {
    const others = roadmap.links.filter(
      (link) =>
        !gone.has(link.id) &&
        !links.some(({ id, from, to, type }) =>
          link.id === id ? true : link.from.id === from.id && link.to.id === to.id && link.type === type,
        ),
    )
    return {
      ...roadmap,
      workstreams: roadmap.workstreams.map((each) => answered.get(each.id) ?? each),
      links: [...others, ...links],
    }
  })
}
