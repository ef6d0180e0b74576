import type { Day } from "@/lib/base/kernel/day"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { Estimate, WorkItemChange, WorkItemView, WorkStatus } from "./work-item-shapes"

export const workStatuses = ["not_started", "in_progress", "blocked", "done", "dropped"] as const

export const MAX_ESTIMATE_DAYS = 2000
/** What can be wrong with an estimate, in sentences. */
export const estimateFaults = {
  nothing: "Enter 0 working days or more.",
  tooMuch: "Use at most 2,000 working days.",
  disordered: "Optimistic must be the smallest and pessimistic the largest.",
}

/** Before this day an item is not planned to begin: what somebody asked for, or the start of its sprint if that is later. */
export const notBefore = ({
  startNoEarlierThan: asked,
  sprintStart,
}: Pick<WorkItemView, "startNoEarlierThan" | "sprintStart">): Day | null =>
  sprintStart !== null && (asked === null || sprintStart > asked) ? sprintStart : asked

/** What is wrong with an estimate; null when nothing is. The shape of the contract asks the same. */
export function estimateFault({ optimistic, likely, pessimistic }: Estimate): string | null {
  const days = [optimistic, likely, pessimistic]
  if (days.some((each) => each < 0)) return estimateFaults.nothing
  if (days.some((each) => each > MAX_ESTIMATE_DAYS)) return estimateFaults.tooMuch
  return optimistic <= likely && likely <= pessimistic ? null : estimateFaults.disordered
}

export type WorkItemRefusal =
  | "reason-needed"
  | "finish-before-start"
  | "done-in-the-future"
  | "started-in-the-future"
  | "percent-of-dropped"
  | "constraint-without-day"

type Settled = "status" | "reason" | "percent" | "actualStart" | "actualFinish"
type Constrained = "remainingDays" | "constraintType" | "constraintDay"
type State = Pick<WorkItemView, Settled>

/**
 * What a change of status, percent or actual dates brings with it, so that the five always fit together:
 * starting sets the actual start, done sets 100 % and the actual finish, leaving done takes the finish back, blocked and
 * dropped ask for a reason, and percent or an actual start on work that was not started starts it.
 * @param today the programme's day; nothing has finished after it
 */
export function settle(before: State, change: WorkItemChange, today: Day): Result<State, WorkItemRefusal> {
  const given = change.percent ?? before.percent
  const begun = given > 0 || Boolean(change.actualStart)
  const started = change.status === undefined && before.status === "not_started" && begun
  const status = started ? "in_progress" : (change.status ?? before.status)
  const reason = reasonFor(status, before, change)
  if ((status === "blocked" || status === "dropped") && !reason) return refuse("reason-needed")
  if (status === "dropped" && change.percent !== undefined && before.status === "dropped")
    return refuse("percent-of-dropped")
  const running = status === "in_progress" || status === "done"
  const actualFinish = status === "done" ? (pick(change.actualFinish, before.actualFinish) ?? today) : null
  const actualStart = pick(change.actualStart, before.actualStart) ?? (running ? (actualFinish ?? today) : null)
  if (actualFinish && actualFinish > today) return refuse("done-in-the-future")
  if (actualStart && actualStart > today) return refuse("started-in-the-future")
  if (actualStart && actualFinish && actualStart > actualFinish) return refuse("finish-before-start")
  const resumed = before.status === "done" && change.percent === undefined && status !== "done"
  const percent = status === "done" ? 100 : status === "not_started" ? 0 : resumed ? 90 : given
  return ok({ status, reason, percent, actualStart: status === "not_started" ? null : actualStart, actualFinish })
}

const pick = <Value>(given: Value | undefined, kept: Value): Value => (given === undefined ? kept : given)

function reasonFor(status: WorkStatus, before: State, change: WorkItemChange): string | null {
  if (status !== "blocked" && status !== "dropped") return null
  if (change.reason !== undefined) return change.reason
  return status === before.status ? before.reason : null
}

/**
 * What a change leaves of the remaining duration and the constraint: only work under way has a remaining duration, a
 * constraint other than ALAP needs its day, and without one there is none.
 */
export function settleConstraint(
  before: Pick<WorkItemView, Constrained>,
  change: WorkItemChange,
  status: WorkStatus,
): Result<Pick<WorkItemView, Constrained>, WorkItemRefusal> {
  const isOpen = status === "in_progress" || status === "blocked"
  const remainingDays = isOpen ? pick(change.remainingDays, before.remainingDays) : null
  const constraintType = pick(change.constraintType, before.constraintType)
  if (constraintType === null || constraintType === "ALAP")
    return ok({ remainingDays, constraintType, constraintDay: null })
  const constraintDay = pick(change.constraintDay, before.constraintDay)
  return constraintDay ? ok({ remainingDays, constraintType, constraintDay }) : refuse("constraint-without-day")
}
