import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { type AnalysedPlan, analysisOf } from "@/lib/plan/roadmap/plan"
import { noChange, type ReplanParts, withChange } from "@/lib/plan/roadmap/replan"
import { type Consequences, consequences } from "@/lib/plan/roadmap/replan-consequences"
import { type Bar, linkFrom, moveBy, type Replan, resizeTo } from "@/lib/plan/roadmap/replan-gestures"
import type { PlanChange } from "@/lib/plan/roadmap/replan-shapes"
import type { NodeRef } from "@/lib/plan/schedule/network"
import { lengthInWorkingDays } from "@/lib/plan/schedule/planned-dates"
import type { Gesture } from "./gesture"
import type { TimelineModel, TimelineRow } from "./rows"

/** What a gesture would make of the plan. */
export type Tried<Parts> = Replan & {
  readonly parts: Parts
  readonly plan: AnalysedPlan
  readonly consequences: Consequences
}
/** Why a gesture comes to nothing. */
export type Untried = "same-end" | "already-linked" | "would-circle" | "no-plan"

export const untriedSentences: Readonly<Record<Untried, string>> = {
  "same-end": "Work can't depend on itself. Choose another bar.",
  "already-linked": "This dependency already exists.",
  "would-circle": "This would create a circular dependency.",
  "no-plan": "Circular dependency: there are no dates to move. Remove one of its dependencies first.",
}

/** Tries a gesture on a copy of the programme: the change, the plan as it would be, and what shifts. O(items + links). */
export function tryGesture<Parts extends ReplanParts>(
  gesture: Gesture,
  model: Pick<TimelineModel, "rows" | "indexOf">,
  before: { readonly parts: Parts; readonly plan: AnalysedPlan },
): Result<Tried<Parts>, Untried> {
  const { parts, plan } = before
  const replan = replanOf(gesture, model, before)
  if (!replan.ok) return replan
  const after = withChange(parts, replan.value.change, plan.day)
  const found = analysisOf(after, plan.day)
  if (!found.ok) return refuse("no-plan")
  const shifts = consequences(plan.analysis, found.value.analysis, plan.calendar)
  return ok({ ...replan.value, parts: after, plan: found.value, consequences: shifts })
}

function replanOf(
  gesture: Gesture,
  { rows, indexOf }: Pick<TimelineModel, "rows" | "indexOf">,
  { parts, plan }: { readonly parts: ReplanParts; readonly plan: AnalysedPlan },
): Result<Replan, Untried> {
  const row = (id: string | null) => (id === null ? undefined : rows[indexOf.get(id) ?? -1])
  const planned = { dates: plan.analysis, calendar: plan.calendar, day: plan.day }
  if (gesture.kind === "move") {
    const bars = gesture.ids.flatMap((id) => row(id) ?? []).map(({ kind, id }): Bar => ({ kind, id }))
    return ok(moveBy(parts, planned, bars, gesture.days))
  }
  if (gesture.kind === "resize") {
    const { analysis, calendar } = plan
    const dates = analysis.items.get(gesture.id) ?? analysis.workstreams.get(gesture.id)
    const kind = row(gesture.id)?.kind ?? "item"
    if (!dates || gesture.days === 0) return ok({ change: noChange, notes: [] })
    const length = lengthInWorkingDays(dates.start, dates.finish, calendar) + gesture.days
    return ok(resizeTo(parts, planned, { kind, id: gesture.id }, length))
  }
  const [from, to] = [endOf(row(gesture.from)), endOf(row(gesture.to))]
  if (!from || !to) return ok({ change: noChange, notes: [] })
  const change: Result<PlanChange, Untried> = linkFrom(parts, { from, to, type: gesture.type })
  return change.ok ? ok({ change: change.value, notes: [] }) : refuse(change.refusal)
}

/** A phase takes part in links by its gate. */
function endOf(row: TimelineRow | undefined): NodeRef | null {
  if (!row) return null
  if (row.kind !== "phase") return { kind: row.kind, id: row.id }
  return row.gate ? { kind: "gate", id: row.gate.id } : null
}
