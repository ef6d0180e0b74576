import { item, roadmap, today } from "@/lib/plan/roadmap/test-roadmap"
import type { RoadmapView, WorkstreamView } from "@/lib/plan/roadmap/views"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"

export type BenchPlan = { readonly roadmap: RoadmapView; readonly items: readonly WorkItemView[] }

const IN_A_WORKSTREAM = 25
const types = ["FS", "SS", "FF"] as const

/** A plan of so many pieces of work in chains of 25, with a link from each to the next. */
export function benchPlan(count: number): BenchPlan {
  const workstreams = Array.from({ length: Math.ceil(count / IN_A_WORKSTREAM) }, (_, at): WorkstreamView => {
    const place = at % 2 === 0 ? { stageId: "st4", phaseId: "ph1" } : { stageId: "st5", phaseId: "ph2" }
    return {
      ...{ id: `w${at}`, key: `w${at}`, name: `Workstream ${at}`, description: "", rank: `${at}`, ...place },
      ...{
        roleKey: null,
        ownerId: null,
        optimistic: null,
        likely: null,
        pessimistic: null,
        holdsGate: true,
        version: 1,
      },
    }
  })
  const items = Array.from({ length: count }, (_, at) =>
    item(`i${at}`, {
      ...{ title: `Set up the connector for source ${at}`, number: at + 1, rank: `a${`${at}`.padStart(6, "0")}` },
      ...{ workstreamId: `w${Math.floor(at / IN_A_WORKSTREAM)}`, likely: 1 + ((at * 7) % 13), pessimistic: 20 },
    }),
  )
  const links = items.slice(1).flatMap(({ id, workstreamId }, at) => {
    const before = items[at]
    if (before?.workstreamId !== workstreamId) return []
    const from = { kind: "item" as const, id: before.id }
    return [
      {
        id: `l${at}`,
        from,
        to: { kind: "item" as const, id },
        type: types[at % 3] ?? "FS",
        lag: 0,
        lagUnit: "days" as const,
        version: 1,
      },
    ]
  })
  return { roadmap: { ...roadmap, workstreams, links }, items }
}

export { today }
