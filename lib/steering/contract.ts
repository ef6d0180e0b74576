import * as z from "zod"
import { Day, Id, paragraph } from "@/lib/base/kernel/shapes"
import { contract, notFound } from "@/lib/door/contract"
import { contractsOf, recordRefusals } from "@/lib/records/contracts"
import { shapesOf } from "@/lib/records/shapes"
import { action } from "./action"
import { ask } from "./ask"
import { changeRequest } from "./change-request"
import { ragOverride } from "./rag-override"

export const askContracts = contractsOf(ask)
export const actionContracts = contractsOf(action)
export const changeRequestContracts = contractsOf(changeRequest)
export const ragOverrideContracts = contractsOf(ragOverride)

const askShape = shapesOf(ask).view
const actionShape = shapesOf(action).view
const requestShape = shapesOf(changeRequest).view
const common = { audience: "programme" } as const

export const answerAsk = contract({
  ...common,
  ...{ name: "answerAsk", permission: "steering.decide", method: "POST" },
  path: "/programmes/{programmeId}/asks/{recordId}/answer",
  summary: "Record a decision: one of its options, with conditions, and the action that follows from it",
  input: z.strictObject({
    recordId: Id,
    version: z.int().min(1),
    option: z.int().min(1).max(6).meta({ description: "Its place among the options, from 1." }),
    conditions: paragraph(4_000).optional(),
    decidedOn: Day.optional().meta({ description: "Today when it is left out; never after today." }),
    action: z
      .strictObject({ title: z.string().trim().min(1).max(200), ownerId: Id.optional(), dueDay: Day.optional() })
      .optional(),
  }),
  output: z.strictObject({ ask: askShape, action: actionShape.nullable() }),
  refusals: {
    ...recordRefusals,
    "not-yours": { status: 403, sentence: "Your role only lets you answer the decisions that name you." },
    "decided-already": ask.refusals?.["decided-already"] ?? notFound["not-found"],
    "not-an-option": ask.refusals?.["not-an-option"] ?? notFound["not-found"],
    "in-the-future": { status: 422, sentence: "A decision has been made today or before. Choose an earlier day." },
  },
})

export const getAskDelay = contract({
  ...common,
  ...{ name: "getAskDelay", permission: "programme.read", method: "GET" },
  path: "/programmes/{programmeId}/asks/{recordId}/delay",
  summary: "How far the P80 of each gate moves when a decision comes five working days later",
  input: z.strictObject({ recordId: Id }),
  output: z.strictObject({
    shifts: z
      .array(z.strictObject({ gateId: Id, gate: z.string(), days: z.int() }))
      .nullable()
      .meta({
        description: "Calendar days, later is positive; null while no work awaits it or nothing can be forecast.",
      }),
    why: z.string().nullable(),
  }),
  refusals: notFound,
})

export const decideChangeRequest = contract({
  ...common,
  ...{ name: "decideChangeRequest", permission: "steering.decide", method: "POST" },
  path: "/programmes/{programmeId}/change-requests/{recordId}/decision",
  summary: "Approve or reject a change request; approval moves its gate's target and keeps a new baseline",
  input: z.strictObject({
    recordId: Id,
    version: z.int().min(1),
    approved: z.boolean(),
    note: paragraph(4_000).optional(),
  }),
  output: requestShape,
  refusals: {
    ...recordRefusals,
    "decided-already": { status: 409, sentence: "This change request is decided already." },
    "not-assessed": {
      status: 422,
      sentence: "Enter the schedule impact and the cost impact first; enter 0 where there is none.",
    },
    "over-tolerance": {
      status: 403,
      sentence: "It is over the lead's tolerance of days or money. An executive decides it.",
    },
    "no-dates": { status: 422, sentence: "The plan has no dates, so no baseline can be kept. Fix the plan first." },
    "name-taken": { status: 409, sentence: "A baseline of this name exists. Rename it first." },
  },
})

const share = z.number().min(0).max(10)
const Rules = z.strictObject({
  scheduleGrace: z
    .int()
    .min(0)
    .max(365)
    .meta({ description: "Calendar days that a forecast may lie after its target." }),
  costGreen: share.meta({ description: "Of the month's budget, at most." }),
  costAmber: share,
  scopeGreen: share.meta({ description: "Items added since the first baseline, of those it had, at most." }),
  scopeAmber: share,
  riskGreen: z.number().min(0).max(5).meta({ description: "Exposure of the largest open risk, at most." }),
  riskAmber: z.number().min(0).max(5),
  benefitsGreen: z
    .number()
    .min(0)
    .max(1)
    .meta({ description: "KPIs on their path or ahead, of those known, at least." }),
  benefitsAmber: z.number().min(0).max(1),
  toleranceDays: z.number().min(0).max(2_000).meta({ description: "Working days that a lead may approve." }),
  toleranceMoney: z.string().regex(/^\d{1,18}(\.\d{1,18})?$/, "Enter an amount, such as 1250 or 1250.50."),
})
export const SteeringRulesView = z
  .strictObject({ version: z.int(), ...Rules.shape })
  .meta({ id: "SteeringRules", description: "Version 0: nobody changed them yet." })
export type SteeringRulesView = z.output<typeof SteeringRulesView>

export const getSteeringRules = contract({
  ...common,
  ...{ name: "getSteeringRules", permission: "programme.read", method: "GET" },
  path: "/programmes/{programmeId}/steering-rules",
  summary: "From when on the programme is green, amber or red, and what a lead may approve",
  input: z.strictObject({}),
  output: SteeringRulesView,
  refusals: {},
})

export const changeSteeringRules = contract({
  ...common,
  ...{ name: "changeSteeringRules", permission: "programme.manage", method: "PATCH" },
  path: "/programmes/{programmeId}/steering-rules",
  summary: "Change the rules of green, amber and red, or the lead's tolerances",
  input: z.strictObject({ version: z.int().min(0), ...Rules.shape }),
  output: SteeringRulesView,
  refusals: {
    "changed-meanwhile": { status: 409, sentence: "Someone else changed the rules meanwhile. Look at them again." },
    "not-in-order": {
      status: 422,
      sentence: "Amber has to lie beyond green: higher for cost, scope and risk, lower for benefits.",
    },
  },
})
