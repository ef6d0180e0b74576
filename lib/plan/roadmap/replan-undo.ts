import { inverseOf, type ReplanParts } from "./replan"
import type { ItemReplan, LinkReplan, PlanChange, PlanChanged, WorkstreamReplan } from "./replan-shapes"
import type { LinkView, WorkstreamView } from "./views"
import type { WorkItemView } from "./work-item-shapes"

/** What takes one change of this member's back, however much later. */
export type UndoStep = {
  readonly change: PlanChange
  /** What the change that it takes back left behind. */
  readonly left: PlanChanged
  /** That change in words: `Moved "SAP extraction"`. */
  readonly said: string
}

/**
 * The step that takes a change back.
 * @param parts the programme as it was before the change
 * @param changed what the server answered to it
 */
export const undoStep = (parts: ReplanParts, change: PlanChange, changed: PlanChanged, said: string): UndoStep => ({
  change: inverseOf(parts, change, changed),
  left: changed,
  said,
})

/**
 * A step's change with the versions that are there now, so that later changes of other members stay. Where one of its
 * own members was changed meanwhile the old version stays, and the server refuses it as stale; a link that went and came
 * back is found by its ends.
 */
export function freshened({ change, left }: UndoStep, now: Pick<ReplanParts, "items" | "workstreams" | "links">) {
  return {
    items: change.items.map((each) => freshItem(each, left.items, now.items)),
    workstreams: change.workstreams.map((each) => freshWorkstream(each, left.workstreams, now.workstreams)),
    links: change.links.map((each) => freshLink(each, left.links, now.links)),
  }
}

const points = ["optimistic", "likely", "pessimistic"] as const

function freshItem(replan: ItemReplan, left: readonly WorkItemView[], now: readonly WorkItemView[]): ItemReplan {
  const [was, is] = [find(left, replan.id), find(now, replan.id)]
  const { id: _id, version: _version, estimate, ...plain } = replan
  const members = Object.entries(plain).flatMap(([name, value]) => (value === undefined ? [] : [name]))
  const names = [...members, ...(estimate === undefined ? [] : points)]
  return was && is && names.every((name) => Reflect.get(was, name) === Reflect.get(is, name))
    ? { ...replan, version: is.version }
    : replan
}

function freshWorkstream(
  replan: WorkstreamReplan,
  left: readonly WorkstreamView[],
  now: readonly WorkstreamView[],
): WorkstreamReplan {
  const [was, is] = [find(left, replan.id), find(now, replan.id)]
  return was && is && points.every((point) => was[point] === is[point]) ? { ...replan, version: is.version } : replan
}

function freshLink(replan: LinkReplan, left: readonly LinkView[], now: readonly LinkView[]): LinkReplan {
  if ("add" in replan) return replan
  const named = "change" in replan ? replan.change : replan.remove
  const was = find(left, named.id)
  const is = find(now, named.id) ?? now.find((link) => was && isAlike(link, was))
  if (!was || !is || !isAlike(is, was) || is.lag !== was.lag) return replan
  const { id, version } = is
  return "change" in replan ? { change: { ...replan.change, id, version } } : { remove: { id, version } }
}

const isAlike = (one: LinkView, other: LinkView): boolean =>
  one.from.id === other.from.id && one.to.id === other.to.id && one.type === other.type

const find = <Each extends { readonly id: string }>(list: readonly Each[], id: string): Each | undefined =>
  list.find((each) => each.id === id)
