import * as z from "zod"
import { Day, Id } from "@/lib/base/kernel/shapes"
import { contract } from "@/lib/door/contract"
import { planParts } from "@/lib/plan/roadmap/timeline-contract"

const Amount = z.strictObject({ items: z.int(), days: z.number() })
const Earned = z.strictObject({
  total: z.number().meta({ description: "Baseline days of all work that is still in the plan." }),
  planned: z.number().meta({ description: "Of them, to be done by the status date." }),
  earned: z.number().meta({ description: "Baseline days times claimed percent." }),
  variance: z.number(),
  actualTime: z.number().meta({ description: "Working days from the baseline's first day to the status date." }),
  earnedTime: z.number().meta({ description: "The baseline's working day by which it had planned what is earned." }),
  timeVariance: z.number().meta({ description: "Working days; negative is behind." }),
  timeIndex: z.number().nullable(),
  added: Amount,
  gone: Amount,
  curve: z.array(
    z.strictObject({
      day: Day,
      planned: z.number(),
      earned: z.number().nullable(),
      outlook: z.number().nullable().meta({ description: "If all goes on as is planned now." }),
    }),
  ),
})

export const ProgressView = z
  .strictObject({
    statusDay: Day,
    baseline: z.strictObject({ id: Id, name: z.string(), statusDay: Day }).nullable(),
    earned: Earned.nullable().meta({ description: "Null without a baseline, or with none of its work in the plan." }),
    variance: z.array(
      z.strictObject({
        part: z.enum(planParts),
        id: Id,
        name: z.string(),
        presence: z.enum(["both", "new", "gone"]),
        baselineFinish: Day.nullable(),
        finish: Day.nullable(),
        startDays: z.number().nullable().meta({ description: "Working days; positive is later." }),
        finishDays: z.number().nullable(),
        durationDays: z.number().nullable().meta({ description: "Working days; positive is longer." }),
      }),
    ),
  })
  .meta({ id: "PlanProgress" })
export type ProgressView = z.output<typeof ProgressView>

export const getProgress = contract({
  name: "getProgress",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/schedule/progress",
  summary: "Earned schedule, S-curve and variances against the newest baseline or the one named",
  input: z.strictObject({ baselineId: Id.optional() }),
  output: ProgressView,
  refusals: {},
  etag: "version",
})
