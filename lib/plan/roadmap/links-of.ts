import type { Plan } from "./plan"
import type { LinkView, RoadmapView } from "./views"
import type { WorkItemView } from "./work-item-shapes"

type End = LinkView["from"]

/** A dependency as one of its two ends sees it. */
export type Neighbour = {
  readonly link: LinkView
  readonly end: End
  readonly name: string
  /** "finish to start", and the lag where there is one: "start to start, 2 d later". */
  readonly how: string
}

export const linkTypeNames = {
  FS: "finish to start",
  SS: "start to start",
  FF: "finish to finish",
  SF: "start to finish",
} as const

/** What a lag is counted in, as it is chosen. */
export const lagUnitNames = {
  days: "working days",
  hours: "working hours",
  percent: "% of duration",
  elapsed_days: "elapsed days",
} as const

/** `2 d`, `4 h`, `50%`, `75 elapsed days`. */
export function sayLag({ lag, lagUnit }: Pick<LinkView, "lag" | "lagUnit">): string {
  const size = Math.abs(lag)
  if (lagUnit === "hours") return `${size} h`
  if (lagUnit === "percent") return `${size}%`
  return lagUnit === "elapsed_days" ? `${size} elapsed ${size === 1 ? "day" : "days"}` : `${size} d`
}

function howOf({ type, lag, lagUnit }: LinkView): string {
  if (lag === 0) return linkTypeNames[type]
  return `${linkTypeNames[type]}, ${sayLag({ lag, lagUnit })} ${lag > 0 ? "later" : "earlier"}`
}

type Parts = { readonly roadmap: RoadmapView; readonly items: readonly WorkItemView[] }

/** Names of everything that can be at an end of a dependency; a workstream and a gate say what they are. */
export function endNames({ roadmap, items }: Parts): ReadonlyMap<string, string> {
  return new Map([
    ...items.map(({ id, title }) => [id, title] as const),
    ...roadmap.workstreams.map(({ id, name }) => [id, name] as const),
    ...roadmap.gates.map(({ id, name }) => [id, name] as const),
  ])
}

/** What a record waits for, and what waits for it, by its own dependencies. What was taken away is left out. */
export function linksOf(id: string, parts: Parts): { waitsFor: readonly Neighbour[]; holdsUp: readonly Neighbour[] } {
  const names = endNames(parts)
  const neighbours = (here: "from" | "to", there: "from" | "to") =>
    parts.roadmap.links.flatMap((link): Neighbour[] => {
      const name = names.get(link[there].id)
      return link[here].id === id && name ? [{ link, end: link[there], name, how: howOf(link) }] : []
    })
  return { waitsFor: neighbours("to", "from"), holdsUp: neighbours("from", "to") }
}

/** The gate that an item's phase ends with, and the day the plan has it; null in a phase that goes on. */
export function gateOf(item: WorkItemView, roadmap: RoadmapView, plan: Plan | null) {
  const workstream = roadmap.workstreams.find(({ id }) => id === item.workstreamId)
  const phaseId = item.phaseId ?? workstream?.phaseId
  const gate = roadmap.gates.find((each) => each.phaseId === phaseId)
  return gate ? { name: gate.name, day: plan?.dates.gates.get(gate.id) ?? null } : null
}
