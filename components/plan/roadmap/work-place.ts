import { type Rank, rankBetween } from "@/lib/plan/roadmap/rank"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"

/** A place in a workstream: after an item, or first. */
export type WorkPlace = { readonly workstreamId: string; readonly afterId: string | null }

const inWorkstream = (items: readonly WorkItemView[], workstreamId: string): readonly WorkItemView[] =>
  items
    .filter((item) => item.workstreamId === workstreamId)
    .toSorted((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.number - b.number))

/** Where an item stands now. */
export function placeOf(item: WorkItemView, items: readonly WorkItemView[]): WorkPlace {
  const around = inWorkstream(items, item.workstreamId)
  const at = around.findIndex(({ id }) => id === item.id)
  return { workstreamId: item.workstreamId, afterId: around[at - 1]?.id ?? null }
}

/** The ranks on both sides of a place, without the item that moves there. */
export function placeAfter(
  { workstreamId, afterId }: WorkPlace,
  items: readonly WorkItemView[],
  movingId: string | null,
): { before: Rank | null; after: Rank | null } {
  const around = inWorkstream(items, workstreamId).filter(({ id }) => id !== movingId)
  const at = around.findIndex(({ id }) => id === afterId)
  return { before: around[at]?.rank ?? null, after: around[at + 1]?.rank ?? null }
}

/** The place one step up or down in the same workstream; null at its end. */
export function stepFrom(item: WorkItemView, items: readonly WorkItemView[], step: -1 | 1): WorkPlace | null {
  const around = inWorkstream(items, item.workstreamId)
  const at = around.findIndex(({ id }) => id === item.id)
  if (at + step < 0 || at + step >= around.length) return null
  const after = step === 1 ? around[at + 1] : around[at - 2]
  return { workstreamId: item.workstreamId, afterId: after?.id ?? null }
}

/** An item as it looks until the server has made it; without a place after another one it stands last. */
export function newItem(
  id: string,
  title: string,
  { workstreamId, afterId }: WorkPlace,
  items: readonly WorkItemView[],
): WorkItemView {
  const last = inWorkstream(items, workstreamId).at(-1)?.id ?? null
  const { before, after } = placeAfter({ workstreamId, afterId: afterId ?? last }, items, null)
  return {
    ...{ id, number: 0, workstreamId, phaseId: null, packKey: null, title, status: "not_started", reason: null },
    ...{ ownerId: null, roleKey: null, rank: rankBetween(before, after), points: null, optimistic: null, likely: null },
    ...{
      pessimistic: null,
      estimateConfirmed: false,
      effortDays: null,
      percent: 0,
      remainingDays: null,
      startNoEarlierThan: null,
      constraintType: null,
      constraintDay: null,
      deadline: null,
      ...{ sprintId: null, sprintStart: null, remainingEffort: null, backlogRank: null },
    },
    ...{ actualStart: null, actualFinish: null, version: 1 },
  }
}
