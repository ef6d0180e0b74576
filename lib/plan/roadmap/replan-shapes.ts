import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"
import { LagUnit, LinkView, linkShape, WorkstreamView } from "./views"
import { Estimate, WorkItemView, workItemChange } from "./work-item-shapes"

const version = z.int().min(1).meta({ description: "The version of the record you loaded." })
const lag = z.int("Enter the lag as a whole number.").min(-1000).max(1000)

const { startNoEarlierThan, deadline, estimate, estimateConfirmed, ...rest } = workItemChange
const { percent, status, reason, actualStart, actualFinish, remainingDays, constraintType, constraintDay } = rest

export const ItemReplan = z.strictObject({
  ...{ id: Id, version, startNoEarlierThan, deadline, estimate, estimateConfirmed },
  ...{ percent, status, reason, actualStart, actualFinish, remainingDays, constraintType, constraintDay },
})
export type ItemReplan = z.output<typeof ItemReplan>

export const WorkstreamReplan = z.strictObject({ id: Id, version, estimate: Estimate.nullable() })
export type WorkstreamReplan = z.output<typeof WorkstreamReplan>

export const LinkReplan = z.union([
  z.strictObject({ add: z.strictObject({ ...linkShape, lag, lagUnit: LagUnit.optional() }) }),
  z.strictObject({
    change: z.strictObject({
      id: Id,
      version,
      type: linkShape.type.optional(),
      lag: lag.optional(),
      lagUnit: LagUnit.optional(),
    }),
  }),
  z.strictObject({ remove: z.strictObject({ id: Id, version }) }),
])
export type LinkReplan = z.output<typeof LinkReplan>

/** What one gesture does to the plan, all or nothing. Nothing is named twice. */
export const PlanChange = z
  .strictObject({
    items: z.array(ItemReplan).max(1000).default([]),
    workstreams: z.array(WorkstreamReplan).max(1000).default([]),
    links: z.array(LinkReplan).max(1000).default([]),
  })
  .meta({ id: "PlanChange" })
export type PlanChange = z.output<typeof PlanChange>

/** The records that a plan change made different, as they are after it; links that it removed are left out. */
export const PlanChanged = z
  .strictObject({
    items: z.array(WorkItemView),
    workstreams: z.array(WorkstreamView),
    links: z.array(LinkView).meta({ description: "Added and changed ones, in the order of the change." }),
  })
  .meta({ id: "PlanChanged" })
export type PlanChanged = z.output<typeof PlanChanged>
