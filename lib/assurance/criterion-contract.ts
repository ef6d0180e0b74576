import * as z from "zod"
import { Day, Id, line } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"
import { responsibility, version } from "./contract-shapes"

const signerRoles = z
  .array(responsibility)
  .min(2, "Choose at least two signatory roles.")
  .max(6)
  .refine((keys) => new Set(keys).size === keys.length, "Choose each signatory role only once.")

export const addCriterion = contract({
  name: "addCriterion",
  audience: "programme",
  permission: "checks.edit",
  method: "POST",
  path: "/programmes/{programmeId}/criteria",
  summary: "Add a success criterion",
  input: z.strictObject({
    name: line(200),
    signerRoles,
    checkIds: z.array(Id).min(1, "Choose at least one check.").max(60),
    dueDay: Day.nullable().default(null),
  }),
  output: z.strictObject({ id: Id, version: z.int() }),
  refusals: { "no-such-check": { status: 422, sentence: "One of the checks isn't in this programme." } },
})

export const changeCriterion = contract({
  name: "changeCriterion",
  audience: "programme",
  permission: "checks.edit",
  method: "PATCH",
  path: "/programmes/{programmeId}/criteria/{criterionId}",
  summary: "Change a success criterion that is not signed",
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
    "no-such-check": { status: 422, sentence: "One of the checks isn't in this programme." },
    "signed-already": { status: 409, sentence: "This criterion has signatures. Revoke them first." },
  },
})

export const removeCriterion = contract({
  name: "removeCriterion",
  audience: "programme",
  permission: "checks.edit",
  method: "DELETE",
  path: "/programmes/{programmeId}/criteria/{criterionId}",
  summary: "Remove a success criterion that this programme added and is not signed",
  input: z.strictObject({ criterionId: Id, version }),
  output: z.strictObject({ id: Id, version: z.int() }),
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    "signed-already": { status: 409, sentence: "This criterion has signatures and can't be removed." },
    "from-the-pack": { status: 422, sentence: "This criterion comes with the roadmap and can't be removed." },
  },
})

export const addCheck = contract({
  name: "addCheck",
  audience: "programme",
  permission: "checks.edit",
  method: "POST",
  path: "/programmes/{programmeId}/checks",
  summary: "Add an attested check",
  input: z.strictObject({
    sentence: line(300),
    workstreamId: Id.nullable().default(null),
    gateId: Id.nullable().default(null),
    dueGateId: Id.nullable().default(null),
  }),
  output: z.strictObject({ id: Id, version: z.int() }),
  refusals: { "no-such-place": { status: 422, sentence: "This workstream or gate isn't in the programme." } },
})
