import * as z from "zod"
import { Day } from "@/lib/kernel/day"
import { Id } from "@/lib/kernel/id"
import { ok, type Result, refuse } from "@/lib/kernel/result"
import { line, paragraph } from "@/lib/kernel/text"

export const workStatuses = ["not_started", "in_progress", "blocked", "done", "dropped"] as const
export const WorkStatus = z.enum(workStatuses).meta({ id: "WorkStatus" })
export type WorkStatus = z.output<typeof WorkStatus>

const workingDays = z.number().positive("Estimate more than nothing.").max(2000, "Estimate at most 2,000 working days.")

/** Working days; optimistic <= likely <= pessimistic. */
export const Estimate = z
  .strictObject({ optimistic: workingDays, likely: workingDays, pessimistic: workingDays })
  .refine((each) => each.optimistic <= each.likely && each.likely <= each.pessimistic, {
    error: "Let the optimistic be the smallest and the pessimistic the largest.",
  })
  .meta({ id: "Estimate" })
export type Estimate = z.output<typeof Estimate>

export const WorkItemView = z
  .strictObject({
    id: Id,
    number: z.int(),
    workstreamId: Id,
    phaseId: Id.nullable().meta({ description: "Only where it is another phase than the workstream's." }),
    packKey: z.string().nullable(),
    title: z.string(),
    status: WorkStatus,
    reason: z.string().nullable().meta({ description: "Why it is blocked or dropped." }),
    ownerId: Id.nullable(),
    roleKey: z.string().nullable(),
    rank: z.string(),
    points: z.number().nullable(),
    optimistic: z.number().nullable(),
    likely: z.number().nullable(),
    pessimistic: z.number().nullable(),
    estimateConfirmed: z
      .boolean()
      .meta({ description: "Whether somebody set or confirmed the estimate; else it is the roadmap's own." }),
    effortDays: z.number().nullable(),
    percent: z.int(),
    startNoEarlierThan: Day.nullable(),
    deadline: Day.nullable(),
    actualStart: Day.nullable(),
    actualFinish: Day.nullable(),
    version: z.int(),
  })
  .meta({ id: "WorkItem" })
export type WorkItemView = z.output<typeof WorkItemView>

/** What can be changed about a work item. What is left out stays as it is. */
export const workItemChange = {
  title: line(200).optional(),
  description: paragraph(10_000).optional(),
  status: WorkStatus.optional(),
  reason: line(500).nullable().optional(),
  ownerId: Id.nullable().optional(),
  roleKey: z.string().max(60).nullable().optional(),
  phaseId: Id.nullable().optional(),
  points: z.number().min(0).max(1000).nullable().optional(),
  estimate: Estimate.nullable().optional(),
  estimateConfirmed: z.boolean().optional().meta({ description: "Setting an estimate confirms it, unless told." }),
  effortDays: z.number().min(0).max(10_000).nullable().optional(),
  percent: z.int("Write a whole number of percent.").min(0).max(100).optional(),
  startNoEarlierThan: Day.nullable().optional(),
  deadline: Day.nullable().optional(),
  actualStart: Day.nullable().optional(),
  actualFinish: Day.nullable().optional(),
}
export const WorkItemChange = z.strictObject(workItemChange)
export type WorkItemChange = z.output<typeof WorkItemChange>

export type WorkItemRefusal =
  | "reason-needed"
  | "finish-before-start"
  | "done-in-the-future"
  | "started-in-the-future"
  | "percent-of-dropped"

type State = Pick<WorkItemView, "status" | "reason" | "percent" | "actualStart" | "actualFinish">

/**
 * What a change of status, percent or actual dates brings with it, so that the five always fit together:
 * starting sets the actual start, done sets 100 % and the actual finish, leaving done takes the finish back, blocked and
 * dropped ask for a reason, and percent on work that was not started starts it.
 * @param today the programme's day; nothing has finished after it
 */
export function settle(before: State, change: WorkItemChange, today: Day): Result<State, WorkItemRefusal> {
  const given = change.percent ?? before.percent
  const started = change.status === undefined && before.status === "not_started" && given > 0
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
