import * as z from "zod"
import { Day, Id, line } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"
import { responsibility, version } from "./contract-shapes"

const signerRoles = z
  .array(responsibility)
  .min(2, "Two different people sign: name two responsibilities.")
  .max(6)
  .refine((keys) => new Set(keys).size === keys.length, "Name each responsibility once.")

export const addCriterion = contract({
  name: "addCriterion",
  audience: "programme",
  permission: "checks.edit",
  method: "POST",
  path: "/programmes/{programmeId}/criteria",
  summary: "Add a line to the success checklist",
  input: z.strictObject({
    name: line(200),
    signerRoles,
    checkIds: z.array(Id).min(1, "Choose at least one check.").max(60),
    dueDay: Day.nullable().default(null),
  }),
  output: z.strictObject({ id: Id, version: z.int() }),
  refusals: { "no-such-check": { status: 422, sentence: "One of the checks is not part of this programme." } },
})

export const changeCriterion = contract({
  name: "changeCriterion",
  audience: "programme",
  permission: "checks.edit",
  method: "PATCH",
  path: "/programmes/{programmeId}/criteria/{criterionId}",
  summary: "Change a line of the checklist that nobody has signed",
  input: z.strictObject({
    criterionId: Id,
    version,
    name: line(200).optional(),
    signerRoles: signerRoles.optional(),
    checkIds: z.array(Id).min(1).max(60).optional(),
    dueDay: Day.nullable().optional(),
  }),
  output: z.strictObject({ id: Id, version: z.int() }),
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    "no-such-check": { status: 422, sentence: "One of the checks is not part of this programme." },
    "signed-already": { status: 409, sentence: "Somebody has signed this line; revoke the signatures first." },
  },
})

export const removeCriterion = contract({
  name: "removeCriterion",
  audience: "programme",
  permission: "checks.edit",
  method: "DELETE",
  path: "/programmes/{programmeId}/criteria/{criterionId}",
  summary: "Take away a line that this programme added and nobody has signed",
  input: z.strictObject({ criterionId: Id, version }),
  output: z.strictObject({ id: Id, version: z.int() }),
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    "signed-already": { status: 409, sentence: "Somebody has signed this line; it stays." },
    "from-the-pack": { status: 422, sentence: "This line is part of the roadmap's checklist and stays." },
  },
})

export const addCheck = contract({
  name: "addCheck",
  audience: "programme",
  permission: "checks.edit",
  method: "POST",
  path: "/programmes/{programmeId}/checks",
  summary: "Add an attested check of the programme's own",
  input: z.strictObject({
    sentence: line(300),
    workstreamId: Id.nullable().default(null),
    gateId: Id.nullable().default(null),
    dueGateId: Id.nullable().default(null),
  }),
  output: z.strictObject({ id: Id, version: z.int() }),
  refusals: { "no-such-place": { status: 422, sentence: "This workstream or gate is not part of the programme." } },
})
