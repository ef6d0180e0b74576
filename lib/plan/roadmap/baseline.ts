import type { Schedule } from "@/lib/plan/schedule/network"
import type { PlanParts } from "./plan"
import type { BaselineLineView } from "./timeline-contract"

/** What a baseline keeps: where all work, workstreams, phases and gates lie, each with its likely length. */
export function baselineLines(
  { items, workstreams }: Pick<PlanParts, "items" | "workstreams">,
  dates: Schedule,
): BaselineLineView[] {
  const likely = new Map([...items, ...workstreams].map((each) => [each.id, each.likely]))
  const linesOf = (part: BaselineLineView["part"], spans: Schedule["items"]) =>
    Array.from(spans, ([id, span]) => ({ part, id, ...span, likely: likely.get(id) ?? null }))
  return [
    ...linesOf("item", dates.items),
    ...linesOf("workstream", dates.workstreams),
    ...linesOf("phase", dates.phases),
    ...Array.from(dates.gates, ([id, finish]) => ({ part: "gate" as const, id, start: null, finish, likely: null })),
  ]
}

/** The spans of a baseline by the ids of its parts, as the timeline draws them; a gate lies on its day. */
export const baselineSpans = (lines: readonly BaselineLineView[]): Schedule["items"] =>
  new Map(lines.map(({ id, start, finish }) => [id, { start: start ?? finish, finish }]))
