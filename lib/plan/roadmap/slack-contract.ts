import * as z from "zod"
import { Day, Id } from "@/lib/base/kernel/shapes"
import { contract } from "@/lib/door/contract"
import { EndView } from "./views"

const slackShape = {
  id: Id,
  earlyStart: Day,
  earlyFinish: Day,
  lateStart: Day,
  lateFinish: Day,
  totalSlack: z.number().meta({ description: "Working days; negative where a deadline cannot be kept." }),
  freeSlack: z.number(),
  critical: z.boolean().meta({ description: "For the finish of the plan, or for a deadline." }),
  nearCritical: z.boolean(),
  drivenBy: z
    .strictObject({ node: EndView, linkId: Id, ofWorkstream: z.boolean() })
    .nullable()
    .meta({ description: "The predecessor that holds it where it is, by its own link or by one of its workstream." }),
  gates: z.array(
    z.strictObject({
      gateId: Id,
      slack: z.number().nullable().meta({
        description:
          "Working days until the gate would miss its target; negative where it is late, null without a target.",
      }),
      critical: z.boolean().meta({ description: "Without float to this gate." }),
    }),
  ),
}

export const PlanSlackView = z
  .strictObject({
    statusDay: Day,
    nearCriticalDays: z.int(),
    items: z.array(z.strictObject(slackShape)),
    workstreams: z.array(z.strictObject(slackShape)),
    gates: z.array(
      z.strictObject({
        id: Id,
        day: Day,
        targetDay: Day.nullable(),
        slackToTarget: z.number().nullable(),
        totalSlack: z.number(),
        freeSlack: z.number(),
        critical: z.boolean(),
      }),
    ),
  })
  .meta({ id: "PlanSlack" })
export type PlanSlackView = z.output<typeof PlanSlackView>

export const getSlack = contract({
  name: "getSlack",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/schedule/slack",
  summary: "Early and late dates, slack, what is critical and what drives it; slack to the target of each gate",
  input: z.strictObject({}),
  output: PlanSlackView,
  refusals: {},
  etag: "version",
})

export const DrivingPathView = z
  .strictObject({
    steps: z.array(
      z.strictObject({
        node: EndView,
        because: z.enum([
          "link",
          "phase",
          "items",
          "first-item",
          "workstream",
          "constraint",
          "status-date",
          "start",
          "actual",
        ]),
        linkId: Id.nullable(),
      }),
    ),
  })
  .meta({ id: "DrivingPath" })

export const getDrivingPath = contract({
  name: "getDrivingPath",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/schedule/driving-path",
  summary: "What holds an item, a workstream or a gate where it is, step by step, latest first",
  input: z.strictObject({ kind: EndView.shape.kind, id: Id }),
  output: DrivingPathView,
  refusals: {},
  etag: "version",
})
