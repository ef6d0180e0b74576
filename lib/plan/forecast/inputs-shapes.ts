import * as z from "zod"
import { Day, Id } from "@/lib/base/kernel/shapes"
import { Delay } from "@/lib/plan/risks/contract"
import { EndView, LagUnit } from "@/lib/plan/roadmap/views"
import { ConstraintType, WorkStatus } from "@/lib/plan/roadmap/work-item-shapes"

const estimateShapes = ["beta_pert", "triangular"] as const
export const EstimateShape = z.enum(estimateShapes).meta({ id: "EstimateShape" })
export type EstimateShape = z.output<typeof EstimateShape>

const Points = { optimistic: z.number().nullable(), likely: z.number().nullable(), pessimistic: z.number().nullable() }

export const ForecastItem = z.strictObject({
  id: Id,
  workstreamId: Id,
  phaseId: Id.nullable(),
  ...Points,
  /** Whether somebody confirmed the estimate, or it is still the roadmap's own. */
  confirmed: z.boolean(),
  status: WorkStatus,
  percent: z.number(),
  actualStart: Day.nullable(),
  actualFinish: Day.nullable(),
  startNoEarlierThan: Day.nullable(),
  /** Not in runs made before these existed. */
  remainingDays: z.number().nullable().exactOptional(),
  constraintType: ConstraintType.nullable().exactOptional(),
  constraintDay: Day.nullable().exactOptional(),
})
export type ForecastItem = z.output<typeof ForecastItem>
const ForecastWorkstream = z.strictObject({ id: Id, phaseId: Id, ...Points, holdsGate: z.boolean().exactOptional() })
export type ForecastWorkstream = z.output<typeof ForecastWorkstream>
export const ForecastGateInput = z.strictObject({ id: Id, phaseId: Id, number: z.int(), passedOn: Day.nullable() })
export type ForecastGateInput = z.output<typeof ForecastGateInput>
export const ForecastLink = z.strictObject({
  id: Id,
  from: EndView,
  to: EndView,
  type: z.enum(["FS", "SS", "FF", "SF"]),
  lag: z.number(),
  lagUnit: LagUnit.exactOptional(),
})
export type ForecastLink = z.output<typeof ForecastLink>
export const ForecastRisk = z.strictObject({
  id: Id,
  probability: z.number(),
  delay: Delay,
  workstreamIds: z.array(Id),
  gateIds: z.array(Id),
})
export type ForecastRisk = z.output<typeof ForecastRisk>

/** All that decides a forecast but its seed, number of trials and engine. Sorted by id, so that a listing order never shows. */
export const ForecastInputs = z.strictObject({
  form: z.literal(1),
  statusDay: Day,
  calendar: z.strictObject({ startDay: Day, weekend: z.array(z.int()), holidays: z.array(Day) }),
  settings: z.strictObject({
    shape: EstimateShape,
    correlation: z.number(),
    /** Only where it holds; else by retained logic. */
    progressOverride: z.literal(true).exactOptional(),
  }),
  gates: z.array(ForecastGateInput),
  workstreams: z.array(ForecastWorkstream),
  items: z.array(ForecastItem),
  links: z.array(ForecastLink),
  risks: z.array(ForecastRisk),
})
export type ForecastInputs = z.output<typeof ForecastInputs>
