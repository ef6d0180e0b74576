import type { Day } from "@/lib/base/kernel/day"
import { changeItem, itemFields } from "./change"
import type { PlanParts } from "./plan"
import type { ItemReplan, LinkReplan, PlanChange, PlanChanged, WorkstreamReplan } from "./replan-shapes"
import { changeBack } from "./undo"
import type { LinkView, WorkstreamView } from "./views"
import type { Estimate, WorkItemChange, WorkItemView } from "./work-item-shapes"

/** As much of a programme as a plan change is about. */
export type ReplanParts = Omit<PlanParts, "workstreams"> & { readonly workstreams: readonly WorkstreamView[] }

export const noChange: PlanChange = { items: [], workstreams: [], links: [] }

export const isNoChange = ({ items, workstreams, links }: PlanChange): boolean =>
  items.length + workstreams.length + links.length === 0

/** Whether something is named more than once. */
export function namesTwice({ items, workstreams, links }: PlanChange): boolean {
  const ids = [...items, ...workstreams].map(({ id }) => id)
  for (const each of links)
    ids.push("add" in each ? sayEnds(each.add) : "change" in each ? each.change.id : each.remove.id)
  return new Set(ids).size < ids.length
}

const sayEnds = ({ from, to, type }: Pick<LinkView, "from" | "to" | "type">) => `${from.id} ${type} ${to.id}`

/**
 * A programme as it is after a change, versions included, to preview what the server will make of it. What the change
 * names and is not there, and what a rule would refuse, stays as it is. O(items + links).
 * @param today the programme's day
 */
export function withChange<Parts extends ReplanParts>(parts: Parts, change: PlanChange, today: Day): Parts {
  const items = new Map(change.items.map((each) => [each.id, each]))
  const workstreams = new Map(change.workstreams.map((each) => [each.id, each]))
  return {
    ...parts,
    items: items.size === 0 ? parts.items : parts.items.map((item) => replanned(item, items.get(item.id), today)),
    workstreams:
      workstreams.size === 0
        ? parts.workstreams
        : parts.workstreams.map((each) => reestimated(each, workstreams.get(each.id))),
    links: change.links.reduce(relinked, parts.links),
  }
}

function replanned(item: WorkItemView, replan: ItemReplan | undefined, today: Day): WorkItemView {
  if (!replan) return item
  const changed = changeItem(item, changeOf(replan), today)
  return changed.ok ? changed.value.after : item
}

/** What a plan change asks of one item. */
export function changeOf({ id: _id, version: _version, ...change }: ItemReplan): WorkItemChange {
  return change
}

function reestimated(workstream: WorkstreamView, replan: WorkstreamReplan | undefined): WorkstreamView {
  if (!replan) return workstream
  return { ...workstream, ...(replan.estimate ?? noEstimate), version: workstream.version + 1 }
}

export const noEstimate = { optimistic: null, likely: null, pessimistic: null }

function relinked(links: readonly LinkView[], replan: LinkReplan): readonly LinkView[] {
  if ("add" in replan)
    return [...links, { ...replan.add, lagUnit: replan.add.lagUnit ?? "days", id: sayEnds(replan.add), version: 1 }]
  if ("remove" in replan) return links.filter(({ id }) => id !== replan.remove.id)
  const { id, type, lag: given, lagUnit } = replan.change
  return links.map((link) =>
    link.id === id
      ? {
          ...link,
          type: type ?? link.type,
          lag: given ?? link.lag,
          lagUnit: lagUnit ?? link.lagUnit,
          version: link.version + 1,
        }
      : link,
  )
}

/**
 * The change that takes another one back.
 * @param parts the programme as it was before it
 * @param changed what the server answered to it, with the versions that are there now
 */
export function inverseOf(parts: ReplanParts, change: PlanChange, changed: PlanChanged): PlanChange {
  const items = new Map(parts.items.map((item) => [item.id, item]))
  const workstreams = new Map(parts.workstreams.map((each) => [each.id, each]))
  return {
    items: changed.items.flatMap((after) => {
      const before = items.get(after.id)
      return before ? [itemBack(before, after)] : []
    }),
    workstreams: changed.workstreams.flatMap(({ id, version: now }) => {
      const before = workstreams.get(id)
      return before ? [{ id, version: now, estimate: estimateOf(before) }] : []
    }),
    links: linksBack(parts.links, change.links, changed.links),
  }
}

function itemBack(before: WorkItemView, after: WorkItemView): ItemReplan {
  const different = itemFields.filter((field) => before[field] !== after[field])
  const back = changeBack(before, Object.fromEntries(different.map((field) => [field, before[field]])))
  const { startNoEarlierThan, deadline, estimate, estimateConfirmed } = back
  const { percent, status, reason, actualStart, actualFinish, remainingDays, constraintType, constraintDay } = back
  return {
    ...{ id: after.id, version: after.version, startNoEarlierThan, deadline, estimate, estimateConfirmed },
    ...{ percent, status, reason, actualStart, actualFinish, remainingDays, constraintType, constraintDay },
  }
}

type Known = { readonly optimistic: number | null; readonly likely: number | null; readonly pessimistic: number | null }

/** The three points of a piece of work; null unless all of them are known. */
export const estimateOf = ({ optimistic, likely, pessimistic }: Known): Estimate | null =>
  optimistic === null || likely === null || pessimistic === null ? null : { optimistic, likely, pessimistic }

function linksBack(
  before: readonly LinkView[],
  replans: readonly LinkReplan[],
  answered: readonly LinkView[],
): LinkReplan[] {
  const known = new Map(before.map((link) => [link.id, link]))
  const left = [...answered]
  const back: LinkReplan[] = []
  for (const replan of replans) {
    const was = "add" in replan ? undefined : known.get("change" in replan ? replan.change.id : replan.remove.id)
    const now = "remove" in replan ? undefined : left.shift()
    if ("add" in replan && now) back.unshift({ remove: { id: now.id, version: now.version } })
    else if ("change" in replan && was && now)
      back.unshift({ change: { id: now.id, version: now.version, type: was.type, lag: was.lag, lagUnit: was.lagUnit } })
    else if ("remove" in replan && was)
      back.unshift({ add: { from: was.from, to: was.to, type: was.type, lag: was.lag, lagUnit: was.lagUnit } })
  }
  return back
}
