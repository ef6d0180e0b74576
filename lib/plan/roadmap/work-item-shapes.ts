import * as z from "zod"
import { Day, Id, line, paragraph } from "@/lib/base/kernel/shapes"
import { constraintTypes } from "@/lib/plan/schedule/network"
import { estimateFaults, MAX_ESTIMATE_DAYS, workStatuses } from "./work-item"

export const WorkStatus = z.enum(workStatuses).meta({ id: "WorkStatus" })
export type WorkStatus = z.output<typeof WorkStatus>

export const ConstraintType = z.enum(constraintTypes).meta({
  id: "ConstraintType",
  description:
    "ALAP as late as possible, SNLT start no later than, FNET finish no earlier than, FNLT finish no later than, MSO must start on, MFO must finish on.",
})

const workingDays = z.number().min(0, estimateFaults.nothing).max(MAX_ESTIMATE_DAYS, estimateFaults.tooMuch)

/** Working days; optimistic <= likely <= pessimistic. A milestone takes none: all three are 0. */
export const Estimate = z
  .strictObject({ optimistic: workingDays, likely: workingDays, pessimistic: workingDays })
  .refine((each) => each.optimistic <= each.likely && each.likely <= each.pessimistic, {
    error: estimateFaults.disordered,
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
      .meta({ description: "Whether someone set or confirmed the estimate; otherwise it is the template's." }),
    effortDays: z.number().nullable(),
    percent: z.int(),
    remainingDays: z
      .number()
      .nullable()
      .meta({ description: "Working days left of work under way; null takes them from the percentage." }),
    startNoEarlierThan: Day.nullable(),
    constraintType: ConstraintType.nullable(),
    constraintDay: Day.nullable().meta({ description: "Null without a constraint and for ALAP." }),
    deadline: Day.nullable(),
    sprintId: Id.nullable(),
    sprintStart: Day.nullable().meta({ description: "While it is in a sprint it doesn't begin before this." }),
    remainingEffort: z
      .number()
      .nullable()
      .meta({ description: "Person-days left; null takes them from effort and percentage." }),
    backlogRank: z.string().nullable().meta({ description: "Its place in the backlog; null comes last." }),
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
  estimateConfirmed: z
    .boolean()
    .optional()
    .meta({ description: "Setting an estimate confirms it unless stated otherwise." }),
  effortDays: z.number().min(0).max(10_000).nullable().optional(),
  remainingEffort: z.number().min(0).max(10_000).nullable().optional(),
  percent: z.int("Enter a whole percentage.").min(0).max(100).optional(),
  remainingDays: z.number().min(0).max(MAX_ESTIMATE_DAYS).nullable().optional(),
  startNoEarlierThan: Day.nullable().optional(),
  constraintType: ConstraintType.nullable().optional(),
  constraintDay: Day.nullable().optional(),
  deadline: Day.nullable().optional(),
  actualStart: Day.nullable().optional(),
  actualFinish: Day.nullable().optional(),
}
export const WorkItemChange = z.strictObject(workItemChange)
export type WorkItemChange = z.output<typeof WorkItemChange>
