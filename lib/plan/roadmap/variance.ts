import { type CompiledCalendar, workingDaysBetween } from "@/lib/base/calendar/working-calendar"
import type { Day } from "@/lib/base/kernel/day"
import type { Schedule } from "@/lib/plan/schedule/network"
import type { PlanParts } from "./plan"
import type { BaselineLineView } from "./timeline-contract"
import type { RoadmapView } from "./views"

/** One part of the plan against a baseline. Variances are working days, positive when the plan is later or longer. */
export type VarianceLine = {
  readonly part: BaselineLineView["part"]
  readonly id: string
  readonly name: string
  /** Null for a gate, and where the part is in only one of the two. */
  readonly start: Variance | null
  readonly finish: Variance | null
  readonly likely: { readonly from: number | null; readonly to: number | null; readonly by: number } | null
  /** Whether it is in both, came since, or is there no more (taken away or dropped). */
  readonly presence: "both" | "new" | "gone"
}
export type Variance = { readonly from: Day; readonly to: Day; readonly workingDays: number }

type Parts = {
  readonly phases: readonly Pick<RoadmapView["phases"][number], "id" | "name">[]
  readonly gates: readonly Pick<RoadmapView["gates"][number], "id" | "name">[]
  readonly workstreams: readonly Pick<RoadmapView["workstreams"][number], "id" | "name" | "likely">[]
} & Pick<PlanParts, "items">
type Part = VarianceLine["part"]
type Now = { readonly start: Day | null; readonly finish: Day; readonly likely: number | null }

/**
 * How the plan differs from a baseline: gates first, then phases, workstreams and items, each in the roadmap's order;
 * last what is there no more. O(items).
 */
export function varianceOf(
  lines: readonly BaselineLineView[],
  parts: Parts,
  dates: Schedule,
  calendar: CompiledCalendar,
): VarianceLine[] {
  const before = new Map(lines.map((line) => [`${line.part} ${line.id}`, line]))
  const present = (part: Part, each: Named, now: Now | null): VarianceLine[] => {
    const key = `${part} ${each.id}`
    const was = before.get(key)
    before.delete(key)
    return was || now ? [lineOf({ part, ...each }, was, now, calendar)] : []
  }
  const spanned = (part: Part, spans: Schedule["items"], each: Named, likely: number | null) => {
    const span = spans.get(each.id)
    return present(part, each, span ? { ...span, likely } : null)
  }
  return [
    ...parts.gates.flatMap(({ id, name }) => {
      const finish = dates.gates.get(id)
      return present("gate", { id, name }, finish ? { start: null, finish, likely: null } : null)
    }),
    ...parts.phases.flatMap(({ id, name }) => spanned("phase", dates.phases, { id, name }, null)),
    ...parts.workstreams.flatMap(({ id, name, likely }) =>
      spanned("workstream", dates.workstreams, { id, name }, likely),
    ),
    ...parts.items.flatMap(({ id, title, likely }) => spanned("item", dates.items, { id, name: title }, likely)),
    ...[...before.values()].map((line) =>
      lineOf({ part: line.part, id: line.id, name: "Removed" }, line, null, calendar),
    ),
  ]
}

type Named = { readonly id: string; readonly name: string }

function lineOf(
  named: Named & { readonly part: Part },
  was: BaselineLineView | undefined,
  now: Now | null,
  calendar: CompiledCalendar,
): VarianceLine {
  const vary = (from: Day | null | undefined, to: Day | null | undefined): Variance | null =>
    from && to ? { from, to, workingDays: workingDaysBetween(calendar, from, to) } : null
  return {
    ...named,
    start: vary(was?.start, now?.start),
    finish: vary(was?.finish, now?.finish),
    likely:
      was && now && (was.likely !== null || now.likely !== null)
        ? { from: was.likely, to: now.likely, by: (now.likely ?? 0) - (was.likely ?? 0) }
        : null,
    presence: was && now ? "both" : now ? "new" : "gone",
  }
}

/** Whether a line says that anything is different. */
export const isVaried = ({ start, finish, likely, presence }: VarianceLine): boolean =>
  presence !== "both" || Boolean(start?.workingDays || finish?.workingDays || likely?.by)
