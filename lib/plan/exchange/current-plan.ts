import type { Day } from "@/lib/base/kernel/day"
import type { ProgrammeView } from "@/lib/plan/roadmap/programme"
import type { GateView, LinkView, PersonView, PhaseView, StageView, WorkstreamView } from "@/lib/plan/roadmap/views"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"

/** A work item with what only an exchange of files needs of it. */
export type PlannedItem = WorkItemView & { readonly description: string; readonly importKey: string | null }

/** A programme's plan as a file is taken into it, or made from it. */
export type CurrentPlan = {
  readonly today: Day
  readonly programme: ProgrammeView
  readonly stages: readonly StageView[]
  readonly phases: readonly PhaseView[]
  readonly gates: readonly GateView[]
  readonly workstreams: readonly WorkstreamView[]
  /** Without those that were taken away. */
  readonly items: readonly PlannedItem[]
  readonly links: readonly LinkView[]
  readonly people: readonly Pick<PersonView, "id" | "name" | "removed">[]
  /** Newest first. */
  readonly baselines: readonly PlannedBaseline[]
}
export type PlannedBaseline = {
  readonly name: string
  readonly lines: readonly {
    readonly part: "item" | "workstream" | "phase" | "gate"
    readonly partId: string
    readonly start: Day | null
    readonly finish: Day
    readonly likely: number | null
  }[]
}
