import * as z from "zod"
import { contract } from "@/lib/access/contract"
import { Id } from "@/lib/kernel/id"
import { checkKinds } from "./judge"

export const CheckView = z
  .strictObject({
    id: Id,
    key: z.string(),
    sentence: z.string(),
    kind: z.enum(checkKinds),
    workstreamId: Id.nullable(),
    gateId: Id.nullable(),
    dueGateId: Id.nullable(),
    criterionIds: z.array(Id),
    due: z.boolean().meta({ description: "Its gate was passed, or the gate's target day has come." }),
    verdict: z.enum(["met", "not-met", "could-not-tell"]),
    reason: z.string().meta({ description: "What the verdict rests on." }),
  })
  .meta({ id: "Check" })
export type CheckView = z.output<typeof CheckView>

export const CriterionView = z
  .strictObject({
    id: Id,
    key: z.string(),
    number: z.int(),
    name: z.string(),
    signerRoles: z.array(z.string()),
    met: z.int(),
    due: z.int(),
    all: z.int(),
  })
  .meta({ id: "Criterion" })
export type CriterionView = z.output<typeof CriterionView>

export const listChecks = contract({
  name: "listChecks",
  audience: "programme",
  method: "GET",
  path: "/programmes/{programmeId}/checks",
  summary: "All checks with their verdicts",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(CheckView) }),
  refusals: {},
  etag: "version",
})

export const listCriteria = contract({
  name: "listCriteria",
  audience: "programme",
  method: "GET",
  path: "/programmes/{programmeId}/criteria",
  summary: "The success checklist, line by line",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(CriterionView) }),
  refusals: {},
  etag: "version",
})
