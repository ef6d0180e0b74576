import type { WhatIf } from "@/lib/plan/forecast/what-if-shape"
import { noChange } from "@/lib/plan/roadmap/replan"
import type { LinkReplan } from "@/lib/plan/roadmap/replan-shapes"
import type { LinkView } from "@/lib/plan/roadmap/views"
import type { Estimate, WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"

/** A scratch copy in which nothing is different yet. */
export const noWhatIf: WhatIf = { plan: noChange, risks: [] }

export const isNoWhatIf = ({ plan, risks }: WhatIf): boolean =>
  plan.items.length + plan.workstreams.length + plan.links.length + risks.length === 0

/** Another estimate for an item; null puts it back to what the plan says. */
export function withEstimate(
  changes: WhatIf,
  { id, version }: Pick<WorkItemView, "id" | "version">,
  estimate: Estimate | null,
): WhatIf {
  const { items } = changes.plan
  const replan = estimate && { id, version, estimate }
  const isKnown = items.some((each) => each.id === id)
  const kept = isKnown
    ? items.flatMap((each) => (each.id === id ? (replan ?? []) : each))
    : [...items, ...(replan ? [replan] : [])]
  return { ...changes, plan: { ...changes.plan, items: kept } }
}

/** Which link a change is about; a new one is told by its ends. */
export function linkKey(replan: LinkReplan): string {
  if ("add" in replan) return `${replan.add.from.id} ${replan.add.type} ${replan.add.to.id}`
  return "change" in replan ? replan.change.id : replan.remove.id
}

/** Puts a change of a link in the place of an earlier one of the same link. */
export function withLink(changes: WhatIf, replan: LinkReplan): WhatIf {
  const { links } = changes.plan
  const key = linkKey(replan)
  const known = links.some((each) => linkKey(each) === key)
  const next = known ? links.map((each) => (linkKey(each) === key ? replan : each)) : [...links, replan]
  return { ...changes, plan: { ...changes.plan, links: next } }
}

export function withoutLink(changes: WhatIf, key: string): WhatIf {
  return { ...changes, plan: { ...changes.plan, links: changes.plan.links.filter((each) => linkKey(each) !== key) } }
}

/** A risk as if it could not happen (off), as if it happens for certain (on), or as the register has it (null). */
export function withRisk(changes: WhatIf, id: WhatIf["risks"][number]["id"], on: boolean | null): WhatIf {
  const { risks } = changes
  const given = on === null ? [] : [{ id, on }]
  const isKnown = risks.some((each) => each.id === id)
  return {
    ...changes,
    risks: isKnown ? risks.flatMap((each) => (each.id === id ? given : each)) : [...risks, ...given],
  }
}

type Now = { readonly items: readonly WorkItemView[]; readonly links: readonly LinkView[] }

/** The same changes on the versions that are there now; what is not there any more is left out. */
export function freshened(changes: WhatIf, now: Now): WhatIf {
  const items = new Map(now.items.map(({ id, version }) => [id, version]))
  const links = new Map(now.links.map(({ id, version }) => [id, version]))
  return {
    ...changes,
    plan: {
      ...changes.plan,
      items: changes.plan.items.flatMap((each) => {
        const version = items.get(each.id)
        return version === undefined ? [] : [{ ...each, version }]
      }),
      links: changes.plan.links.flatMap((each): LinkReplan[] => {
        if ("add" in each) return [each]
        const version = links.get("change" in each ? each.change.id : each.remove.id)
        if (version === undefined) return []
        return "change" in each ? [{ change: { ...each.change, version } }] : [{ remove: { ...each.remove, version } }]
      }),
    },
  }
}
