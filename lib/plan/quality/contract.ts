import * as z from "zod"
import { Day, Id } from "@/lib/base/kernel/shapes"
import { contract } from "@/lib/door/contract"

const Line = z.strictObject({
  kind: z.enum(["item", "gate", "link"]),
  id: Id,
  note: z.string(),
})
export const QualityPointView = z
  .strictObject({
    key: z.string(),
    name: z.string(),
    about: z.string(),
    unit: z.enum(["share", "count", "index", "days"]),
    is: z.enum(["at-most", "at-least", "exactly"]),
    threshold: z.number(),
    verdict: z.enum(["met", "not-met", "unknown", "not-applicable"]),
    value: z.number().nullable().meta({ description: "In the point's unit; null where it is unknown." }),
    counted: z.strictObject({ count: z.int(), of: z.int() }).nullable(),
    reason: z.string().nullable(),
    lines: z.array(Line).meta({ description: "What is counted, or what the figure is made of." }),
  })
  .meta({ id: "QualityPoint" })
export type QualityPointView = z.output<typeof QualityPointView>

export const QualityView = z
  .strictObject({
    statusDay: Day,
    baseline: z.strictObject({ id: Id, name: z.string(), statusDay: Day }).nullable(),
    noDates: z
      .enum(["cycle", "beyond-calendar", "no-working-weekday"])
      .nullable()
      .meta({ description: "Why the plan has no dates; null when it has." }),
    items: z.array(QualityPointView).meta({ description: "The fourteen points, in order." }),
    outOfSequence: z.array(Line),
  })
  .meta({ id: "ScheduleQuality" })
export type QualityView = z.output<typeof QualityView>

export const getQuality = contract({
  name: "getQuality",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/schedule/quality",
  summary: "The schedule judged by the fourteen DCMA points, against the newest baseline or the one named",
  input: z.strictObject({ baselineId: Id.optional() }),
  output: QualityView,
  refusals: {},
  etag: "version",
})
