import { groupBy } from "@/lib/base/kernel/group-by"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { backlogOrder } from "./backlog-order"
import { sumOfEffort } from "./effort"

export const boardColumns = [
  { id: "not_started", label: "Not started", mark: "not_started" },
  { id: "in_progress", label: "In progress", mark: "in_progress" },
  { id: "blocked", label: "Blocked", mark: "blocked" },
  { id: "done", label: "Done", mark: "done" },
] as const
export type BoardStatus = (typeof boardColumns)[number]["id"]
export type BoardItem = { readonly id: string; readonly column: BoardStatus; readonly item: WorkItemView }

export const laneBys = ["workstream", "person", "none"] as const
export type LaneBy = (typeof laneBys)[number]

export type Lane = {
  readonly id: string
  readonly name: string
  readonly cards: readonly BoardItem[]
  /** Claimed percent by effort where the lane is a workstream, and how much is in it. */
  readonly meta: { readonly claimed: number | null; readonly count: number; readonly days: number }
}

/** The work of a sprint as cards, by rank; dropped work has none. */
export function cardsOf(items: readonly WorkItemView[], roadmap: RoadmapView, sprintId: string): readonly BoardItem[] {
  const inside = items.filter((item) => item.sprintId === sprintId)
  const streams = roadmap.workstreams.map(({ id }) => id)
  return backlogOrder(inside, streams).flatMap((item) =>
    item.status === "dropped" ? [] : [{ id: item.id, column: item.status, item }],
  )
}

/** The cards in lanes by workstream or person, each only where it has cards; one nameless lane without. */
export function lanesOf(cards: readonly BoardItem[], roadmap: RoadmapView, by: LaneBy): readonly Lane[] {
  if (by === "none") return [laneOf("all", "", cards)]
  const names =
    by === "workstream"
      ? roadmap.workstreams.map(({ id, name }) => ({ id, name }))
      : [...roadmap.people.map(({ id, name }) => ({ id, name })), { id: "nobody", name: "Unassigned" }]
  const keyOf = ({ item }: BoardItem) => (by === "workstream" ? item.workstreamId : (item.ownerId ?? "nobody"))
  const groups = groupBy(cards, keyOf)
  return names.flatMap(({ id, name }) => {
    const own = groups.get(id)
    if (!own) return []
    const lane = laneOf(id, name, own)
    return [by === "workstream" ? { ...lane, meta: { ...lane.meta, claimed: claimedOf(own) } } : lane]
  })
}

const laneOf = (id: string, name: string, cards: readonly BoardItem[]): Lane => ({
  ...{ id, name, cards },
  meta: { claimed: null, count: cards.length, days: sumOfEffort(cards.map(({ item }) => item.effortDays)).days },
})

/** Percent 0 to 100 that people report, weighed by effort; an item without effort counts as one day. */
function claimedOf(cards: readonly BoardItem[]): number {
  const weight = ({ item }: BoardItem) => item.effortDays ?? 1
  const all = cards.reduce((sum, card) => sum + weight(card), 0)
  return all === 0 ? 0 : cards.reduce((sum, card) => sum + weight(card) * card.item.percent, 0) / all
}
