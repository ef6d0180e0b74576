import * as z from "zod"
import { Day, Id } from "@/lib/base/kernel/shapes"
import { registerKinds, registerStates, riskResponses, trends } from "./register"

export const RegisterKind = z.enum(registerKinds).meta({ id: "RegisterKind" })
export type RegisterKind = z.output<typeof RegisterKind>

export const RegisterState = z.enum(registerStates).meta({ id: "RegisterState" })
export type RegisterState = z.output<typeof RegisterState>

export const RiskResponse = z.enum(riskResponses).meta({ id: "RiskResponse" })
export type RiskResponse = z.output<typeof RiskResponse>

export const Trend = z.enum(trends).meta({ id: "RiskTrend", description: "Its exposure against 30 days ago." })
export type Trend = z.output<typeof Trend>

const workingDays = z.number().min(0, "A delay is never negative.").max(2000, "Delay at most 2,000 working days.")

/** How many working days it adds when it happens; optimistic <= likely <= pessimistic. */
export const Delay = z
  .strictObject({ optimistic: workingDays, likely: workingDays, pessimistic: workingDays })
  .refine((each) => each.optimistic <= each.likely && each.likely <= each.pessimistic, {
    error: "Let the optimistic be the smallest and the pessimistic the largest.",
  })
  .meta({ id: "Delay", description: "Working days." })
export type Delay = z.output<typeof Delay>

export const Probability = z
  .number()
  .min(0, "A probability lies between 0 and 1.")
  .max(1, "A probability lies between 0 and 1.")
export const Impact = z.int().min(1, "Impact goes from 1 to 5.").max(5, "Impact goes from 1 to 5.")

/** A line of the register as it is shown. */
export const RegisterEntryView = z
  .strictObject({
    id: Id,
    number: z.int(),
    kind: RegisterKind,
    state: RegisterState,
    title: z.string(),
    description: z.string(),
    probability: z.number().nullable().meta({ description: "0 to 1." }),
    impact: z.int().nullable().meta({ description: "1 (hardly felt) to 5 (endangers the programme)." }),
    delay: Delay.nullable(),
    ownerId: Id.nullable(),
    response: RiskResponse.nullable(),
    responseNote: z.string(),
    dueDay: Day.nullable(),
    fromId: Id.nullable().meta({ description: "The risk that came true as this issue." }),
    workstreamIds: z.array(Id),
    gateIds: z.array(Id),
    createdAt: z.iso.datetime({ offset: true }),
    updatedAt: z.iso.datetime({ offset: true }),
    version: z.int(),
  })
  .meta({ id: "RegisterEntry" })
export type RegisterEntryView = z.output<typeof RegisterEntryView>

/** What is computed of an entry, beside what was written. */
export const RegisterLine = z
  .strictObject({
    ...RegisterEntryView.shape,
    exposure: z
      .number()
      .nullable()
      .meta({ description: "Probability times impact, 0 to 5; null while one is missing." }),
    expectedDelay: z.number().nullable().meta({ description: "Working days: probability times the mean delay." }),
    trend: Trend,
    overdue: z.boolean(),
  })
  .meta({ id: "RegisterLine" })
export type RegisterLine = z.output<typeof RegisterLine>
