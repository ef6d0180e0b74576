import * as z from "zod"
import { Id, line } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"
import { MOST_OWN_FIELDS, ownKinds } from "./own-field"
import { OwnFieldView } from "./shapes"

const Options = z
  .array(line(80))
  .max(50)
  .refine((options) => new Set(options).size === options.length, "Use each option once.")
  .meta({ description: "Of a choice; other kinds have none." })
const version = z.int().min(1)
const common = { audience: "programme", permission: "programme.manage", output: OwnFieldView } as const
const one = "/programmes/{programmeId}/own-fields/{ownFieldId}"
const full = {
  "too-many-own-fields": { status: 422, sentence: `A record type can have ${MOST_OWN_FIELDS} custom fields.` },
  "label-taken": { status: 409, sentence: "This record type already has a field with this name." },
  "needs-options": { status: 422, sentence: "Enter at least one option to choose from." },
} as const

export const addOwnField = contract({
  ...{ ...common, name: "addOwnField", method: "POST", path: "/programmes/{programmeId}/own-fields" },
  summary: "Add a custom field to a type of record",
  input: z.strictObject({
    recordType: z.string().max(60).meta({ description: "Such as environment." }),
    label: line(60),
    kind: z.enum(Object.keys(ownKinds)),
    options: Options.default([]),
  }),
  refusals: { ...notFound, ...full },
})

export const changeOwnField = contract({
  ...{ ...common, name: "changeOwnField", method: "PATCH", path: one },
  summary: "Rename a custom field or change its options; its key stays",
  input: z.strictObject({ ownFieldId: Id, version, label: line(60).optional(), options: Options.optional() }),
  refusals: { ...notFound, ...changedMeanwhile, ...full },
})

export const removeOwnField = contract({
  ...{ ...common, name: "removeOwnField", method: "DELETE", path: one },
  summary: "Remove a custom field; its values are kept and come back with it",
  input: z.strictObject({ ownFieldId: Id, version }),
  refusals: { ...notFound, ...changedMeanwhile },
})

export const restoreOwnField = contract({
  ...{ ...common, name: "restoreOwnField", method: "POST", path: `${one}/restore` },
  summary: "Restore a custom field that was removed",
  input: z.strictObject({ ownFieldId: Id }),
  refusals: { ...notFound, ...full },
})
