import * as z from "zod"
import { Day, Id, paragraph } from "@/lib/base/kernel/shapes"
import { contract, notFound } from "@/lib/door/contract"
import { contractsOf } from "@/lib/records/contracts"
import { kpi, sourceNames } from "./kpi"
import { objective } from "./objective"

const Source = z.enum(Object.keys(sourceNames).filter(isSource)).meta({ id: "KpiSource" })
function isSource(key: string): key is keyof typeof sourceNames {
  return Object.hasOwn(sourceNames, key)
}
const Point = z.strictObject({ day: Day, value: z.number(), source: Source }).meta({ id: "KpiPoint" })
const Standing = z
  .union([
    z.strictObject({
      kind: z.enum(["on-path", "met", "worse-than-baseline", "beyond-path", "in-range", "out-of-range"]),
    }),
    z.strictObject({ kind: z.enum(["ahead", "behind"]), weeks: z.int() }),
    z.strictObject({ kind: z.literal("unknown"), why: z.enum(["no-value", "no-goal", "too-old"]) }),
  ])
  .meta({ id: "KpiStanding", description: "Against the expected path, by the distance in time from today." })
const Due = z.strictObject({
  state: z.enum(["later", "due", "overdue"]),
  period: z.strictObject({ from: Day, to: Day }),
  dueDay: Day,
})

const More = z.strictObject({
  points: z.array(Point).readonly().meta({ description: "Values in the KPI's unit, thinned out to a small line." }),
  latest: Point.nullable(),
  previous: Point.nullable(),
  standing: Standing,
  expected: z.number().nullable().meta({ description: "What the path expects today." }),
  progress: z.number().nullable().meta({ description: "1 at the target, below 0 when worse than the baseline." }),
  due: Due,
  pace: z.number().nullable().meta({ description: "The value on the day of the target if the pace stays." }),
  checkedIn: Day.nullable(),
  confidence: z.int().nullable(),
})

export const objectiveContracts = contractsOf(objective)
export const kpiContracts = contractsOf(kpi, More)

const amount = z.number().min(-1e15).max(1e15)
const CheckInView = z
  .strictObject({
    id: Id,
    day: Day,
    value: z.number().nullable(),
    confidence: z.int().nullable(),
    sentence: z.string(),
    source: Source,
    personId: Id.nullable(),
    correctsId: Id.nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: "CheckIn" })

const common = { audience: "programme" } as const

export const checkIn = contract({
  ...common,
  ...{ name: "checkIn", permission: "value.check-in", method: "POST" },
  path: "/programmes/{programmeId}/kpis/{recordId}/check-ins",
  summary: "Check in a KPI: its value on a day, the confidence that it meets its target, and one sentence",
  input: z.strictObject({
    recordId: Id,
    day: Day.meta({ description: "The day that the value is of." }),
    value: amount.nullable().meta({ description: "In the KPI's unit; null only where none was measured." }),
    confidence: z.int().min(0).max(10),
    sentence: paragraph(500).optional(),
    correctsId: Id.optional().meta({ description: "The check-in that this one replaces; it is kept." }),
  }),
  output: CheckInView,
  refusals: {
    ...notFound,
    "not-yours": { status: 403, sentence: "Your role only lets you check in KPIs that you own." },
    "in-the-future": { status: 422, sentence: "The day is after today. Check in the value of a day that has passed." },
    "sentence-needed": {
      status: 422,
      sentence: "It is behind or worse than before: say in one sentence what it means or what you do.",
    },
    "not-typed": {
      status: 422,
      sentence: "The value of this KPI is measured or computed. Keep it as it is and add confidence and a sentence.",
    },
    "value-needed": { status: 422, sentence: "Enter the value of this KPI." },
    "corrected-already": {
      status: 409,
      sentence: "Someone else corrected this check-in meanwhile. Correct the newer one.",
    },
  },
})

const Forecast = z
  .union([
    z.strictObject({ kind: z.literal("too-few"), points: z.int(), needs: z.int() }),
    z.strictObject({
      kind: z.literal("forecast"),
      on: Day,
      value: z.number(),
      low: z.number(),
      high: z.number(),
      points: z.int(),
    }),
  ])
  .meta({ id: "KpiForecast", description: "Theil-Sen slope with an 80% interval." })

export const getKpiHistory = contract({
  ...common,
  ...{ name: "getKpiHistory", permission: "programme.read", method: "GET" },
  path: "/programmes/{programmeId}/kpis/{recordId}/history",
  summary: "All values of a KPI, its check-ins with their corrections, and its forecast",
  input: z.strictObject({ recordId: Id }),
  output: z.strictObject({
    points: z.array(Point),
    checkIns: z.array(CheckInView),
    forecast: Forecast.nullable(),
    gates: z.array(z.strictObject({ name: z.string(), day: Day, passed: z.boolean() })),
  }),
  refusals: notFound,
  etag: "version",
})

export const listKpiLibrary = contract({
  ...common,
  ...{ name: "listKpiLibrary", permission: "programme.read", method: "GET" },
  path: "/programmes/{programmeId}/kpi-library",
  summary: "The KPIs of the pack, and which of them the programme has",
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        key: z.string(),
        name: z.string(),
        unit: z.string(),
        definition: z.string(),
        objective: z.string(),
        baselineHint: z.string(),
        targetHint: z.string(),
        added: z.boolean(),
      }),
    ),
  }),
  refusals: {},
  etag: "version",
})

export const addFromKpiLibrary = contract({
  ...common,
  ...{ name: "addFromKpiLibrary", permission: "value.edit", method: "POST" },
  path: "/programmes/{programmeId}/kpi-library/additions",
  summary: "Add KPIs of the pack, with the objectives they serve where the programme lacks them",
  input: z.strictObject({ keys: z.array(z.string().max(80)).min(1).max(100) }),
  output: z.strictObject({ kpiIds: z.array(Id) }),
  refusals: {
    "not-in-library": { status: 422, sentence: "The programme's pack has no KPI of this key." },
    "added-already": { status: 409, sentence: "The programme already has this KPI." },
  },
})

export const importKpiValues = contract({
  ...common,
  ...{ name: "importKpiValues", permission: "value.edit", method: "POST" },
  path: "/programmes/{programmeId}/kpi-values",
  summary: "Import series of KPIs: all rows or none; a dry run only says what is wrong with which row",
  input: z.strictObject({
    rows: z
      .array(z.strictObject({ kpi: z.string().max(200), day: z.string().max(40), value: z.string().max(40) }))
      .min(1)
      .max(20_000),
    dryRun: z.boolean(),
  }),
  output: z.strictObject({
    read: z.int(),
    written: z.int(),
    problems: z.array(z.strictObject({ row: z.int(), sentence: z.string() })),
  }),
  refusals: {},
})
