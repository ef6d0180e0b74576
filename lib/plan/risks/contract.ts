import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"
import { contract } from "@/lib/door/contract"
import { threePoint } from "@/lib/records/compound-kinds"
import { contractsOf, recordRefusals } from "@/lib/records/contracts"
import { choice } from "@/lib/records/kinds"
import { shapesOf } from "@/lib/records/shapes"
import { shapeTools } from "@/lib/records/tools"
import { kindNames, registerEntry } from "./register"

const Weight = z.strictObject({
  exposure: z.number().nullable().meta({ description: "Probability times impact, 0 to 5; null while one is missing." }),
  expectedDelay: z.number().nullable().meta({ description: "Working days: probability times the mean delay." }),
  trend: z.enum(["worse", "better", "steady"]).meta({ description: "Its exposure against 30 days ago." }),
  overdue: z.boolean(),
})

/** How many working days an entry adds when it happens; optimistic <= likely <= pessimistic. */
export const Delay = threePoint(2_000).shape(shapeTools).meta({ id: "Delay", description: "Working days." })
export const RegisterKindShape = choice(kindNames).shape(shapeTools).meta({ id: "RegisterKind" })
export const TrendShape = Weight.shape.trend

export const registerContracts = contractsOf(registerEntry, Weight)

const { view } = shapesOf(registerEntry)

export const materialiseRisk = contract({
  name: "materialiseRisk",
  audience: "programme",
  permission: "risks.edit",
  method: "POST",
  path: "/programmes/{programmeId}/register/{recordId}/materialise",
  summary: "Convert a risk or assumption that happened to an issue with the same owner and places",
  input: z.strictObject({ recordId: Id, version: z.int().min(1) }),
  output: z.strictObject({ risk: view, issue: view }),
  refusals: {
    ...recordRefusals,
    "not-a-risk": { status: 422, sentence: "Only an open risk or assumption can be converted to an issue." },
  },
})
