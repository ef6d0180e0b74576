import { workingDaysBetween } from "@/lib/base/calendar/working-calendar"
import type { Day } from "@/lib/base/kernel/day"
import { plannedPercent } from "@/lib/plan/schedule/planned-dates"
import { isOpen, isOpenFilter, type WorkFilter, type WorkTest, workTest } from "./filter"
import { inOrder, type Order } from "./order"
import { analysisOf, type Plan } from "./plan"
import { groupFigures, type Sums, slackFigures, spanOf, sumsOf, type TreeParts } from "./tree-figures"
import { type DraftRow, type ItemRow, keepSame, type StageRow, type WorkRow, type WorkstreamRow } from "./tree-rows"
import type { RoadmapView, StageView, WorkstreamView } from "./views"
import type { WorkItemView } from "./work-item-shapes"

export type TreeView = {
  readonly filter: WorkFilter
  readonly order: Order
  /** Ids of items with a change under way, and of those that somebody else changed meanwhile. */
  readonly saving: ReadonlySet<string>
  readonly contested: ReadonlySet<string>
  readonly draft: Omit<DraftRow, "kind" | "name"> | null
}
export type WorkTree = {
  readonly rows: readonly StageRow[]
  /** Every row that is shown, and none besides. */
  readonly byId: ReadonlyMap<string, WorkRow>
  readonly shownItems: number
  readonly allItems: number
  readonly shownWorkstreams: number
}

export const noTree: WorkTree = { rows: [], byId: new Map(), shownItems: 0, allItems: 0, shownWorkstreams: 0 }

/**
 * Stages, workstreams and work items as the table shows them. Figures of stages and workstreams are of all their work,
 * whatever the filter hides; with a filter, only branches with something in them are there. O(items + links).
 * @param before the tree before, whose unchanged rows are used again
 */
export function workTree(parts: TreeParts, view: TreeView, before: WorkTree = noTree): WorkTree {
  const byId = new Map<string, WorkRow>()
  const making: Making = {
    ...{ parts, view, sums: sumsOf(parts), test: workTest(view.filter, parts.roadmap) },
    filtered: !isOpenFilter(view.filter),
    late: view.filter.late ? lateItems(parts) : new Set(),
    itemsOf: groupedBy(parts.items, ({ workstreamId }) => workstreamId),
    makeItem: itemRows(parts, view),
    keep: (row) => {
      const kept = keepSame(row, before.byId)
      byId.set(row.id, kept)
      return kept
    },
  }
  const workstreams = groupedBy(parts.roadmap.workstreams, ({ stageId }) => stageId)
  const rows = parts.roadmap.stages.flatMap((stage) => stageRows(making, stage, workstreams.get(stage.id) ?? []))
  const shown = [...byId.values()]
  return {
    ...{ rows, byId, allItems: parts.items.length },
    shownItems: shown.filter(({ kind }) => kind === "item").length,
    shownWorkstreams: shown.filter(({ kind }) => kind === "workstream").length,
  }
}

type Making = {
  readonly parts: TreeParts
  readonly view: TreeView
  readonly sums: Sums
  readonly test: WorkTest
  readonly filtered: boolean
  /** Open work with negative slack; empty where nobody asks. */
  readonly late: ReadonlySet<string>
  readonly itemsOf: ReadonlyMap<string, readonly WorkItemView[]>
  readonly makeItem: (item: WorkItemView) => ItemRow
  readonly keep: <Row extends WorkRow>(row: Row) => Row
}

function stageRows(making: Making, stage: StageView, workstreams: readonly WorkstreamView[]): StageRow[] {
  const { parts, sums, filtered, itemsOf, keep } = making
  const children = workstreams.flatMap((workstream) => workstreamRows(making, workstream))
  if (filtered && children.length === 0) return []
  const items = workstreams.flatMap(({ id }) => itemsOf.get(id) ?? [])
  return [
    keep({
      kind: "stage",
      ...{ id: stage.id, name: `${stage.number} ${stage.name}`, stage, children },
      ...{ owner: null, role: null, phase: null, editable: false },
      ...groupFigures(parts, sums, stage.id, items, spanOf(workstreams, parts.plan)),
    }),
  ]
}

function workstreamRows(making: Making, workstream: WorkstreamView): WorkstreamRow[] {
  const { parts, view, filtered, test, keep } = making
  const { roadmap, plan } = parts
  const { id, name, ownerId, roleKey, phaseId } = workstream
  const items = making.itemsOf.get(id) ?? []
  const all = items.map(making.makeItem)
  const shown = filtered ? all.filter(({ item }) => test(item, making.late.has(item.id))) : all
  if (filtered && shown.length === 0 && view.draft?.workstreamId !== id) return []
  const owner = roadmap.people.find((person) => person.id === ownerId)
  return [
    keep({
      kind: "workstream",
      ...{ id, name, workstream, children: withDraft(inOrder(shown, view.order), view.draft, id).map(keep) },
      owner: owner ? { id: owner.id, name: owner.name } : null,
      role: roadmap.deliveryRoles.find(({ key }) => key === roleKey)?.name ?? null,
      phase: phaseNames(roadmap).get(phaseId) ?? null,
      ...groupFigures(parts, making.sums, id, items, spanOf([workstream], plan)),
      editable: roadmap.me.may.editPlan,
    }),
  ]
}

/** What one item shows; prepared once for all of them. */
export function itemRows(
  { roadmap, plan, slack }: Pick<TreeParts, "roadmap" | "plan" | "slack">,
  view: Pick<TreeView, "saving" | "contested">,
) {
  const people = new Map(roadmap.people.map(({ id, name }) => [id, { id, name }]))
  const roles = new Map(roadmap.deliveryRoles.map(({ key, name }) => [key, name]))
  const phases = phaseNames(roadmap)
  const places = new Map(roadmap.workstreams.map(({ id, phaseId }) => [id, phaseId]))
  const { may, personId } = roadmap.me
  return (item: WorkItemView): ItemRow => {
    const dates = plan?.dates.items.get(item.id)
    return {
      kind: "item",
      id: item.id,
      name: item.title,
      item,
      status: item.status,
      owner: (item.ownerId && people.get(item.ownerId)) || null,
      role: (item.roleKey && roles.get(item.roleKey)) || null,
      phase: phases.get(item.phaseId ?? places.get(item.workstreamId) ?? "") ?? null,
      start: dates?.start ?? null,
      finish: dates?.finish ?? null,
      ...slackFigures(slack?.get(item.id)),
      claimed: item.status === "dropped" ? null : item.percent,
      planned: dates && plan ? plannedPercent(dates, plan.day, plan.calendar) : null,
      editable: may.editWork === "yes" || (may.editWork === "own" && item.ownerId === personId),
      lateDays: lateDays(item, dates?.finish ?? null, plan),
      saving: view.saving.has(item.id),
      contested: view.contested.has(item.id),
    }
  }
}

/** Work that is too late for its own deadline or one behind it. */
function lateItems({ roadmap, items }: TreeParts): ReadonlySet<string> {
  const plan = analysisOf({ ...roadmap, items }, roadmap.today)
  if (!plan.ok) return new Set()
  const { itemSlack } = plan.value.analysis
  return new Set(
    items.flatMap(({ id, status }) => (isOpen(status) && (itemSlack.get(id)?.totalSlack ?? 0) < 0 ? [id] : [])),
  )
}

/** Working days from the deadline of open work to its planned finish, or to today when that is later. */
function lateDays(item: WorkItemView, finish: Day | null, plan: Plan | null): number {
  if (!item.deadline || !isOpen(item.status) || !plan) return 0
  const until = finish && finish > plan.day ? finish : plan.day
  return Math.max(0, workingDaysBetween(plan.calendar, item.deadline, until))
}

const phaseNames = ({ phases }: RoadmapView): ReadonlyMap<string, string> =>
  new Map(phases.map(({ id, number, name }) => [id, `${number}. ${name}`]))

function withDraft(
  rows: readonly ItemRow[],
  draft: TreeView["draft"],
  workstreamId: string,
): readonly (ItemRow | DraftRow)[] {
  if (draft?.workstreamId !== workstreamId) return rows
  const row: DraftRow = { ...draft, kind: "draft", name: "New work" }
  const after = rows.findIndex(({ id }) => id === draft.afterId)
  const at = after === -1 ? rows.length : after + 1
  return [...rows.slice(0, at), row, ...rows.slice(at)]
}

function groupedBy<Each>(list: readonly Each[], keyOf: (each: Each) => string): ReadonlyMap<string, readonly Each[]> {
  const groups = new Map<string, Each[]>()
  for (const each of list) {
    const group = groups.get(keyOf(each))
    if (group) group.push(each)
    else groups.set(keyOf(each), [each])
  }
  return groups
}
