import type { Day } from "@/lib/base/kernel/day"
import { endNames } from "./links-of"
import type { LinkReplan, PlanChange } from "./replan-shapes"
import type { RoadmapView } from "./views"
import type { WorkItemView } from "./work-item-shapes"

type Parts = { readonly roadmap: RoadmapView; readonly items: readonly WorkItemView[] }

/** What a plan change does, in the past tense: `Moved "SAP extraction" to 5 March`; `Changed 4 items and 1 link`. */
export function sayReplan(change: PlanChange, parts: Parts, sayDay: (day: Day) => string): string {
  const { items, workstreams, links } = change
  const names = endNames(parts)
  const quoted = (id: string) => `"${names.get(id) ?? "something removed"}"`
  const [item, workstream, link] = [items[0], workstreams[0], links[0]]
  const count = items.length + workstreams.length + links.length
  if (count === 1 && link) return sayLink(link, quoted)
  if (count === 1 && workstream) return `Estimated ${quoted(workstream.id)}`
  const areMoved = count === items.length && items.every((each) => each.startNoEarlierThan !== undefined)
  if (count === 1 && item) {
    if (item.startNoEarlierThan) return `Moved ${quoted(item.id)} to ${sayDay(item.startNoEarlierThan)}`
    if (areMoved) return `Let ${quoted(item.id)} start as early as it can`
    return `${item.estimate === undefined ? "Changed" : "Estimated"} ${quoted(item.id)}`
  }
  if (areMoved) return `Moved ${items.length} items`
  const counts = [
    counted(items.length, "item"),
    counted(workstreams.length, "workstream"),
    counted(links.length, "link"),
  ]
  return `Changed ${counts.filter(Boolean).join(" and ")}`
}

const counted = (count: number, noun: string): string =>
  count === 0 ? "" : `${count} ${noun}${count === 1 ? "" : "s"}`

function sayLink(replan: LinkReplan, quoted: (id: string) => string): string {
  if ("add" in replan) return `Let ${quoted(replan.add.to.id)} wait for ${quoted(replan.add.from.id)}`
  return "change" in replan ? "Changed a dependency" : "Removed a dependency"
}

type Refusal = { readonly code: string; readonly detail: string; readonly [extra: string]: unknown }

/** Why a plan change was not taken, with who was faster, or with what the circle goes through. */
export function sayRefusedReplan({ code, detail, changedBy, members }: Refusal): string {
  if (code === "changed-meanwhile" && typeof changedBy === "string") return `${changedBy} saved first. ${detail}`
  if (code === "would-circle" && Array.isArray(members)) return `${detail} It goes through ${members.join(", ")}.`
  return detail
}
