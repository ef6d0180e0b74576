import * as z from "zod"
import { Day, Id } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"
import { responsibility, Someone, version } from "./contract-shapes"

export const ResponsibilityView = z
  .strictObject({
    id: Id,
    key: z.string(),
    name: z.string(),
    person: Someone,
    deputy: z.boolean(),
    fromDay: Day,
    untilDay: Day.nullable(),
    ended: z.boolean(),
    version: z.int(),
  })
  .meta({ id: "Responsibility" })
export type ResponsibilityView = z.output<typeof ResponsibilityView>

export const listResponsibilities = contract({
  name: "listResponsibilities",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/responsibilities",
  summary: "Signatories and their periods",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(ResponsibilityView), keys: z.array(z.string()) }),
  refusals: {},
  etag: "version",
})

export const addResponsibility = contract({
  name: "addResponsibility",
  audience: "programme",
  permission: "programme.manage",
  inPerson: true,
  method: "POST",
  path: "/programmes/{programmeId}/responsibilities",
  summary: "Assign a signatory or a temporary deputy",
  input: z.strictObject({
    key: responsibility,
    personId: Id,
    deputy: z.boolean().default(false),
    fromDay: Day,
    untilDay: Day.nullable().default(null),
  }),
  output: ResponsibilityView,
  refusals: {
    "no-such-person": { status: 422, sentence: "This person isn't in the programme." },
    "days-turned-round": { status: 422, sentence: "The end can't be before the start." },
    "deputy-needs-an-end": { status: 422, sentence: "Enter an end date for the deputy." },
  },
})

export const endResponsibility = contract({
  name: "endResponsibility",
  audience: "programme",
  permission: "programme.manage",
  inPerson: true,
  method: "POST",
  path: "/programmes/{programmeId}/responsibilities/{responsibilityId}/end",
  summary: "End a signatory's assignment; past signatures stay",
  input: z.strictObject({ responsibilityId: Id, version }),
  output: ResponsibilityView,
  refusals: { ...notFound, ...changedMeanwhile },
})
